/**
 * Links to the dashboard's form for a new token, prefilled by query parameters.
 *
 * Source: https://developers.cloudflare.com/fundamentals/api/how-to/account-owned-token-template/, which lists these keys and no others.
 */
import type { PermissionGroup } from './permission-groups.js';

const keys: Readonly<Record<string, string>> = {
  'Account Analytics': 'account_analytics',
  'Account API Tokens': 'account_api_tokens',
  'Account Settings': 'account_settings',
  Billing: 'billing',
  'Workers Scripts': 'workers_scripts',
  'Workers KV Storage': 'workers_kv_storage',
  'Workers Routes': 'workers_routes',
  'Workers R2 Storage': 'workers_r2',
  D1: 'd1',
  Queues: 'queues',
  Pages: 'page',
  Stream: 'stream',
  Images: 'images',
  Logs: 'logs',
  DNS: 'dns',
  Zone: 'zone',
  'Zone Settings': 'zone_settings',
  Analytics: 'analytics',
  'Firewall Services': 'firewall_services',
  'Page Rules': 'page_rules',
  Cache: 'cache',
  'SSL and Certificates': 'ssl_and_certificates',
  'Access: Apps and Policies': 'access',
  'Access: Organizations, Identity Providers, and Groups': 'access_acct',
  'Access: Audit Logs': 'access_audit_log',
  'Access: Custom Pages': 'access_custom_page',
  'Zero Trust': 'teams',
};

const types: Readonly<Record<string, string>> = { Read: 'read', Write: 'edit', Edit: 'edit', Revoke: 'revoke', Run: 'run', Purge: 'purge' };

export interface TokenForm {
  readonly url: string;
  /** Groups without a documented key: these must be selected by hand. */
  readonly left: readonly string[];
}

/** Returns the link for an account-owned token, or for a user-owned one if it needs user permissions. */
export function tokenForm(name: string, groups: readonly PermissionGroup[]): TokenForm {
  const left: string[] = [];
  const chosen = groups.flatMap((group) => {
    const [, base = '', ending = ''] = /^(.*) (\w+)$/.exec(group.name) ?? [];
    const [key, type] = [keys[base], types[ending]];
    if (key === undefined || type === undefined) left.push(group.name);
    return key === undefined || type === undefined ? [] : [{ key, type }];
  });
  const asked = `permissionGroupKeys=${encodeURIComponent(JSON.stringify(chosen))}`;
  const named = `name=${encodeURIComponent(name)}`;
  const url = groups.some(({ scope }) => scope === 'user')
    ? `https://dash.cloudflare.com/profile/api-tokens?${asked}&${named}`
    : `https://dash.cloudflare.com/?to=/:account/api-tokens&${asked}&${named}`;
  return { url, left };
}
