import type { RuleName } from '../rules/names.js';

/** Prefix of the rules in configurations and findings. */
export const namespace = 'cloudflare-auth';

/** The rules of a preset, each with its options. */
export type Preset = Readonly<Partial<Record<RuleName, object>>>;

const recommended: Preset = {
  'prefer-api-token': {},
  'no-mismatched-auth': {},
  'restrict-token-permissions': {},
  'require-token-expiration': {},
  'no-hardcoded-credentials': {},
  'require-https': {},
  'require-two-factor': {},
  'no-credential-exposure': {},
};

const strict: Preset = {
  ...recommended,
  'restrict-token-permissions': { allZones: true, maxGroups: 10 },
  'require-token-ip-filter': {},
  'require-token-expiration': { maxDays: 90 },
  'require-two-factor': { missing: true },
  'no-hardcoded-credentials': { unverified: true },
  'require-credential-rotation': {},
  'no-ignored-auth-failure': {},
  'no-credential-exposure': { maxRevealed: 0, files: true, requests: true },
  'no-shared-credential': {},
};

/** `recommended` suits every project; `strict` adds rules and stricter options. */
export const presets = { recommended, strict };
