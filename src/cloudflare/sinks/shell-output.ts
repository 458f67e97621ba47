/** Commands that print their input, one list for each way. */

/** They print their arguments. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/echo.html, …/printf.html, …/logger.html */
export const printers: ReadonlySet<string> = new Set(['echo', 'printf', 'print', 'logger']);

/** They print what is written into them, as it is or so that it can be read back: GNU coreutils 9, util-linux 2.41, vim's xxd. */
export const copiers: ReadonlySet<string> = new Set('cat tac tee base64 base32 rev fold nl od xxd hexdump column more less'.split(' '));

/** They print the variables that they are given the names of. */
export const dumpers: ReadonlySet<string> = new Set(['printenv']);

/** They print the whole environment (and `set` all other variables as well) if they are given nothing but such words. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/env.html, Bash 5.3 */
export const environmentDumps: Readonly<Record<string, RegExp>> = {
  env: /^(?:-0|--null)?$/,
  printenv: /^(?:-0|--null)?$/,
  set: /^$/,
  export: /^-p$/,
  declare: /^-(?:p|x|px|xp)$/,
  typeset: /^-(?:p|x|px|xp)$/,
};

/** Programs that hand on all or most lines of what they read. */
export const lineFilters: ReadonlySet<string> = new Set('cat sort uniq tee nl less more column head tail tac'.split(' '));

/** What `sed` does so that it writes all of what it reads in another form: it repeats what it has found. */
export const repeatingSed = /s(.)(?:(?!\1).){0,200}\1(?:(?!\1).){0,200}(?:&|\\1)(?:(?!\1).){0,200}\1/;

/** Shells that are told to print each command: `bash -x {0}`. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell */
export const tracingShell = /(?:^|\/|\s)(?:ba|z|da|k)?sh\b.*\s(?:-[a-z]*x|-o\s+xtrace)/;

/** A program that can be given a credential out of sight of the other processes, and the words that put it in sight. */
export interface VisibleArgument {
  readonly programs: RegExp;
  /** The option whose value is one; of a word that stands alone, the words before it. */
  readonly option?: RegExp;
  readonly after?: RegExp;
  /** One of the words before it, such as the image of a container. */
  readonly behind?: RegExp;
  /** Whether that is a credential of Cloudflare, whatever it is called. */
  readonly own?: true;
}

/** Sources: https://developers.cloudflare.com/cloudflare-one/networks/connectors/cloudflare-tunnel/configure-tunnels/run-parameters/ (`--token-file`, TUNNEL_TOKEN), cf-terraforming 0.23 (CLOUDFLARE_API_TOKEN), https://docs.docker.com/reference/cli/docker/login/ (`--password-stdin`). */
export const visibleArguments: readonly VisibleArgument[] = [
  // A container's command begins behind the name of its program.
  { programs: /^(?:cloudflared|tunnel)$/, option: /^--?token$/, own: true },
  { programs: /^(?:docker|podman|nerdctl)$/, option: /^--?token$/, behind: /(?:^|\/)cloudflared(?:[:@]|$)/, own: true },
  { programs: /^cloudflared$/, after: /^(?:.* )?service install$/, own: true },
  { programs: /^cf-terraforming$/, option: /^(?:--token|-t|--key|-k)$/, own: true },
  { programs: /^(?:docker|podman|buildah|skopeo)$/, option: /^(?:-p|--password)$/ },
];

/** Files that are the terminal, or the log. */
export const terminals = /^\/dev\/(?:stdout|stderr|tty|console|fd\/[12])$/;

/** Lines that a workflow understands: they take a value out of its logs, or hand it on. */
export const workflowCommands: readonly (readonly [line: RegExp, does: 'masks' | 'hands on'])[] = [
  // https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
  [/^::add-mask::/, 'masks'],
  [/^::(?:set-output|set-env|save-state)\b/, 'hands on'],
  // https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands
  [/^##vso\[task\.setvariable [^\]]*\bissecret=true/i, 'masks'],
  [/^##vso\[task\.setsecret\b/, 'masks'],
  [/^##vso\[task\.setvariable\b/, 'hands on'],
];
