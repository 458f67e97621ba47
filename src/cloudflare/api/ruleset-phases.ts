/**
 * Permissions for the rules of each phase. Cloudflare's API description lists those of all phases for every operation on rulesets; the documentation
 * of each product names its own.
 */

interface Phase {
  /** The permission group for zones, and the one for accounts, without `Read` or `Write`. */
  readonly zone?: string;
  readonly account?: string;
  readonly source: string;
}

const docs = 'https://developers.cloudflare.com';
const transforms: Phase = { zone: 'Zone Transform Rules', account: 'Transform Rules', source: `${docs}/rules/transform/` };
const firewall: Phase = { zone: 'Zone WAF', account: 'Account WAF', source: `${docs}/waf/custom-rules/create-api/` };

/** Read in November 2026. */
const phases: Readonly<Record<string, Phase>> = {
  http_request_dynamic_redirect: { zone: 'Dynamic URL Redirects', source: `${docs}/rules/url-forwarding/single-redirects/create-api/` },
  http_request_redirect: { account: 'Mass URL Redirects', source: `${docs}/rules/url-forwarding/bulk-redirects/create-api/` },
  http_request_transform: transforms,
  http_request_late_transform: transforms,
  http_response_headers_transform: transforms,
  http_request_origin: { zone: 'Origin', source: `${docs}/rules/origin-rules/create-api/` },
  http_request_cache_settings: { zone: 'Cache Settings', source: `${docs}/cache/how-to/cache-rules/create-api/` },
  http_config_settings: { zone: 'Config Settings', source: `${docs}/rules/configuration-rules/create-api/` },
  http_response_compression: { zone: 'Response Compression', source: `${docs}/rules/compression-rules/create-api/` },
  http_custom_errors: { zone: 'Custom Errors', source: `${docs}/rules/custom-errors/` },
  http_request_firewall_custom: firewall,
  http_request_firewall_managed: firewall,
  http_ratelimit: firewall,
  http_request_sbfm: { zone: 'Bot Management', source: `${docs}/bots/` },
  http_log_custom_fields: { zone: 'Logs', source: `${docs}/logs/logpush/logpush-job/custom-fields/` },
  ddos_l7: { zone: 'HTTP DDoS Managed Ruleset', source: `${docs}/ddos-protection/managed-rulesets/http/` },
  ddos_l4: { account: 'L4 DDoS Managed Ruleset', source: `${docs}/ddos-protection/managed-rulesets/network/` },
  magic_transit: { account: 'Magic Firewall', source: `${docs}/cloudflare-network-firewall/` },
};

/** Operations on the rulesets of a zone need a different permission for each phase; for those of an account, there is one that covers all phases. */
export const zoneRulesets = /^\/zones\/\{\}\/rulesets(?:\/|$)/;

/** Operations on the rules of one phase, with the permissions that they accept. */
export const phaseOperations: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(phases).flatMap(([phase, { zone, account }]) =>
    [['zones', zone] as const, ['accounts', account] as const].flatMap(([level, group]) => {
      if (group === undefined) return [];
      const path = `/${level}/{}/rulesets/phases/${phase}/entrypoint`;
      return [
        [`GET ${path}`, [`${group} Read`, `${group} Write`]],
        [`PUT ${path}`, [`${group} Write`]],
      ];
    }),
  ),
);
