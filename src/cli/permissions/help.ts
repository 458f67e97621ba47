/** Output of `permissions --help`. */
export const help = `Lists the permissions that an API token needs for what a project does with Cloudflare's API.

  npx eslint-plugin-cloudflare-auth permissions [paths] [options]

Without a path, the current folder.

  -f, --format <name>      table (default), markdown or json
  --policy                 the body for POST /user/tokens or /accounts/{account_id}/tokens
  --terraform              the same as a resource of Cloudflare's Terraform provider, version 5
  --link                   the address of the dashboard's form, filled in
  --check <policy.json>    compare a token's body or policies with what is needed
  --application <name>     only one application: a name or folder of the table
  --name <name>            the name of the token
  --ignore-pattern <glob>  skip these files; may be repeated
  --concurrency <n>        maximum number of threads, auto or off
  -h, --help               print this

An application is the nearest folder with a package.json or a Wrangler configuration file. Where
several permissions would do, the smallest is chosen: reading before writing, few before many, a
zone before an account before the user. Commands in documentation are not counted. Unknown calls
and files that cannot be read are listed.

Exit code: 0 the permissions are listed, or the policy is just right; 1 the policy grants more or
less than is needed; 2 the answer is unknown, there is no policy to write, or the command could
not run.
`;
