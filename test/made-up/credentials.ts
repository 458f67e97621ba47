/** Credentials for tests, made when the test runs: none of them was ever issued, and none stands in a file. */
import { crc32 } from 'node:zlib';
import type { CredentialId } from '../../src/cloudflare/credentials/formats.js';

/** Random numbers that are the same in every run (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const digits = '0123456789';
const small = 'abcdefghijklmnopqrstuvwxyz';
export const alphabets = {
  hex: `${digits}abcdef`,
  base62: `${digits}${small}${small.toUpperCase()}`,
  base64url: `${digits}${small}${small.toUpperCase()}-_`,
};

export function characters(count: number, alphabet: string, next: () => number): string {
  return Array.from({ length: count }, () => alphabet.charAt(Math.floor(next() * alphabet.length))).join('');
}

/** A 2026 credential with its right checksum. */
export function prefixed(prefix: string, next: () => number): string {
  const body = characters(40, alphabets.base62, next);
  return `${prefix}${body}${crc32(body).toString(16).padStart(8, '0')}`;
}

/** One credential of each shape, from the first on always the same for a seed. */
export const shapes: Readonly<Record<string, (next: () => number) => string>> = {
  'legacy token': (next) => characters(40, alphabets.base64url, next),
  'legacy global key': (next) => characters(37, alphabets.hex, next),
  cfut_: (next) => prefixed('cfut_', next),
  cfat_: (next) => prefixed('cfat_', next),
  cfk_: (next) => prefixed('cfk_', next),
  cfoat_: (next) => `cfoat_${characters(43, alphabets.base64url, next)}.${characters(43, alphabets.base64url, next)}`,
  'origin CA key': (next) => `v1.0-${characters(24, alphabets.hex, next)}-${characters(146, alphabets.hex, next)}`,
};

const base64 = (count: number, next: () => number): string => characters(count, `${alphabets.base62}+/`, next);
const hex = (count: number, next: () => number): string => characters(count, alphabets.hex, next);

/** A random number that is written as an id: `8-4-4-4-12`. */
function uuid(next: () => number): string {
  return [8, 4, 4, 4, 12].map((count) => hex(count, next)).join('-');
}

/** One credential of each kind, and the part of it that nobody may read. */
export const kinds: Readonly<Record<CredentialId, (next: () => number) => { readonly value: string; readonly hidden: string }>> = {
  'global-api-key': (next) => behind('cfk_', prefixed('cfk_', next)),
  'user-api-token': (next) => behind('cfut_', prefixed('cfut_', next)),
  'account-api-token': (next) => behind('cfat_', prefixed('cfat_', next)),
  'api-token': (next) => behind(4, characters(40, alphabets.base64url, next)),
  'oauth-token': (next) =>
    behind('cfoat_', `cfoat_${characters(43, alphabets.base64url, next)}.${characters(43, alphabets.base64url, next)}`),
  'oauth-refresh-token': (next) => behind(4, `${characters(43, alphabets.base64url, next)}.${characters(43, alphabets.base64url, next)}`),
  'origin-ca-key': (next) => behind('v1.0-', `v1.0-${hex(24, next)}-${hex(146, next)}`),
  'access-client-secret': (next) => behind('cfast_', prefixed('cfast_', next)),
  'tunnel-token': (next) =>
    behind('eyJhIjoi', Buffer.from(JSON.stringify({ a: hex(32, next), t: uuid(next), s: base64(44, next) })).toString('base64')),
  'tunnel-secret': (next) => behind(4, `${base64(43, next)}=`),
  'tunnel-certificate': (next) => {
    const hidden = base64(400, next);
    return { value: `-----BEGIN ARGO TUNNEL TOKEN-----\\n${hidden}\\n-----END ARGO TUNNEL TOKEN-----`, hidden };
  },
  'deploy-hook': (next) => {
    const hidden = uuid(next);
    return { value: `https://api.cloudflare.com/client/v4/pages/webhooks/deploy_hooks/${hidden}`, hidden };
  },
  'r2-secret-access-key': (next) => behind(4, hex(64, next)),
  'turnstile-secret-key': (next) => behind('0x4AAAA', `0x4AAAA${characters(28, alphabets.base64url, next)}`),
  'stream-signing-key': (next) => behind('LS0tLS1CRUdJTi', `LS0tLS1CRUdJTi${base64(200, next)}`),
  'stream-live-key': (next) => behind(4, `7${characters(64, `${digits}${small}`, next)}`),
  'images-signing-key': (next) => behind(4, characters(40, alphabets.base64url.replaceAll('_', ''), next)),
  'realtime-secret': (next) => behind(4, hex(64, next)),
  'hyperdrive-connection-string': (next) => {
    const hidden = characters(24, alphabets.base62, next);
    return { value: `postgres://app:${hidden}@db.internal-shop.net:5432/shop`, hidden };
  },
};

/** What comes behind a beginning that everyone knows, or that is short enough to be shown. */
function behind(shown: string | number, value: string): { readonly value: string; readonly hidden: string } {
  return { value, hidden: value.slice(typeof shown === 'string' ? shown.length : shown) };
}
