/** Generated from the schemas of the rules by `test/package/rule-options.test.ts`. */

/** What each rule takes after its level, for configurations that are written in TypeScript. */
export interface RuleOptions {
  /** Prefer API tokens over the Global API Key. */
  readonly 'cloudflare-auth/prefer-api-token': readonly [
    option?: {
      /** Environment variables to ignore although they are named like a Global API Key, for example because they hold a token. Default: none. */
      readonly allowVariables?: readonly string[];
    },
  ];
  /** Disallow sending Cloudflare credentials with the wrong authentication scheme. */
  readonly 'cloudflare-auth/no-mismatched-auth': readonly [];
  /** Require API tokens to be limited to the permissions and resources they need. */
  readonly 'cloudflare-auth/restrict-token-permissions': readonly [
    option?: {
      /** Permission groups and resources that are not reported. Default: none. */
      readonly allow?: {
        /** Names or IDs of permission groups. */
        readonly groups?: readonly string[];
        /** Keys of `resources`. */
        readonly resources?: readonly string[];
      };
      /** Maximum number of permission groups of a token. Default: no limit; 10 in `strict`. */
      readonly maxGroups?: number;
      /** Report tokens for all zones or buckets of one account. Default: false; true in `strict`. */
      readonly allZones?: boolean;
    },
  ];
  /** Require API tokens to be restricted to IP addresses. */
  readonly 'cloudflare-auth/require-token-ip-filter': readonly [
    option?: {
      /** Minimum prefix length of a range. */
      readonly minPrefix?: {
        /** Minimum prefix length for IPv4. Default: 16. */
        readonly ipv4?: number;
        /** Minimum prefix length for IPv6. Default: 32. */
        readonly ipv6?: number;
      };
      /** Names of tokens that may be used from any IP address; `*` matches any characters. Default: none. */
      readonly exempt?: readonly string[];
    },
  ];
  /** Require API tokens to expire. */
  readonly 'cloudflare-auth/require-token-expiration': readonly [
    option?: {
      /** Maximum validity of a token in days. Default: 365; 90 in `strict`. */
      readonly maxDays?: number;
    },
  ];
  /** Disallow hardcoded Cloudflare credentials. */
  readonly 'cloudflare-auth/no-hardcoded-credentials': readonly [
    option?: {
      /** Kinds of credentials to report. Default: all. */
      readonly kinds?: readonly (
        | 'global-api-key'
        | 'user-api-token'
        | 'account-api-token'
        | 'api-token'
        | 'oauth-token'
        | 'oauth-refresh-token'
        | 'origin-ca-key'
        | 'access-client-secret'
        | 'tunnel-token'
        | 'tunnel-secret'
        | 'tunnel-certificate'
        | 'deploy-hook'
        | 'r2-secret-access-key'
        | 'turnstile-secret-key'
        | 'stream-signing-key'
        | 'stream-live-key'
        | 'images-signing-key'
        | 'realtime-secret'
        | 'hyperdrive-connection-string'
      )[];
      /** Values to ignore: literal values, or regular expressions between slashes (RE2 syntax, without lookaround or backreferences). Default: none. */
      readonly allow?: readonly string[];
      /** Check comments. Default: true. */
      readonly comments?: boolean;
      /** Report credentials in the 2026 format with an invalid checksum even where nothing uses them. Default: false; true in `strict`. */
      readonly unverified?: boolean;
    },
  ];
  /** Require HTTPS for requests that carry Cloudflare credentials. */
  readonly 'cloudflare-auth/require-https': readonly [
    option?: {
      /** Hosts that may be reached without encryption; `*.internal` matches all of its subdomains. Default: none. */
      readonly allowHosts?: readonly string[];
    },
  ];
  /** Require Cloudflare credentials to be rotated, and rotated secrets to be stored. */
  readonly 'cloudflare-auth/require-credential-rotation': readonly [
    option?: {
      /** Maximum age of a credential in days. Default: 90. */
      readonly maxAgeDays?: number;
      /** Date of the last rotation (`YYYY-MM-DD`) of each credential, by the name it is read under. */
      readonly credentials?: Readonly<Record<string, string>>;
    },
  ];
  /** Require failed Cloudflare authentication to be noticed. */
  readonly 'cloudflare-auth/no-ignored-auth-failure': readonly [];
  /** Require two-factor authentication for all members of an account. */
  readonly 'cloudflare-auth/require-two-factor': readonly [
    option?: {
      /** Report accounts that do not set it at all. Default: false; true in `strict`. */
      readonly missing?: boolean;
    },
  ];
  /** Disallow exposing Cloudflare credentials. */
  readonly 'cloudflare-auth/no-credential-exposure': readonly [
    option?: {
      /** Maximum number of characters of a credential that may be shown. Default: 4; 0 in `strict`. */
      readonly maxRevealed?: number;
      /** Report credentials written to files. Default: false; true in `strict`. */
      readonly files?: boolean;
      /** Report Axios errors and responses that are logged whole. Default: false; true in `strict`. */
      readonly requests?: boolean;
      /** Names of variables to ignore. Default: none. */
      readonly allowVariables?: readonly string[];
    },
  ];
  /** Disallow sharing a Cloudflare credential between users or applications. */
  readonly 'cloudflare-auth/no-shared-credential': readonly [];
}
