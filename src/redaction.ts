/** Text from files that can be printed: without what is, or may be, a secret. Everything that any output takes from a file goes through here. */
import { sightings } from './cloudflare/credentials/judge.js';
import type { Span } from './source/span.js';

/**
 * The same text, as long as it was, with dots for credentials, passwords in URLs, and words that may be secrets of any service. The id of an account, which
 * hosts begin with, is none.
 */
export function redacted(text: string): string {
  return withDots(text, sightings(text))
    .replaceAll(/(?<=:\/\/[^\s/:@]{0,80}:)[^\s/@]+(?=@)/g, dots)
    .replaceAll(/(?:[\w+/-]|%[\da-f]{2}){20,}={0,2}/gi, (word) => (hasBothCases(word) && isRandom(word) ? dots(word) : word))
    .replaceAll(/(?<![\w+-])(?![\da-f]{32}\.[a-z])(?:[\w+-]|%[\da-f]{2}){16,}={0,2}/gi, (word) =>
      isRandom(word) ? dotsAfterName(word) : word,
    );
}

/**
 * The path of a file. A path has to lead to its file: a hash, such as bundlers and package managers write, stays, and so does a name that is made of words and
 * numbers, however many (`2026-11-29-release-notes`).
 */
export function redactedPath(path: string): string {
  return withDots(path, sightings(path)).replaceAll(/[\w+-]{32,}={0,2}/g, (word) =>
    isRandom(word) && !isHash(word) && !word.split(/[_+-]+/).every(isWordOrNumber) ? dotsAfterName(word) : word,
  );
}

const isWordOrNumber = (part: string): boolean => part === '' || simplePart.test(part) || /^[A-Z]?[a-z]{1,24}\d{0,4}$/.test(part);

/** Source text with dots for its credentials, for repetitions of them, and for whatever else may be a secret. */
export function redactedSource(text: string, secrets: readonly Span[]): string {
  const written = new Set(secrets.map(({ start, end }) => text.slice(start, end)).filter(({ length }) => length >= LEAST_REPEATED));
  return redacted([...written].slice(0, MOST_REPEATED).reduce((shown, each) => shown.replaceAll(each, dots), withDots(text, secrets)));
}

/** Characters of a secret by which it is recognised elsewhere. */
const LEAST_REPEATED = 16;

/** Secrets of a file that are looked for elsewhere, so that one of thousands costs no more. */
const MOST_REPEATED = 100;

function withDots(text: string, secrets: readonly Span[]): string {
  let [shown, done] = ['', 0];
  for (const { start, end } of [...secrets].sort((one, other) => one.start - other.start)) {
    if (end <= done) continue;
    shown += text.slice(done, start) + dots(text.slice(Math.max(done, start), end));
    done = end;
  }
  return shown + text.slice(done);
}

const dots = (text: string): string => text.replaceAll(/[^\r\n\u2028\u2029]/g, '•');

/** Words that a name begins with: `CLOUDFLARE_API_TOKEN_`. */
const nameStart = /^(?:(?:[A-Z]{2,14}|[a-z]{2,14})[_-])*/;

/** Dots for all but the words that a name begins with. */
function dotsAfterName(word: string): string {
  const name = nameStart.exec(word)?.[0] ?? '';
  return name + dots(word.slice(name.length));
}

const hasBothCases = (word: string): boolean => /[a-z]/.test(word) && /[A-Z]/.test(word);

const isHash = (word: string): boolean => /^(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64}|[\da-f]{96}|[\da-f]{128}|[\da-f-]{36})$/i.test(word);

/** Digits that a name may hold, as in `r2_key_2026`. */
const MOST_DIGITS = 4;

/** Characters that the words of a name have on average, the more so the longer it is; runs of one class among random characters have two. */
const leastLength = (word: string): number => (word.length < 30 ? 3 : 4);

/** Where a word ends in another: between small letters and capitals, letters and digits, and at what is neither. */
const boundary = /[^\p{L}\d]+|(?<=\p{Ll})(?=[\p{Lu}\d])|(?<=\p{Lu})(?=\d|\p{Lu}\p{Ll})|(?<=\d)(?=\p{L})/u;

/** Part of a name in one case. */
const simplePart = /^(?:[A-Z][A-Z\d]{0,13}|[A-Z]?[a-z][a-z\d]{0,13}|\d{1,14})$/;

/** Whether a long word looks drawn at random: names are made of words. */
function isRandom(whole: string): boolean {
  const word = whole.replace(nameStart, '');
  if (word.replaceAll(/\D/g, '').length > MOST_DIGITS) return true;
  if (word.split(/[_-]+/).every((part) => part === '' || simplePart.test(part))) return false;
  const letters = word.replaceAll(/[^a-z]/gi, '');
  // A third of the letters of words are vowels, a fifth of random ones.
  if (word.length >= 30 && letters.replaceAll(/[^aeiou]/gi, '').length < letters.length * 0.22) return true;
  const parts = word.split(boundary).filter((part) => part !== '');
  return parts.join('').length < parts.length * leastLength(word);
}
