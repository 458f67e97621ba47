/** Commands that take a credential as an argument or on standard input, one row each. */
import type { Role } from '../credentials/names.js';

/** A command that takes a secret, and the name under which it stores or sends it. */
export interface SecretCommand {
  /** The words that it starts with; the next operand is the name. */
  readonly command: string;
  /** Where the secret is: after the name, after an option, in an option as `name=secret`, or on standard input. */
  readonly is: readonly ('next' | 'input' | `-${string}`)[];
}

/**
 * Sources: https://developers.cloudflare.com/workers/wrangler/commands/, https://cli.github.com/manual/gh_secret_set, https://vercel.com/docs/cli/env,
 * https://www.pulumi.com/docs/iac/cli/commands/pulumi_config_set/, https://cli.netlify.com/commands/env/, https://docs.aws.amazon.com/cli/latest/reference/configure/set.html,
 * https://kubernetes.io/docs/reference/kubectl/generated/kubectl_create/kubectl_create_secret_generic/. Read in November 2026.
 */
export const secretCommands: readonly SecretCommand[] = [
  { command: 'wrangler secret put', is: ['input'] },
  { command: 'wrangler versions secret put', is: ['input'] },
  { command: 'wrangler pages secret put', is: ['input'] },
  { command: 'gh secret set', is: ['--body', '-b', 'input'] },
  { command: 'vercel env add', is: ['input'] },
  { command: 'pulumi config set', is: ['next'] },
  { command: 'netlify env:set', is: ['next'] },
  { command: 'aws configure set', is: ['next'] },
  { command: 'kubectl create secret generic', is: ['--from-literal'] },
];

/** Options that take a Cloudflare credential without naming Cloudflare, by program. https://github.com/cloudflare/cf-terraforming, wrangler 4; November 2026 */
export const credentialOptions: Readonly<Record<string, Readonly<Record<string, Role>>>> = {
  'cf-terraforming': { '--token': 'api-token', '-t': 'api-token', '--key': 'global-api-key', '-k': 'global-api-key' },
  // https://github.com/danielpigott/cloudflare-cli
  cfcli: { '--token': 'api-credential', '-k': 'api-credential' },
  wrangler: { '--connection-string': 'hyperdrive-connection-string' },
};
