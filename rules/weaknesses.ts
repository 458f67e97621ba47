import type { RuleName } from './names.js';

/** The severity of a rule's findings, in the terms of code scanning. */
export interface Weakness {
  /** From 0 to 10, as for CVSS: GitHub calls 9 and above critical, 7 high, 4 medium, and anything below low. */
  readonly severity: number;
  /** Numbers of the Common Weakness Enumeration. */
  readonly cwe: readonly number[];
}

/**
 * What each rule guards against: https://cwe.mitre.org/data/index.html (version 4.18), and GitHub's levels:
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning (28 November 2026).
 */
export const weaknesses: Readonly<Record<RuleName, Weakness>> = {
  'no-hardcoded-credentials': { severity: 9.1, cwe: [798, 312] },
  'no-credential-exposure': { severity: 8.2, cwe: [532, 522, 200] },
  'require-https': { severity: 8.1, cwe: [319, 295] },
  'restrict-token-permissions': { severity: 6.8, cwe: [250, 272] },
  'prefer-api-token': { severity: 6.5, cwe: [250, 522] },
  'no-shared-credential': { severity: 5.4, cwe: [522, 653] },
  'require-token-expiration': { severity: 5.3, cwe: [613] },
  'require-two-factor': { severity: 5.3, cwe: [308] },
  'require-credential-rotation': { severity: 4.8, cwe: [324, 262] },
  'no-mismatched-auth': { severity: 4.3, cwe: [522] },
  'require-token-ip-filter': { severity: 4.2, cwe: [284] },
  'no-ignored-auth-failure': { severity: 4, cwe: [252, 778] },
};
