/** Commands that show what they are given to whoever looks, one list for each way. */

/** They print their arguments. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/echo.html, …/printf.html, …/logger.html */
export const printers: ReadonlySet<string> = new Set(['echo', 'printf', 'print', 'logger']);

/** They print what is written into them, as it is or so that it can be read back: GNU coreutils 9, util-linux 2.41, vim's xxd. */
export const copiers: ReadonlySet<string> = new Set('cat tac tee base64 base32 rev fold nl od xxd hexdump column more less'.split(' '));

/** They print the variables that they are given the names of. */
export const dumpers: ReadonlySet<string> = new Set(['printenv']);

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
