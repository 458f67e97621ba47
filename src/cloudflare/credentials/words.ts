/** Splits names into words, and interprets some of the words. */

/** Maximum length of a name. Anything longer is a value in place of a name, which no message may repeat. */
export const MAX_NAME = 100;

/** Cache of recently split names: a file uses the same ones many times. */
const split = new Map<string, readonly string[]>();
const MAX_SPLIT = 2_000;

/** `CLOUDFLARE_API_TOKEN`, `cloudFlareApiToken`, `cf-api-token` → `cloudflare`, `api`, `token`. */
export function words(name: string): readonly string[] {
  const known = split.get(name);
  if (known) return known;
  if (split.size >= MAX_SPLIT) split.clear();
  const all = wordsIn(name);
  if (name.length <= MAX_NAME) split.set(name, all);
  return all;
}

function wordsIn(name: string): readonly string[] {
  const parts =
    name
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .replace(/([A-Z])(?=[A-Z][a-z])/g, '$1 ')
      .toLowerCase()
      .match(/[a-z\d]+/g) ?? [];
  const joined: string[] = [];
  for (const word of parts) {
    if (word === 'flare' && joined.at(-1) === 'cloud') joined[joined.length - 1] = 'cloudflare';
    else if (/^cloudflare(?=.)/.test(word)) joined.push('cloudflare', word.slice('cloudflare'.length));
    else if (/^cf(?:api|token|key)/.test(word)) joined.push('cf', word.slice(2));
    else joined.push(word);
  }
  return joined;
}

/** Whether a word turns the name of a credential into the name of something about it, such as `TOKEN_URL`. */
export function isDescriptiveWord(word: string, index: number, count: number): boolean {
  if (index === 0 && checkWords.has(word)) return true;
  return aspects.has(word) && (index === count - 1 || anywhereAspects.has(word));
}

const checkWords = new Set(
  'has is needs requires missing invalid no validate verify check mask redact assert expect test describe'.split(' '),
);
const anywhereAspects = new Set(
  'csrf xsrf nonce cursor pagination beacon insights rum regex regexp pattern placeholder example analytics'.split(' '),
);
const aspects = new Set(
  [
    'url uri file path name names id ids hash sha length regex regexp pattern prefix suffix header headers type types label title description',
    'placeholder example hint help message error errors status count limit expiry expires expiration ttl field input var variable docs link page',
    'format schema enabled permission permissions scope scopes endpoint host domain zone digest checksum fingerprint env envs kind version',
    'csrf xsrf nonce cursor pagination beacon insights rum analytics usage budget info details data list map count policy policies response result',
  ]
    .join(' ')
    .split(' '),
);

/** Suffixes for something about a variable: whether it is set, where it comes from. */
const afterthoughts = new Set(
  'alias arn at check command created flag invalid key missing option optional pair param parameter present provided ref reference required resource set source store tag template updated valid validation'.split(
    ' ',
  ),
);

/** Whether a suffix distinguishes variables of the same kind, instead of naming something about the variable. */
export function isVariant(suffix: string): boolean {
  const last = suffix.toLowerCase().split('_').at(-1) ?? '';
  return last !== '' && !aspects.has(last) && !afterthoughts.has(last);
}
