import type { Scope } from '../../cloudflare/tokens/permission-groups.js';
import { type Resources, tokenResources } from '../../cloudflare/tokens/token-resources.js';
import type { NeededGrant, Needs } from './report.js';

export interface Policy {
  readonly effect: 'allow';
  readonly permission_groups: readonly { readonly id: string; readonly name: string }[];
  readonly resources: Resources;
}

/** The body of a request that creates a token. */
export interface TokenBody {
  readonly name: string;
  readonly policies: readonly Policy[];
  readonly expires_on: string;
  readonly condition: { readonly request_ip: { readonly in: readonly string[] } };
}

/** Lifetime of the token, in days. */
const LIFETIME = 90;
const DAY = 86_400_000;

const order: readonly Scope[] = ['zone', 'bucket', 'account', 'user'];

/** Returns the request body for a token with only the needed permissions. Placeholders in `<…>` are to be filled in. */
export function tokenBody({ name, grants }: Needs, now: Date): TokenBody {
  return {
    name,
    policies: order.flatMap((scope) => {
      const here = grants.filter((grant) => grant.scope === scope && grant.id !== undefined);
      return here.length === 0 ? [] : [policy(scope, here)];
    }),
    expires_on: `${new Date(now.getTime() + LIFETIME * DAY).toISOString().slice(0, 10)}T00:00:00Z`,
    condition: { request_ip: { in: ['<IP_ADDRESS>/32'] } },
  };
}

function policy(scope: Scope, grants: readonly NeededGrant[]): Policy {
  return {
    effect: 'allow',
    permission_groups: grants.map(({ id = '', name }) => ({ id, name })),
    resources: tokenResources(
      scope,
      grants.flatMap(({ calls }) => calls.map(({ what }) => what)),
    ),
  };
}
