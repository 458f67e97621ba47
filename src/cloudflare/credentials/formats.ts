/**
 * Every kind of Cloudflare credential: its name, its format, and what to do if it is hardcoded.
 *
 * Sources: https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/ for the 2026 formats and their predecessors;
 * Cloudflare's OpenAPI description of 2026-08-17 (fields marked x-sensitive) and the product documentation linked in each row for the rest.
 */
import { connectionString, isPassword, isWorthKeeping } from './connection-strings.js';
import { deployHook, type Form, plausible, prefixed, tunnelVerdict } from './forms.js';
import { isPlaceholder } from './placeholder.js';
import { isDocumentedSample } from './samples.js';

export interface CredentialKind {
  /** Name for messages, used after "a" or "an". */
  readonly name: string;
  readonly forms: readonly Form[];
  /** How to replace it. */
  readonly roll: string;
  /** The usual environment variable. */
  readonly variable: string;
  /** Set if an API token should replace it. */
  readonly replaced?: true;
}

const tokens = 'https://dash.cloudflare.com/profile/api-tokens';

const kinds = {
  'global-api-key': {
    name: 'Cloudflare Global API Key',
    forms: [prefixed('cfk_'), { shape: /^[0-9a-f]{37,45}$/, verdict: plausible }],
    roll: `Change it at ${tokens}, create an API token with the permissions you need`,
    variable: 'CLOUDFLARE_API_KEY',
    replaced: true,
  },
  'user-api-token': {
    name: 'Cloudflare user API token',
    forms: [prefixed('cfut_')],
    roll: `Roll it at ${tokens}`,
    variable: 'CLOUDFLARE_API_TOKEN',
  },
  'account-api-token': {
    name: 'Cloudflare account API token',
    forms: [prefixed('cfat_')],
    roll: 'Roll it in the dashboard under Manage Account > Account API Tokens',
    variable: 'CLOUDFLARE_API_TOKEN',
  },
  'api-token': {
    name: 'Cloudflare API token',
    // All but one in a billion strings of 40 random characters contain both lower-case and capital letters.
    forms: [{ shape: /^(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{40}$/, verdict: plausible }],
    roll: `Roll it at ${tokens}`,
    variable: 'CLOUDFLARE_API_TOKEN',
  },
  'oauth-token': {
    name: 'Cloudflare OAuth access token',
    forms: [
      {
        shape: /^(?:cfoat_)?[\w-]{43}\.[\w-]{43}$/,
        anywhere: /(?<![\w-])cfoat_[\w-]{43}\.[\w-]{43}(?![\w-])/g,
        verdict: (value) => (isPlaceholder(value.slice(6)) ? 'no' : 'plausible'),
      },
    ],
    roll: 'Revoke it with `wrangler logout`',
    variable: 'CLOUDFLARE_API_TOKEN',
  },
  'oauth-refresh-token': {
    name: 'Cloudflare OAuth refresh token',
    forms: [{ shape: /^[\w-]{43}\.[\w-]{43}$/, verdict: plausible }],
    roll: 'Revoke it with `wrangler logout`',
    variable: 'CLOUDFLARE_API_TOKEN',
  },
  'origin-ca-key': {
    name: 'Cloudflare Origin CA key',
    forms: [
      {
        shape: /^v1\.0-[0-9a-f]{24}-[0-9a-f]{146}$/,
        anywhere: /(?<![\w.-])v1\.0-[0-9a-f]{24}-[0-9a-f]{146}(?![\w-])/g,
        verdict: plausible,
      },
    ],
    roll: `Change it at ${tokens}, create an API token with SSL and Certificates Write`,
    variable: 'CLOUDFLARE_API_TOKEN',
    replaced: true,
  },
  'access-client-secret': {
    // https://developers.cloudflare.com/cloudflare-one/access-controls/service-credentials/service-tokens/
    name: 'Cloudflare Access client secret',
    forms: [prefixed('cfast_'), { shape: /^[0-9a-f]{64}$/, verdict: plausible }],
    roll: 'Rotate the service token in Zero Trust under Access > Service credentials',
    variable: 'CLOUDFLARE_ACCESS_CLIENT_SECRET',
  },
  'tunnel-token': {
    // https://developers.cloudflare.com/cloudflare-one/networks/connectors/cloudflare-tunnel/
    name: 'Cloudflare Tunnel token',
    forms: [
      {
        shape: /^eyJhIjoi[\w+/-]{100,600}={0,2}$/,
        anywhere: /(?<![\w+/-])eyJhIjoi[\w+/-]{100,600}={0,2}(?![\w+/-])/g,
        verdict: tunnelVerdict,
      },
    ],
    roll: 'Refresh the token in Zero Trust under Networks > Tunnels',
    variable: 'TUNNEL_TOKEN',
  },
  'tunnel-secret': {
    name: 'Cloudflare Tunnel secret',
    forms: [{ shape: /^[\w+/-]{43,120}={0,2}$/, verdict: plausible }],
    roll: 'Delete the tunnel and create a new one',
    variable: 'TUNNEL_CRED_CONTENTS',
  },
  'tunnel-certificate': {
    name: 'cloudflared certificate',
    forms: [
      {
        shape: /^-----BEGIN ARGO TUNNEL TOKEN-----\s/,
        // Up to its end: any rest would still be secret.
        anywhere: /-----BEGIN ARGO TUNNEL TOKEN-----(?:\s|\\n)+[\w+/=]{40}(?:[\w+/=\s]|\\n){0,4000}(?:-----END ARGO TUNNEL TOKEN-----)?/g,
        verdict: (value) => (isPlaceholder(/[\w+/=]{40}/.exec(value)?.[0] ?? '') ? 'no' : 'plausible'),
      },
    ],
    roll: 'Revoke the API token in it and run `cloudflared tunnel login` again',
    variable: 'TUNNEL_ORIGIN_CERT',
  },
  'deploy-hook': {
    // https://developers.cloudflare.com/pages/configuration/deploy-hooks/
    name: 'Cloudflare deploy hook URL',
    forms: [deployHook()],
    roll: 'Delete the hook in the dashboard and create a new one',
    variable: 'CLOUDFLARE_DEPLOY_HOOK_URL',
  },
  'r2-secret-access-key': {
    // https://developers.cloudflare.com/r2/api/tokens/
    name: 'R2 secret access key',
    forms: [{ shape: /^[0-9a-f]{64}$/, verdict: plausible }],
    roll: 'Roll its API token in the dashboard under R2 > Manage API tokens',
    variable: 'R2_SECRET_ACCESS_KEY',
  },
  'turnstile-secret-key': {
    // https://developers.cloudflare.com/turnstile/get-started/server-side-validation/
    name: 'Turnstile secret key',
    forms: [
      {
        shape: /^0x4[\w-]{31,33}$/,
        // Site keys start the same way and have at most 25 characters.
        anywhere: /(?<![\w-])0x4AAAA[\w-]{27,28}(?![\w-])/g,
        verdict: (value) =>
          /^0x[\da-fA-F]+$/.test(value) || isPlaceholder(value.replace(/^0x4A{3,9}/, '')) || isDocumentedSample(value) ? 'no' : 'plausible',
      },
    ],
    roll: 'Rotate the secret key in the settings of the Turnstile widget',
    variable: 'TURNSTILE_SECRET_KEY',
  },
  'stream-signing-key': {
    name: 'Cloudflare Stream signing key',
    forms: [{ shape: /^(?:LS0tLS1CRUdJTi|eyJ1c2UiOiJzaWci)[\w+/-]{80,}={0,2}$/, verdict: plausible }],
    roll: 'Delete the signing key and create a new one',
    variable: 'STREAM_SIGNING_KEY',
  },
  'stream-live-key': {
    name: 'Cloudflare Stream live key',
    forms: [
      { shape: /^(?=[0-9a-z]*\d)[0-9a-z]{60,70}$/, verdict: plausible },
      {
        // https://developers.cloudflare.com/stream/stream-live/start-stream-live/
        shape: /^rtmps?:\/\/live\.cloudflare\.com(?::\d+)?\/live\/[0-9a-z]{60,70}$/,
        anywhere: /rtmps?:\/\/live\.cloudflare\.com(?::\d+)?\/live\/[0-9a-z]{60,70}\b/g,
        verdict: (value) => plausible(value.slice(value.lastIndexOf('/') + 1)),
      },
    ],
    roll: 'Delete the live input and create a new one',
    variable: 'STREAM_LIVE_KEY',
  },
  'images-signing-key': {
    name: 'Cloudflare Images signing key',
    forms: [{ shape: /^(?=[\w+/-]*[A-Z])(?=[\w+/-]*[a-z])[\w+/-]{30,43}={0,2}$/, verdict: plausible }],
    roll: 'Delete the signing key and create a new one',
    variable: 'IMAGES_SIGNING_KEY',
  },
  'realtime-secret': {
    // https://developers.cloudflare.com/realtime/turn/generate-credentials/
    name: 'Cloudflare Realtime secret',
    forms: [{ shape: /^[0-9a-f]{64}$/, verdict: plausible }],
    roll: 'Delete the app or TURN key and create a new one',
    variable: 'TURN_KEY_API_TOKEN',
  },
  'hyperdrive-connection-string': {
    name: 'password of a Hyperdrive database',
    forms: [
      { shape: connectionString, verdict: (value) => (isWorthKeeping(value) ? 'plausible' : 'no') },
      { shape: /^\S{6,100}$/, place: 'database-password', verdict: (value) => (isPassword(value) ? 'plausible' : 'no') },
    ],
    roll: "Change the database user's password",
    variable: 'CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE',
  },
} as const satisfies Readonly<Record<string, CredentialKind>>;

export type CredentialId = keyof typeof kinds;

/** The kinds by their names in options. */
export const credentialKinds: Readonly<Record<CredentialId, CredentialKind>> = kinds;

export const credentialIds = Object.keys(kinds) as readonly CredentialId[];
