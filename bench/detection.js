/**
 * `npm run bench:detection`: measures how many of 20,000 credentials we and other tools find, of every kind, in every place, in every language.
 * `-- 3` generates three of each kind per place, `--misses` prints those that we miss.
 */
import { files } from './detection/files.js';
import { kinds, random } from './detection/kinds.js';
import { lexical } from './detection/languages.js';
import { programs } from './detection/programs.js';
import { countArgument, table } from './measure.js';
import { prove } from './proof.js';
import { others, ours } from './scanners.js';

const each = countArgument(11);

/** By language, file and context. @type {typeof files} */
const places = {
  JavaScript: { 'deploy.jsx': programs.JavaScript },
  TypeScript: { 'deploy.tsx': programs.TypeScript },
  ...files,
  ...lexical,
};

/** @typedef {{ language: string, kind: string, place: string, path: string, text: string, lines: ReadonlySet<number>, foundBy: Set<string> }} Case */
/** @type {Case[]} */
const cases = [];
const next = random(20_261_125);
for (const [language, byPath] of Object.entries(places))
  for (const [path, contexts] of Object.entries(byPath))
    for (const [place, write] of Object.entries(contexts))
      for (const kind of kinds)
        for (let index = 0; index < each; index += 1) {
          const variable = kind.variables[index % kind.variables.length] ?? '';
          const [text, other] = [kind.make(next), kind.make(next)].map((value) => write({ kind, value, variable }));
          if (text && other)
            cases.push({ language, kind: kind.name, place, path, text, lines: differing(text, other), foundBy: new Set() });
        }

/**
 * Returns the lines that contain the credential: those that differ between two texts with different ones. @param {string} one @param {string} other
 */
function differing(one, other) {
  const lines = other.split('\n');
  return new Set(one.split('\n').flatMap((line, index) => (line === lines[index] ? [] : [index + 1])));
}

const scanners = [ours('ours', 'recommended', 'cloudflare-auth/no-hardcoded-credentials'), ...(await others())];
for (const { name, reads, scan } of scanners) {
  const read = cases.filter(({ path }) => reads.test(path));
  const findings = await scan(read.map(({ path, text }) => ({ path, text: `${text}\n` })));
  for (const [index, { lines, foundBy }] of read.entries()) {
    const isFound = findings[index]?.some(({ line, endLine }) => [...lines].some((at) => line <= at && at <= endLine));
    if (isFound) foundBy.add(name);
  }
}

/** @template Item @param {readonly Item[]} items @param {(item: Item) => string} key */
function grouped(items, key) {
  /** @type {Map<string, Item[]>} */
  const groups = new Map();
  for (const item of items) {
    const group = groups.get(key(item)) ?? [];
    groups.set(key(item), group);
    group.push(item);
  }
  return groups;
}

/** @param {'language' | 'kind'} by */
function summary(by) {
  return table([
    [by, 'credentials', ...scanners.map(({ name }) => name)],
    ...[...grouped(cases, (each) => each[by]), /** @type {const} */ (['all', cases])].map(([group, all]) => [
      group,
      String(all.length),
      ...scanners.map((scanner) => share(all, scanner)),
    ]),
  ]);
}

/**
 * Returns the share found of those in files that a scanner reads, never rounded up to all. @param {readonly Case[]} all @param {typeof
 * scanners[number]} scanner
 */
function share(all, { name, reads }) {
  const read = all.filter(({ path }) => reads.test(path));
  const found = read.filter(({ foundBy }) => foundBy.has(name));
  return read.length === 0 ? '–' : `${(Math.floor((1000 * found.length) / read.length) / 10).toFixed(1)} %`;
}

if (process.argv.includes('--misses')) {
  const missed = cases.filter(({ foundBy }) => !foundBy.has('ours'));
  for (const [where, all] of grouped(missed, ({ language, place, kind }) => `${language}, ${place}, ${kind}`))
    console.error(`${String(all.length)} × ${where}\n${String(all[0]?.text)}`);
}

const written = Object.entries(places)
  .filter(([language]) => language !== 'TypeScript')
  .map(([language, byPath]) => `- ${language === 'JavaScript' ? 'JavaScript and TypeScript' : language}: ${placesIn(byPath)}`);

/** @param {Readonly<Record<string, object>>} byPath */
function placesIn(byPath) {
  return Object.values(byPath)
    .flatMap((contexts) => Object.keys(contexts))
    .join(', ');
}

await prove(
  'detection',
  `A credential counts as found if anything is reported on its lines. Every tool runs with its defaults: of ours
\`no-hardcoded-credentials\` as in \`recommended\`, of the other plugins the rules on secrets. A tool is not asked about files that it does not read (–).

${summary('language')}

${summary('kind')}

A credential of a kind that does not identify itself always has a name, a header or a host beside it that identifies Cloudflare or one of its
products: 64 hexadecimal digits called \`APP_SECRET\` could belong to any service. What this page showed to be missed was mended, so that it proves
nothing about places that are not among these:

${written.join('\n')}`,
  scanners.flatMap(({ version = [] }) => version),
);
