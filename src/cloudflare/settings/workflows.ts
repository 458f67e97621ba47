/**
 * Workflows of GitHub and compatible services: actions and commands that never need a Cloudflare credential.
 *
 * Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax, and the README of each action, November 2026.
 */

export const workflowFile = /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/;

/** Actions that fetch code, set up tools or store files. */
export const unrelatedActions =
  /^(?:actions\/(?:checkout|cache|setup-[\w-]+|upload-artifact|download-artifact|upload-pages-artifact|labeler|stale|dependency-review-action)|github\/codeql-action\/\w+|pnpm\/action-setup|oven-sh\/setup-bun|denoland\/setup-deno|astral-sh\/setup-uv|ruby\/setup-ruby|dtolnay\/rust-toolchain|docker\/(?:setup|login|metadata)[\w-]*|codecov\/codecov-action|dorny\/paths-filter|hashicorp\/setup-terraform|opentofu\/setup-opentofu)(?:@|$)/;

/** Commands that install packages or manage files, with their subcommands that do only that. */
const unrelatedCommands: Readonly<Record<string, RegExp>> = {
  npm: /^(?:ci|i|install|clean-install|audit)$/,
  pnpm: /^(?:i|install|fetch)$/,
  yarn: /^(?:install|--immutable|--frozen-lockfile)?$/,
  bun: /^(?:i|install)$/,
  pip: /^install$/,
  pip3: /^install$/,
  poetry: /^install$/,
  uv: /^(?:sync|pip)$/,
  bundle: /^install$/,
  composer: /^install$/,
  cargo: /^(?:fetch|install)$/,
  go: /^(?:mod|install)$/,
  apt: /^/,
  'apt-get': /^/,
  apk: /^/,
  brew: /^/,
  corepack: /^/,
  git: /^/,
  echo: /^/,
  cd: /^/,
  mkdir: /^/,
  ls: /^/,
  rm: /^/,
  cp: /^/,
  mv: /^/,
  set: /^/,
};

/** Whether a command never needs a credential; `word` is the first one after its name. */
export function isUnrelated(command: string, word: string): boolean {
  return Object.hasOwn(unrelatedCommands, command) && unrelatedCommands[command]?.test(word) === true;
}

/** A reusable workflow from another repository. */
export const otherWorkflow = /^[\w.-]+\/[\w.-]+\/\.(?:github|gitea|forgejo)\/workflows\/[\w.-]+@/;

/** Signs of a workflow that runs code from any pull request, with access to secrets. https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/ */
export const untrustedCheckout = {
  event: 'pull_request_target',
  fetching: /^actions\/checkout(?:@|$)/,
  head: /github\.(?:event\.pull_request\.head\b|head_ref\b|event\.number\b|event\.pull_request\.number\b)/,
};
