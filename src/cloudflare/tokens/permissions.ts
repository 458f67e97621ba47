/** Permission groups and resources of API tokens that allow more than a program should have. */

/** A permission group with which a token can grant itself, or another token, more than it has. */
export interface DangerousGroup {
  readonly name: string;
  readonly ids: readonly string[];
  /** What the holder of the token can do with it; continues "lets anyone with the token". */
  readonly allows: string;
}

/**
 * Ids: Cloudflare's page of API token permissions (a revision that still listed them) and the list in alchemy 0.94, both read in
 * November 2026; no id of OAuth Client Write is known. `allows` is in our own words, and still to be checked against the operations.
 */
export const dangerousGroups: readonly DangerousGroup[] = [
  {
    name: 'API Tokens Write',
    ids: ['686d18d5ac6c441c867cbf6771e58a0a'],
    allows: 'create tokens with any permission that its user has',
  },
  {
    name: 'Account API Tokens Write',
    ids: ['5bc3f8b21c554832afc660159ab75fa4'],
    allows: 'create tokens with any permission on the account',
  },
  {
    name: 'Account Settings Write',
    ids: ['1af1fa2adc104452b74a9a3364202f20'],
    allows: 'add members to the account, and stop requiring two-factor authentication',
  },
  { name: 'Memberships Write', ids: ['9201bc6f42d440968aaab0c6f17ebb1d'], allows: 'accept and leave memberships of accounts' },
  { name: 'User Details Write', ids: ['55a5e17cc99e4a3fa1f3432d262f2e55'], allows: "change its user's details" },
  { name: 'SCIM Provisioning', ids: ['d5812c023a5048b4882175a28952362d'], allows: 'create members and change their roles' },
  { name: 'SSO Connector Write', ids: ['901ca5e292584c6aa1b4cdb39248bb07'], allows: 'decide how members of the account log in' },
  { name: 'Billing Write', ids: ['6c80e02421494afc9ae14414ed442632'], allows: 'buy, change and cancel subscriptions' },
  {
    name: 'Access: Organizations, Identity Providers, and Groups Write',
    ids: ['bfe0d8686a584fa680f4c53b5eb0de6d'],
    allows: 'add an identity provider to every Access application, and so let anyone in',
  },
  { name: 'OAuth Client Write', ids: [], allows: 'register applications that act for members of the account' },
];

/** Returns the row of a group, by id or name. The dashboard writes Edit for the API's Write. */
export function dangerousGroup(group: string): DangerousGroup | undefined {
  const wanted = group.toLowerCase().replace(/ edit$/, ' write');
  return dangerousGroups.find(({ name, ids }) => name.toLowerCase() === wanted || ids.includes(wanted));
}

interface Wildcard {
  readonly key: string;
  readonly reaches: string;
  /** Matches variables that hold the id of one resource. */
  readonly id?: RegExp;
  /** What it reaches if it is nested under the key of one account. */
  readonly nested?: string;
}

/** Keys of `resources`. Source: https://developers.cloudflare.com/fundamentals/api/how-to/create-via-api/ */
const wildcards: readonly Wildcard[] = [
  { key: 'com.cloudflare.api.account.*', reaches: 'all accounts of its user', id: /^(?:cf|cloudflare)?_?account_?id$/i },
  {
    key: 'com.cloudflare.api.account.zone.*',
    reaches: 'all zones of all accounts',
    nested: 'all zones of the account',
    id: /^(?:cf|cloudflare)?_?zone_?id$/i,
  },
  { key: 'com.cloudflare.edge.r2.bucket.*', reaches: 'all R2 buckets', nested: 'all R2 buckets of the account' },
  { key: 'com.cloudflare.api.user.*', reaches: 'all users' },
];

/** Describes what a key of `resources` reaches, if it is a wildcard. The value `*` of a key is not one: every key has it. */
export function reachOf(key: string, isNested: boolean): string | undefined {
  const row = wildcards.find((each) => each.key === key.trim());
  return isNested ? row?.nested : row?.reaches;
}

/** Returns the prefix before a resource's id, and a pattern for variables that hold one; undefined if the key is not a wildcard, or has no such pattern. */
export function oneInstead(key: string): { readonly before: string; readonly id: RegExp } | undefined {
  const id = wildcards.find((each) => each.key === key.trim())?.id;
  return id && { before: key.trim().slice(0, -1), id };
}

/** The parts of a link to the dashboard's token form that request everything. Source: template links as accepted by Cloudflare's dashboard, read in November 2026. */
export const broadLinkParts: readonly { readonly part: RegExp; readonly reaches: string }[] = [
  { part: /[?&]accountId=(?:\*|%2A)(?![^&#\s"'`)])/i, reaches: 'all accounts of the person who follows it' },
  { part: /[?&]zoneId=all(?![^&#\s"'`)])/i, reaches: 'all zones of the person who follows it' },
];

/** Matches links to the dashboard's form for new tokens. */
export const tokenFormLink = /dash\.cloudflare\.com\/(?:\?to=\/)?[^/?#&\s]+\/api-tokens[^\s"'`)]*/i;
