/** Commands that print their input, grouped by how they do. */

/** Commands that print their arguments. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/echo.html, …/printf.html, …/logger.html */
export const printers: ReadonlySet<string> = new Set(['echo', 'printf', 'print', 'logger']);

/** Commands that print their standard input, as it is or in a reversible encoding: GNU coreutils 9, util-linux 2.41, vim's xxd. */
export const copiers: ReadonlySet<string> = new Set('cat tac tee base64 base32 rev fold nl od xxd hexdump column more less'.split(' '));

/** Commands that print the variables named by their arguments. */
export const dumpers: ReadonlySet<string> = new Set(['printenv']);

/** Commands that print the whole environment (`set` all other variables as well) if all of their arguments match. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/env.html, Bash 5.3 */
export const environmentDumps: Readonly<Record<string, RegExp>> = {
  env: /^(?:-0|--null)?$/,
  printenv: /^(?:-0|--null)?$/,
  set: /^$/,
  export: /^-p$/,
  declare: /^-(?:p|x|px|xp)$/,
  typeset: /^-(?:p|x|px|xp)$/,
};

/** Programs that print all or most lines of their input. */
export const lineFilters: ReadonlySet<string> = new Set('cat sort uniq tee nl less more column head tail tac'.split(' '));

/** `sed` substitutions that repeat the match (`&`, `\1`), so that the whole input is printed in another form. */
export const repeatingSed = /s(.)(?:(?!\1).){0,200}\1(?:(?!\1).){0,200}(?:&|\\1)(?:(?!\1).){0,200}\1/;

/** Shells that trace each command: `bash -x {0}`. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell */
export const tracingShell = /(?:^|\/|\s)(?:ba|z|da|k)?sh\b.*\s(?:-[a-z]*x|-o\s+xtrace)/;

/** An argument that shows a credential to other processes, although the program has a hidden way to take it. */
export interface VisibleArgument {
  readonly programs: RegExp;
  /** The option whose value is the credential; `after`: for a positional argument, the words before it. */
  readonly option?: RegExp;
  readonly after?: RegExp;
  /** A word that must come earlier, such as the image of a container. */
  readonly behind?: RegExp;
  /** Set if the argument is always a Cloudflare credential, whatever it is called. */
  readonly own?: true;
}

/** Sources: https://developers.cloudflare.com/cloudflare-one/networks/connectors/cloudflare-tunnel/configure-tunnels/run-parameters/ (`--token-file`, TUNNEL_TOKEN), cf-terraforming 0.23 (CLOUDFLARE_API_TOKEN), https://docs.docker.com/reference/cli/docker/login/ (`--password-stdin`). */
export const visibleArguments: readonly VisibleArgument[] = [
  // A container's command omits the program in its entrypoint, and starts with `tunnel`.
  { programs: /^(?:cloudflared|tunnel)$/, option: /^--?token$/, own: true },
  { programs: /^(?:docker|podman|nerdctl)$/, option: /^--?token$/, behind: /(?:^|\/)cloudflared(?:[:@]|$)/, own: true },
  { programs: /^cloudflared$/, after: /^(?:.* )?service install$/, own: true },
  // https://developers.cloudflare.com/workers/wrangler/commands/#deploy: these variables are stored as plain text.
  { programs: /^wrangler$/, option: /^--var$/ },
  { programs: /^cf-terraforming$/, option: /^(?:--token|-t|--key|-k)$/, own: true },
  // TF_VAR_… sets a variable unseen: https://developer.hashicorp.com/terraform/language/values/variables, November 2026.
  { programs: /^(?:terraform|tofu|terragrunt)$/, option: /^--?var$/ },
  { programs: /^(?:docker|podman|buildah|skopeo)$/, option: /^(?:-p|--password)$/ },
];

/** Paths that refer to the terminal or the log. */
export const terminals = /^\/dev\/(?:stdout|stderr|tty|console|fd\/[12])$/;

/** Lines that a workflow interprets: they mask a value in its logs, or pass it on. */
export const workflowCommands: readonly (readonly [line: RegExp, does: 'masks' | 'hands on'])[] = [
  // https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
  [/^::add-mask::/, 'masks'],
  [/^::(?:set-output|set-env|save-state)\b/, 'hands on'],
  // https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands
  [/^##vso\[task\.setvariable [^\]]*\bissecret=true/i, 'masks'],
  [/^##vso\[task\.setsecret\b/, 'masks'],
  [/^##vso\[task\.setvariable\b/, 'hands on'],
];
