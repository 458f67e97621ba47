/** Output of `--help`. */
export const help = `Finds Cloudflare credential misuse in source code, scripts, configuration, infrastructure code and documentation.
Needs no configuration, runs none of the code that it scans, and makes no network requests.

  npx eslint-plugin-cloudflare-auth [paths] [options]

  npx eslint-plugin-cloudflare-auth permissions [paths]   list the permissions this code needs (see its --help)

Paths may be patterns, such as 'src/**/*.ts'. Without a path, the current folder is scanned.
Files that Git ignores are left out, unless Git tracks them.

Rules
  --strict                   turn on four more rules and stricter options
  --rule <setting>           set a rule: --rule 'require-https: off'
  -c, --config <file>        use this configuration file; default: cloudflare-auth.json or .jsonc in the current folder
  --no-config-lookup         use no configuration file
  --no-inline-config         ignore eslint-disable comments
  --list-rules               list all rules
  --explain <rule>           print the page of a rule: why it exists, what it finds, what to do

Files
  --no-ignore                also scan files that Git ignores
  --ignore-pattern <glob>    skip these files; may be repeated
  --files-from <file>        scan the files listed in a file, separated by NUL or line breaks; - reads standard input
  --stdin                    check standard input
  --stdin-filename <path>    check standard input as a file at this path

Reports
  -f, --format <name>        readable (default), stylish, json, sarif, github, gitlab or junit
  -o, --output-file <file>   write the report to a file
  --quiet                    report errors only
  --max-warnings <n>         fail if there are more warnings
  --statistics               count findings by rule
  --verbose                  list files that were skipped or searched as text only
  --color, --no-color        turn colours on or off

Findings
  --fix                      apply fixes
  --fix-dry-run              apply fixes to the report only; -f json then has the text of files, secrets included
  --baseline <file>          report only findings that are not in this file
  --update-baseline          write all findings of this run to the baseline

Speed
  --cache                    check only what has changed
  --cache-location <path>    file or folder of the cache; default: outside of the project
  --concurrency <n>          maximum number of threads, auto or off; default: the number of cores

Other
  --init                     add the plugin to the project's ESLint configuration; asks before it writes
  --yes                      answer yes to the question of --init
  -v, --version              print the version
  -h, --help                 print this

Exit code: 0 no findings, 1 findings, 2 the request could not be carried out.
`;
