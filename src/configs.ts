import type { Linter } from 'eslint';
import type { RuleName } from '../rules/names.js';

/** The prefix of our rules in configurations and findings. */
export const namespace = 'cloudflare-auth';

type Level = Linter.RuleEntry<unknown[]>;

/** What every project can switch on. */
const recommended: Readonly<Partial<Record<RuleName, Level>>> = {
  'prefer-api-token': 'error',
  'no-mismatched-auth': 'error',
  'restrict-token-permissions': 'error',
  'require-token-expiration': 'error',
  'no-hardcoded-credentials': 'error',
  'require-https': 'error',
  'require-two-factor': 'error',
  'no-credential-exposure': 'error',
};

/** What is asked of projects that take nothing for granted. */
const strict: Readonly<Partial<Record<RuleName, Level>>> = {
  ...recommended,
  'restrict-token-permissions': ['error', { allZones: true, maxGroups: 10 }],
  'require-token-ip-filter': 'error',
  'require-token-expiration': ['error', { maxDays: 90 }],
  'require-two-factor': ['error', { missing: true }],
  'no-hardcoded-credentials': ['error', { unverified: true }],
  'require-credential-rotation': 'error',
  'no-ignored-auth-failure': 'error',
  'no-credential-exposure': ['error', { maxRevealed: 0, files: true, requests: true }],
  'no-shared-credential': 'error',
};

/** The rules of the presets, under the names that configurations use. */
export const presets = { recommended: prefixed(recommended), strict: prefixed(strict) };

/** Rules by their full names. */
export function prefixed(rules: Readonly<Record<string, Level>>): Record<string, Level> {
  return Object.fromEntries(Object.entries(rules).map(([name, level]) => [`${namespace}/${name}`, level]));
}
