/**
 * Makes text from files safe to print, without anything that is or may be a secret. All text that any output takes from a file passes through here.
 */
import { credentialMatches } from './cloudflare/credentials/judge.js';
import type { Span } from './source/span.js';

/**
 * Returns the text with its length unchanged and dots in place of credentials, passwords in URLs, and words that may be secrets of any service. The
 * account id that hosts begin with is kept.
 */
export function redacted(text: string): string {
  return withDots(text, credentialMatches(text))
    .replaceAll(/(?<=:\/\/[^\s/:@]{0,80}:)[^\s/@]+(?=@)/g, dots)
    .replaceAll(/(?:[\w+/-]|%[\da-f]{2}){20,}={0,2}/gi, (word) => (hasBothCases(word) && isRandom(word) ? dots(word) : word))
    .replaceAll(/(?<![\w+-])(?![\da-f]{32}\.[a-z])(?:[\w+-]|%[\da-f]{2}){16,}={0,2}/gi, (word) =>
      isRandom(word) ? dotsAfterName(word) : word,
    );
}

/**
 * Redacts the path of a file. A path has to lead to its file, so hashes as written by bundlers and package managers stay, and so do names made of
 * words and numbers, however many (`2026-11-29-release-notes`).
 */
export function redactedPath(path: string): string {
  return withDots(path, credentialMatches(path)).replaceAll(/[\w+-]{32,}={0,2}/g, (word) =>
    isRandom(word) &&
    !isHash(word) &&
    !word
      .replace(uuid, '')
      .split(/[_+-]+/)
      .every(isOrderly)
      ? dotsAfterName(word)
      : word,
  );
}

/** Longest part of a name that may be anything, as in `1TO1-CALLS`: random names are rarely cut into such short parts. */
const SHORT_PART = 6;

/** Least average length of the words and numbers in a part of a name, such as `HowToMigrate`; random ones average two. */
const ORDERLY = 4;

/** A date, a time or both, as in ISO 8601: `20261130T152047Z`, `152047Z`. */
const time = /^(?:\d{8}T)?\d{6}Z?$/;

function isOrderly(part: string): boolean {
  if (part.length <= SHORT_PART || simplePart.test(part) || time.test(part)) return true;
  // An abbreviated commit
  if (/^[\da-f]+$/.test(part)) return part.length <= 12;
  return part.length >= ORDERLY * (part.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? []).length;
}

/** Redacts source text: its credentials, repetitions of them, and anything else that may be a secret. */
export function redactedSource(text: string, secrets: readonly Span[]): string {
  const written = new Set(secrets.map(({ start, end }) => text.slice(start, end)).filter(({ length }) => length >= LEAST_REPEATED));
  return redacted([...written].slice(0, MAX_REPEATED).reduce((shown, each) => shown.replaceAll(each, dots), withDots(text, secrets)));
}

/** Shortest secret whose repetitions are redacted. */
const LEAST_REPEATED = 16;

/** Most secrets of a file whose repetitions are searched for, so that thousands cost no more. */
const MAX_REPEATED = 100;

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

/** Words at the beginning of a name: `CLOUDFLARE_API_TOKEN_`. */
const nameStart = /^(?:(?:[A-Z]{2,14}|[a-z]{2,14})[_-])*/;

/** Redacts everything but the words at the beginning of a name. */
function dotsAfterName(word: string): string {
  const name = nameStart.exec(word)?.[0] ?? '';
  return name + dots(word.slice(name.length));
}

const hasBothCases = (word: string): boolean => /[a-z]/.test(word) && /[A-Z]/.test(word);

const uuid = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/i;

const isHash = (word: string): boolean => /^(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64}|[\da-f]{96}|[\da-f]{128}|[\da-f-]{36})$/i.test(word);

/** Most digits in a name that is not random, as in `r2_key_2026`. */
const MAX_DIGITS = 4;

/** Shortest average length of the words in a name; longer names need longer words. Among random characters, runs of one class average two. */
const leastLength = (word: string): number => (word.length < 30 ? 3 : 4);

/** Boundaries between the words of a name: between lower and upper case, letters and digits, and at any other character. */
const boundary = /[^\p{L}\d]+|(?<=\p{Ll})(?=[\p{Lu}\d])|(?<=\p{Lu})(?=\d|\p{Lu}\p{Ll})|(?<=\d)(?=\p{L})/u;

/** A part of a name in a single case. */
const simplePart = /^(?:[A-Z][A-Z\d]{0,13}|[A-Z]?[a-z][a-z\d]{0,13}|\d{1,14})$/;

/** Whether a long word looks random, since names are made of words. */
function isRandom(whole: string): boolean {
  const word = whole.replace(nameStart, '');
  if (word.replaceAll(/\D/g, '').length > MAX_DIGITS) return true;
  if (word.split(/[_-]+/).every((part) => part === '' || simplePart.test(part))) return false;
  const letters = word.replaceAll(/[^a-z]/gi, '');
  // A third of the letters in words are vowels, but only a fifth of random letters.
  if (word.length >= 30 && letters.replaceAll(/[^aeiou]/gi, '').length < letters.length * 0.22) return true;
  const parts = word.split(boundary).filter((part) => part !== '');
  return parts.join('').length < parts.length * leastLength(word);
}
