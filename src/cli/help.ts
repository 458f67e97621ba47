/** What `--help` prints. */
export const help = `Finds Cloudflare credential misuse in JavaScript, TypeScript, shell scripts, .env files, Terraform, Dockerfiles, JSON, YAML,
TOML and Markdown. Needs no configuration, and reads none of the project's.

  npx eslint-plugin-cloudflare-auth [paths] [options]

  npx eslint-plugin-cloudflare-auth permissions [paths]   which permissions does this code need? (--help tells more)

Without a path, the current folder. Every option of ESLint works; the ones most asked for:

  --strict                also report what only looks like a credential
  --rule <object>         change a rule: --rule 'cloudflare-auth/require-https: off'
  -f, --format <name>     readable (default), stylish, json, html, sarif for code scanning, or github for annotations
  -o, --output-file <file>
  --fix                   turn http:// into https://
  --cache                 look only at what has changed
  --max-warnings <n>, --quiet, --no-warn-ignored, --stdin, --stdin-filename <file>
  --explain <rule>        why a rule is, what it finds, and what to do: --explain prefer-api-token
  --init                  put the plugin into the project's ESLint configuration; asks before it writes
  --version, --help

Exit code: 0 nothing found, 1 something found, 2 the command could not run.
`;
