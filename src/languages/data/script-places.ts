/** Which keys hold scripts, commands and names of variables, by kind of file. */
import type { Pair } from './datum.js';

interface Place {
  /** The file's path, with slashes. */
  readonly file: RegExp;
  /** The keys from the outermost to the innermost, joined with dots; `[]` is an item of a list. */
  readonly at: RegExp;
}

/** Docker Compose files, on any operating system. */
export const composeFile = /(?:^|[/\\])(?=[^/\\]*(?:compose|stack))[^/\\]*\.ya?ml$/;

/** Pipelines of Azure DevOps, and folders of their templates. */
export const azurePipeline = /(?:^|\/)azure-pipelines[^/]*\.ya?ml$|^(?=(?:.*\/)?\.azure(?:devops|-?pipelines)\/).+\.ya?ml$/;

/** Google's Cloud Build: https://docs.cloud.google.com/build/docs/build-config-file-schema */
const cloudBuildFile = /(?:^|\/)(?=[^/]*cloudbuild)[^/]*\.(?:ya?ml|json)$/;

/** Sources: each tool's own documentation of its file, November 2026. */
const places: readonly Place[] = [
  {
    file: /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/,
    at: /^jobs\.[^.]+\.steps\[\]\.(?:run|with\.(?:pre|post)Commands)$/,
  },
  { file: /(?:^|\/)action\.ya?ml$/, at: /^runs\.steps\[\]\.run$/ },
  { file: /(?:^|\/)(?=[^/]*gitlab-ci)[^/]*\.ya?ml$|^(?=(?:.*\/)?\.gitlab\/).+\.ya?ml$/, at: /(?:^|\.)(?:before_|after_)?script(?:\[\])*$/ },
  { file: /^(?=(?:.*\/)?\.circleci\/).+\.ya?ml$/, at: /\.steps\[\]\.run(?:\.command)?$/ },
  { file: azurePipeline, at: /(?:^|\.)steps\[\]\.(?:script|bash)$/ },
  { file: /(?:^|\/)bitbucket-pipelines\.ya?ml$/, at: /(?:^|\.)(?:after-)?script\[\]$/ },
  { file: /(?:^|\/)\.travis\.ya?ml$/, at: /^(?:before_|after_)?(?:install|script|deploy|success|failure)(?:\[\])?$/ },
  { file: /(?:^|\/)\.(?:drone|woodpecker)\.ya?ml$|^(?=(?:.*\/)?\.(?:drone|woodpecker)\/).+\.ya?ml$/, at: /\.commands\[\]$/ },
  { file: composeFile, at: /^services\.[^.]+\.(?:command|entrypoint)$/ },
  { file: /(?:^|\/)[Tt]askfile[^/]*\.ya?ml$/, at: /^tasks\.[^.]+(?:\.cmds\[\](?:\.cmd)?|\.cmds?|\[\](?:\.cmd)?)?$/ },
  {
    file: /(?:^|\/)package\.json$/,
    at: /^(?:scripts\.[^.]+|wireit\.[^.]+\.command|nx\.targets\.[^.]+\.(?:options\.)?commands?(?:\[\])?)$/,
  },
  { file: /(?:^|\/)project\.json$/, at: /^targets\.[^.]+\.(?:options\.)?commands?(?:\[\](?:\.command)?)?$/ },
  { file: /(?:^|\/)deno\.jsonc?$/, at: /^tasks\.[^.]+(?:\.command)?$/ },
  { file: /(?:^|\/)composer\.json$/, at: /^scripts\.[^.]+$/ },
  { file: /(?:^|\/)\.buildkite\/[^/]+\.ya?ml$/, at: /^steps\[\](?:\.steps\[\])?\.commands?(?:\[\])?$/ },
  { file: /(?:^|\/)buildspec[^/]*\.ya?ml$/, at: /^phases\.[^.]+\.commands\[\]$/ },
  { file: cloudBuildFile, at: /^steps\[\]\.script$/ },
  { file: /(?:^|\/)\.vscode\/tasks\.json$/, at: /^tasks\[\]\.command$/ },
  { file: /(?:^|\/)mise\.toml$/, at: /^tasks\.[^.]+(?:\.run(?:\[\])?)?$/ },
  {
    file: /(?:^|\/)\.?devcontainer\.json$|^(?=(?:.*\/)?\.?devcontainer\/).+\.json$/,
    at: /^(?:initialize|onCreate|updateContent|postCreate|postStart|postAttach)Command$/,
  },
  { file: /(?:^|\/)wrangler\.(?:toml|jsonc?)$/, at: /(?:^|\.)build\.command$/ },
  // https://cloudinit.readthedocs.io/en/latest/reference/modules.html
  { file: /(?:^|\/)(?=[^/]*(?:cloud-?(?:init|config)|user-?data))[^/]*\.(?:ya?ml|cfg)$/i, at: /^(?:runcmd|bootcmd)\[\]$/ },
  {
    // Ansible: https://docs.ansible.com/ansible/latest/collections/ansible/builtin/shell_module.html
    file: /(?:^|\/)(?:tasks|handlers|playbooks?|roles)\/(?:[^/]+\/)*[^/]+\.ya?ml$|(?:^|\/)(?:playbook|site)[^/]*\.ya?ml$/,
    at: /(?:^|\.|\])(?:ansible\.(?:builtin|legacy)\.)?(?:shell|command)(?:\.cmd)?$/,
  },
];

const containers: readonly Place[] = [
  { file: composeFile, at: /^services\.[^.]+$/ },
  { file: /\.(?:ya?ml|json)$/, at: /(?:^|\.)(?:c|initC|ephemeralC)ontainers\[\]$/ },
  { file: cloudBuildFile, at: /^steps\[\]$/ },
  // Servers of the Model Context Protocol: https://modelcontextprotocol.io/docs/develop/connect-local-servers
  { file: /\.(?:jsonc?|toml|ya?ml)$/, at: /(?:^|\.)(?:mcp_?[sS]ervers|mcp\.servers|servers)\.[^.]+$/ },
];

/** Keys whose value is the name of something defined elsewhere, and the namespace of that name. */
const references: readonly (Place & { readonly holder: string })[] = [
  // A variable without a value takes its value from the shell that starts the services.
  { file: composeFile, at: /^services\.[^.]+\.(?:environment|build\.args)(?:\.[^.]+|\[\])$/, holder: 'env' },
  { file: composeFile, at: /^services\.[^.]+\.secrets\[\](?:\.source)?$/, holder: 'secrets' },
];

/** The namespace of a name at a place in a file; undefined if the place holds no name. */
export function holderAt(path: string, keys: string): string | undefined {
  const file = path.replaceAll('\\', '/');
  return references.find(({ at, file: name }) => at.test(keys) && name.test(file))?.holder;
}

/** Whether a place in a file holds a script, or is an item of a list that forms one. */
export function holdsScript(path: string, keys: string): boolean {
  return isAmong(places, path, keys);
}

/** Whether a place in a file describes a container, with its image and its command. */
export function holdsContainer(path: string, keys: string): boolean {
  return isAmong(containers, path, keys);
}

function isAmong(among: readonly Place[], path: string, keys: string): boolean {
  const file = path.replaceAll('\\', '/');
  return among.some(({ at, file: name }) => at.test(keys) && name.test(file));
}

/** Whether a step uses a shell that is not similar to Bash: `shell: pwsh`, `shell: python`. */
export function isForOtherShell(pairs: readonly Pair[]): boolean {
  const shell = pairs.find(({ key }) => key === 'shell')?.value;
  if (shell?.kind !== 'scalar' || !shell.pieces) return false;
  return !/\b(?:ba|z|da)?sh\b/.test(shell.pieces.map(({ text }) => text).join(''));
}
