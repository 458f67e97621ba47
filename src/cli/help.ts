/** What `--help` prints. */
export const help = `Finds Cloudflare credential misuse in programs, scripts, settings, infrastructure code and documents of any language.
Needs no configuration, runs nothing of what it scans, and sends nothing anywhere.

  npx eslint-plugin-cloudflare-auth [paths] [options]

  npx eslint-plugin-cloudflare-auth permissions [paths]   which permissions does this code need? (--help tells more)

Without a path, the current folder is scanned. Files that Git ignores are left out, unless Git tracks them.

Rules
  --strict                   report more: what only looks like a credential, missing restrictions, ignored failures
  --rule <setting>           set a rule: --rule 'require-https: off'
  -c, --config <file>        a configuration file; otherwise cloudflare-auth.json or .jsonc in the current folder
  --no-inline-config         ignore eslint-disable comments
  --list-rules               list all rules
  --explain <rule>           why a rule exists, what it finds and what to do

Files
  --no-ignore                scan what Git ignores as well
  --ignore-pattern <glob>    leave files out; may be repeated
  --files-from <file>        scan the files of a list, separated by NUL or line breaks; - reads standard input
  --stdin                    check standard input, as the file that --stdin-filename <path> names

Reports
  -f, --format <name>        readable (default), stylish, json, sarif, github, gitlab or junit
  -o, --output-file <file>   write the report to a file
  --quiet                    report errors only
  --max-warnings <n>         fail if there are more warnings
  --statistics               count findings by rule
  --verbose                  list files that were skipped or searched as text only
  --color, --no-color        colours, whatever the output is

Findings
  --fix                      apply fixes
  --fix-dry-run              apply fixes to the report only; the json format then holds the text of files, secrets included
  --baseline <file>          leave out known findings
  --update-baseline          write all findings of this run to the baseline

Speed
  --cache                    check only what has changed; --cache-location <file> says where results are kept
  --concurrency <n>          threads at most; otherwise as many as there are cores

  --init                     add the plugin to the project's ESLint configuration; asks before it writes
  --version, --help

Exit code: 0 no findings, 1 findings, 2 the request could not be carried out.
`;
