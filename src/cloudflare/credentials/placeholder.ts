/**
 * Recognises placeholders for credentials. A random value practically never passes any of these tests
 * (less than once in ten million), since a credential mistaken for a placeholder is a missed leak.
 */

/** Whether a value with the shape of a credential was written by a person or a counter, not generated at random. */
export function isPlaceholder(value: string): boolean {
  return isMonotonous(value) || isPeriodic(value) || hasSequence(value) || isWordy(value);
}

/** Few different characters: `xxxxxxxx…`, `0000…`, `abababab…`. */
function isMonotonous(value: string): boolean {
  const distinct = new Set(value).size;
  return distinct <= Math.min(7, value.length / 4) || /(.)\1{8}/.test(value);
}

/** The same few characters again and again: `deadbeefdeadbeef…`. */
function isPeriodic(value: string): boolean {
  for (let period = 1; period <= Math.min(16, value.length / 2); period += 1) {
    if (value.slice(period) === value.slice(0, -period)) return true;
  }
  return false;
}

/** `123456789`, `abcdefghi`: nine characters in a row, each the successor of the one before. */
function hasSequence(value: string): boolean {
  let run = 1;
  for (let index = 1; index < value.length; index += 1) {
    run = follows(value.charAt(index - 1).toLowerCase(), value.charAt(index).toLowerCase()) ? run + 1 : 1;
    if (run >= 9) return true;
  }
  return false;
}

const order = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Whether a character follows another. After 9, people continue with 0 or a, and after f with 0. */
function follows(before: string, here: string): boolean {
  if (here === '0') return before === '9' || before === 'f' || before === 'z';
  return order.includes(before + here);
}

/** Words, as in `my-cloudflare-api-token-for-production-1` or `FakeTokenUsedInTestsOnly…`. */
function isWordy(value: string): boolean {
  const words = value.toLowerCase().match(commonWords) ?? [];
  if (words.join('').length >= 10) return true;
  const segments = value.split(/[-_.]/).filter((segment) => segment.length >= 2 && /^(?:[a-z]+|[A-Z]+|[A-Z][a-z]+)$/.test(segment));
  if (segments.join('').length >= value.length * 0.6) return true;
  // Prose and identifiers are runs of lower-case letters; among random characters, only a sixth of all pairs are, or half without capitals.
  const pairs = value.match(/[a-z](?=[a-z])/g) ?? [];
  return pairs.length >= (value.length - 1) * (/^[a-z\d]+$/.test(value) ? 0.95 : 0.66);
}

const commonWords =
  /account|admin|apikey|bearer|change|cloudflare|credential|default|demo|development|docs|dummy|env|example|fake|fixture|global|here|insert|invalid|key|local|made|masked|mock|password|placeholder|place|production|prod|random|real|redacted|replace|sample|secret|some|staging|string|super|test|token|user|valid|value|worker|wrong|xxxx|your/g;
