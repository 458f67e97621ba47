/** Replaces credentials of fixtures, which are recognizably made up and therefore ignored by some tools, with realistic ones. */
import { crc32 } from 'node:zlib';
import { random } from '../detection/kinds.js';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Returns a text with a generated credential for each made-up one; equal ones are replaced equally. @param {string} text */
export function generated(text) {
  const next = random(20_261_128);
  /** @type {Map<string, string>} */
  const known = new Map();
  /** @param {string} alphabet @param {number} length */
  const characters = (alphabet, length) => Array.from({ length }, () => alphabet.charAt(Math.floor(next() * alphabet.length))).join('');
  /** @param {string} madeUp @param {() => string} make */
  const once = (madeUp, make) => {
    const value = known.get(madeUp) ?? make();
    known.set(madeUp, value);
    return value;
  };
  const prefixed = /\b(cf(?:ut|at|k|ast)_)Fixture\w{33}[0-9a-f]{8}\b/g;
  return text
    .replaceAll(prefixed, (all, /** @type {string} */ prefix) =>
      once(all, () => {
        const body = characters(letters, 40);
        return `${prefix}${body}${crc32(body).toString(16).padStart(8, '0')}`;
      }),
    )
    .replaceAll(/(?<![\w-])Fixture[\w-]{33}(?![\w-])/g, (all) => once(all, () => characters(letters, all.length)))
    .replaceAll(/\bf1c7[0-9a-f]{28,}\b/g, (all) => once(all, () => characters('0123456789abcdef', all.length)));
}
