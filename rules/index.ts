/** All rules, in the order of the ten practices. */
import type { Rule } from '../src/rule.js';
import type { RuleName } from './names.js';
import noCredentialExposure from './no-credential-exposure.js';
import noHardcodedCredentials from './no-hardcoded-credentials.js';
import noIgnoredAuthFailure from './no-ignored-auth-failure.js';
import noMismatchedAuth from './no-mismatched-auth.js';
import noSharedCredential from './no-shared-credential.js';
import preferApiToken from './prefer-api-token.js';
import requireCredentialRotation from './require-credential-rotation.js';
import requireHttps from './require-https.js';
import requireTokenExpiration from './require-token-expiration.js';
import requireTokenIpFilter from './require-token-ip-filter.js';
import requireTwoFactor from './require-two-factor.js';
import restrictTokenPermissions from './restrict-token-permissions.js';

export const rules: Readonly<Record<RuleName, Rule>> = {
  'prefer-api-token': preferApiToken,
  'no-mismatched-auth': noMismatchedAuth,
  'restrict-token-permissions': restrictTokenPermissions,
  'require-token-ip-filter': requireTokenIpFilter,
  'require-token-expiration': requireTokenExpiration,
  'no-hardcoded-credentials': noHardcodedCredentials,
  'require-https': requireHttps,
  'require-credential-rotation': requireCredentialRotation,
  'no-ignored-auth-failure': noIgnoredAuthFailure,
  'require-two-factor': requireTwoFactor,
  'no-credential-exposure': noCredentialExposure,
  'no-shared-credential': noSharedCredential,
};
