/**
 * `npm run update-sdk-methods [-- <version> …]` installs npm `cloudflare` (the latest of each major version from 4 to 7, or the given versions) into a
 * temporary folder and writes ../generated/sdk-methods.json: which operations each method of its resources sends.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { template } from './operation-table.js';

const asked = process.argv.slice(2);
const versions = asked.length > 0 ? asked : ['4', '5', '6', '7'];
const folder = mkdtempSync(join(tmpdir(), 'sdk-'));
/** @type {Map<string, Set<string>>} the operations of each dotted method */
const found = new Map();
/** @type {string[]} */
const read = [];
try {
  const packages = versions.map((version) => `cloudflare-${version}@npm:cloudflare@${version}`);
  execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--silent', '--ignore-scripts', ...packages], {
    stdio: 'inherit',
  });
  const require = createRequire(join(folder, 'index.js'));
  for (const version of versions) {
    const name = `cloudflare-${version}`;
    const { Cloudflare } = /** @type {{ readonly Cloudflare: new (options: object) => object }} */ (require(name));
    /** @type {{ readonly version: string }} */
    const manifest = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'));
    read.push(manifest.version);
    visit(new Cloudflare({ apiToken: 'none' }), []);
  }
} finally {
  rmSync(folder, { recursive: true });
}

/**
 * @param {object} resource
 * @param {readonly string[]} path
 */
function visit(resource, path) {
  for (const [name, value] of Object.entries(/** @type {Readonly<Record<string, unknown>>} */ (resource))) {
    if (!name.startsWith('_') && typeof value === 'object' && value !== null && '_client' in value) visit(value, [...path, name]);
  }
  if (path.length === 0) return;
  for (let type = prototypeOf(resource); type !== null && type !== Object.prototype; type = prototypeOf(type)) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(type))) {
      const operations = name !== 'constructor' && typeof value === 'function' ? sent(String(value)) : [];
      const key = [...path, name].join('.');
      if (operations.length > 0) found.set(key, new Set([...(found.get(key) ?? []), ...operations]));
    }
  }
}

/**
 * @param {object} of
 * @returns {object | null}
 */
function prototypeOf(of) {
  /** @type {unknown} */
  const prototype = Object.getPrototypeOf(of);
  return /** @type {object | null} */ (prototype);
}

/**
 * Finds the requests in the source of a method: `this._client.post(path`/zones/${zone_id}/dns_records`, …)`.
 * @param {string} source
 */
function sent(source) {
  return [...source.matchAll(/_client\.(\w+)\(\s*(?:\(0, \w+\.path\)\s*|path\s*)?(?:`([^`]*)`|'([^']*)'|"([^"]*)")([\s\S]*)/g)].flatMap(
    ([, call = '', tagged, single, double, rest = '']) => {
      const written = tagged ?? single ?? double ?? '';
      const method = call === 'getAPIList' ? (/^[\s\S]{0,200}?method: '(\w+)'/.exec(rest)?.[1] ?? 'get') : call;
      const heads = written.startsWith('/${accountOrZone}') ? ['accounts', 'zones'] : [''];
      return heads.map(
        (head) => `${method.toUpperCase()} ${template(written.replace('${accountOrZone}', head).replaceAll(/\$\{[^}]*\}/g, '{}'))}`,
      );
    },
  );
}

const letters = new Map([
  ['GET', 'G'],
  ['POST', 'P'],
  ['PUT', 'U'],
  ['PATCH', 'A'],
  ['DELETE', 'D'],
]);

/**
 * Front-codes names and paths: each as the number of leading parts that it shares with the previous one, and the rest.
 * @param {string} separator
 */
function frontCoder(separator) {
  /** @type {readonly string[]} */
  let before = [];
  return (/** @type {string} */ text) => {
    const parts = text.split(separator);
    let same = 0;
    while (same < before.length && same < parts.length && before[same] === parts[same]) same += 1;
    before = parts;
    return same.toString(36) + parts.slice(same).join(separator);
  };
}

const codeName = frontCoder('.');
const codePath = frontCoder('/');
const methods = [...found]
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([name, operations]) =>
    [
      codeName(name),
      ...[...operations].sort().map((operation) => {
        const [method = '', path = ''] = operation.split(' ');
        return `${letters.get(method) ?? ''}${codePath(path.slice(1))}`;
      }),
    ].join(' '),
  );
const table = {
  source: 'npm cloudflare, https://github.com/cloudflare/cloudflare-typescript',
  licence: 'Apache-2.0',
  date: new Date().toISOString().slice(0, 10),
  versions: read,
  methods,
};
writeFileSync(new URL('../generated/sdk-methods.json', import.meta.url), `${JSON.stringify(table, undefined, 1)}\n`);
