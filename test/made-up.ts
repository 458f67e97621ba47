/** Credentials for tests, made when the test runs: none of them was ever issued, and none stands in a file. */
import { crc32 } from 'node:zlib';

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
