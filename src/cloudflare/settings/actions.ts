/**
 * GitHub actions that call Cloudflare's API, and the inputs that determine the calls.
 *
 * Source: the README and `action.yml` of each, November 2026.
 */

interface Action {
  /** The part before the `@` of the version. */
  readonly name: RegExp;
  /** The input with wrangler's arguments, one command per line, and the command that runs without it. */
  readonly wrangler?: { readonly input: string; readonly usual: string };
  /** The input that names secrets to upload with wrangler. */
  readonly secrets?: string;
  /** The operation, if it is always the same. */
  readonly operation?: string;
}

export const actions: readonly Action[] = [
  { name: /^cloudflare\/wrangler-action$/, wrangler: { input: 'command', usual: 'deploy' }, secrets: 'secrets' },
  {
    name: /^(?:cloudflare\/pages-action|adriangonz97\/refined-cf-pages-action)$/i,
    operation: 'POST /accounts/{}/pages/projects/{}/deployments',
  },
  {
    name: /^(?:jakejarvis\/cloudflare-purge-action|nathanvaughn\/actions-cloudflare-purge|nickcis\/cloudflare-purge)$/i,
    operation: 'POST /zones/{}/purge_cache',
  },
];

/** The action that a step uses; undefined if it is none of these. */
export function actionOf(uses: string): Action | undefined {
  const [name = ''] = uses.split('@');
  return actions.find((action) => action.name.test(name));
}
