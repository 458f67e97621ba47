/** Builds the compact table of operations from an OpenAPI description. `../api/operations.ts` parses its notation. */

/** The methods of Cloudflare's operations, and the letters that represent them. */
export const letters = new Map([
  ['get', 'G'],
  ['post', 'P'],
  ['put', 'U'],
  ['patch', 'A'],
  ['delete', 'D'],
]);

/**
 * @typedef {{ readonly security?: readonly Readonly<Record<string, unknown>>[], readonly 'x-api-token-group'?: readonly string[] | null, readonly deprecated?: boolean }} Operation
 * @typedef {Readonly<Record<string, Readonly<Record<string, Operation>>>>} Paths
 * @typedef {{ readonly info: { readonly license?: { readonly name: string } }, readonly paths: Paths }} OpenApi
 * @typedef {{ readonly source: string, readonly licence: string, readonly date: string, readonly groups: readonly string[], readonly accepted: readonly string[], readonly paths: readonly string[] }} OperationTable
 */

/**
 * @param {OpenApi} api
 * @param {{ readonly source: string, readonly date: string }} origin
 * @returns {OperationTable}
 */
export function operationTable(api, { source, date }) {
  const operations = operationsOf(api.paths);
  const sets = byFrequency(operations.map(({ accepted }) => accepted.join('|')).filter((set) => set !== ''));
  const groups = byFrequency(sets.flatMap((set) => set.split('|')));
  /** @type {Map<string, string>} */
  const paths = new Map();
  for (const { path, letter, deprecated, scheme, accepted } of operations) {
    const set = accepted.length === 0 ? '' : String(sets.indexOf(accepted.join('|')));
    paths.set(path, `${paths.get(path) ?? ''}${letter}${deprecated ? '!' : ''}${scheme}${set}`);
  }
  return {
    source,
    licence: api.info.license?.name ?? 'unknown',
    date,
    groups,
    accepted: sets.map((set) =>
      set
        .split('|')
        .map((group) => String(groups.indexOf(group)))
        .join(' '),
    ),
    paths: frontCoded([...paths].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}

/** @param {Paths} paths */
function operationsOf(paths) {
  return Object.entries(paths).flatMap(([path, item]) =>
    [...letters].flatMap(([method, letter]) => {
      const operation = item[method];
      if (!operation) return [];
      const accepted = [...new Set(operation['x-api-token-group'] ?? [])];
      const scheme = schemeOf(operation.security);
      return spellings(path).map((spelling) => ({ path: spelling, letter, deprecated: operation.deprecated === true, scheme, accepted }));
    }),
  );
}

/**
 * Replaces each segment that contains a parameter with `{}`.
 * @param {string} path
 */
export function template(path) {
  return path
    .split('/')
    .map((segment) => (segment.includes('{') ? '{}' : segment))
    .join('/');
}

/**
 * Returns a path without the names of its parameters; a leading parameter for `accounts` or `zones` yields both paths.
 * @param {string} path
 */
function spellings(path) {
  const all = path.startsWith('/{accounts_or_zones}/')
    ? ['/accounts', '/zones'].map((head) => head + path.slice('/{accounts_or_zones}'.length))
    : [path];
  return all.map(template);
}

/**
 * Encodes which credentials an operation accepts: empty for token or key, `t` token, `k` key, `s` token or service key, `u` the token of an upload, `n` none,
 * `q` not specified.
 * @param {Operation['security']} security
 */
function schemeOf(security) {
  if (!security) return 'q';
  const names = new Set(security.flatMap((each) => Object.keys(each)));
  if (names.has('api_token')) return names.has('user_service_key') ? 's' : names.has('api_key') ? '' : 't';
  return names.has('api_key') ? 'k' : names.size > 0 ? 'u' : 'n';
}

/**
 * Returns the distinct values, the most frequent first, so that it has the shortest index.
 * @param {readonly string[]} values
 */
function byFrequency(values) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1)).map(([value]) => value);
}

/**
 * Front-codes paths: each as the number of segments that it shares with the previous one, and the rest.
 * @param {readonly (readonly [path: string, operations: string])[]} paths
 */
function frontCoded(paths) {
  /** @type {readonly string[]} */
  let before = [];
  return paths.map(([path, operations]) => {
    const segments = path.slice(1).split('/');
    let same = 0;
    while (same < before.length && same < segments.length && before[same] === segments[same]) same += 1;
    before = segments;
    return `${same.toString(36)}${segments.slice(same).join('/')} ${operations}`;
  });
}
