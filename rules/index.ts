/** All rules, in the order of the ten practices. */
import type { NamelessRule } from '../src/rule.js';
import type { RuleName } from './names.js';
import noCredentialExposure from './no-credential-exposure.js';
import noHardcodedCredentials from './no-hardcoded-credentials.js';
import noIgnoredAuthFailure from './no-ignored-auth-failure.js';
import noMismatchedAuth from './no-mismatched-auth.js';
import preferApiToken from './prefer-api-token.js';
import requireHttps from './require-https.js';

export const rules: Readonly<Record<RuleName, NamelessRule>> = {
  'prefer-api-token': preferApiToken,
  'no-mismatched-auth': noMismatchedAuth,
  'no-hardcoded-credentials': noHardcodedCredentials,
  'require-https': requireHttps,
  'no-ignored-auth-failure': noIgnoredAuthFailure,
  'no-credential-exposure': noCredentialExposure,
};
