/**
 * `npm run bench:regexps`: searches for texts on which a regular expression of the bundle takes more than linear time. recheck searches for an
 * attack, by automata or by fuzzing; where it finds none, pieces of the expression itself are repeated. Every attack is then timed at doubling
 * lengths.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, Script } from 'node:vm';
import ts from 'typescript';
import { table } from './measure.js';
import { peers, spec } from './peers.js';
import { prove } from './proof.js';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
/** Maximum growth, slightly above linear: `time ∝ length ^ exponent`. */
const maxExponent = 1.5;
/** Milliseconds below which a time is not meaningful, and above which no longer text is tried. */
const [shortest, longest] = [4, 2_000];

/** @typedef {{ status: string, attack?: { pumps: { prefix: string, pump: string }[], suffix: string } }} Diagnostics */
/** @typedef {{ check: (source: string, flags: string, options: { timeout: number }) => Promise<Diagnostics> }} Recheck */
/** @typedef {(count: number) => string} Attack */

/** Returns the regular expression literals of a bundle. @param {string} path @returns {readonly RegExp[]} */
function literals(path) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  /** @type {RegExp[]} */
  const found = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, pattern = '', flags] = /^\/(.*)\/(\w*)$/su.exec(node.text) ?? [];
      found.push(new RegExp(pattern, flags));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Returns the regular expressions that the bundle constructs when it is loaded. */
async function constructed() {
  /** @type {RegExp[]} */
  const found = [];
  const Original = RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, given, made) {
      const expression = /** @type {RegExp} */ (Reflect.construct(target, given, made));
      if (new Error().stack?.split('\n')[2]?.includes(dist)) found.push(expression);
      return expression;
    },
  });
  const { default: plugin } = await import('../dist/index.js');
  const { Linter } = await import('eslint');
  new Linter().verify('cloudflare', [plugin.configs.all], 'a.js');
  globalThis.RegExp = Original;
  return found;
}

/** Returns texts made of pieces of the expression itself. @param {string} source @returns {readonly Attack[]} */
function ownAttacks(source) {
  const pieces =
    source
      .replace(/\\[nt]/g, ' ')
      .replace(/\\[dw]/g, 'a')
      .match(/[\w .:/"'=<>!-]+/g) ?? [];
  const pumps = [...new Set([...pieces, pieces.join(''), 'a', ' ', '/', '"'])].slice(0, 8);
  return pumps.map((pump) => (count) => `${pump.repeat(count)}\0`);
}

/** @param {Diagnostics} diagnostics @param {string} source @returns {readonly Attack[]} */
function attacks({ attack }, source) {
  if (!attack) return ownAttacks(source);
  const { pumps, suffix } = attack;
  return [(count) => `${pumps.map(({ prefix, pump }) => prefix + pump.repeat(count)).join('')}${suffix}`];
}

const context = createContext({});
const replace = new Script('text.replace(expression, "")');

/** Returns the milliseconds of all matches in a text, with a timeout. @param {RegExp} expression @param {string} text */
function milliseconds(expression, text) {
  Object.assign(context, { expression, text });
  const start = performance.now();
  try {
    replace.runInContext(context, { timeout: longest });
  } catch {
    return longest;
  }
  return performance.now() - start;
}

/** Returns the exponent of growth, from the last two lengths with a meaningful time. @param {RegExp} expression @param {Attack} attack */
function exponent(expression, attack) {
  let found = 0;
  let before = 0;
  for (let count = 2 ** 10; count <= 2 ** 15; count *= 2) {
    const text = attack(count);
    let time = milliseconds(expression, text);
    if (time > shortest) time = Math.min(time, milliseconds(expression, text)); // the first run may have compiled it
    if (before >= shortest) found = Math.log2(time / before);
    if (time >= longest) return Math.max(found, 2);
    before = time;
  }
  return found;
}

const recheck = /** @type {Recheck} */ (await peers().load('recheck'));
const bundles = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => /\.c?js$/.test(path));
const all = [...bundles.flatMap((path) => literals(join(dist, path))), ...(await constructed())];
const expressions = [...new Map(all.map((expression) => [String(expression), expression])).values()];

/** @type {Record<string, number>} */
const statuses = {};
const grown = [];
for (const expression of expressions) {
  const diagnostics = await recheck.check(expression.source, expression.flags, { timeout: 3_000 });
  statuses[diagnostics.status] = (statuses[diagnostics.status] ?? 0) + 1;
  const exponents = attacks(diagnostics, expression.source).map((attack) => exponent(expression, attack));
  grown.push({ expression, status: diagnostics.status, exponent: Math.max(...exponents) });
}
grown.sort((one, other) => other.exponent - one.exponent);
const said = Object.entries(statuses).map(([status, count]) => `${String(count)} ${status}`);
const rows = grown.slice(0, 5).map(({ expression, status, exponent: power }) => {
  const shown = String(expression).replaceAll('|', '\\|').slice(0, 60);
  return [`\`${shown}\``, status, power.toFixed(2)];
});
const text = `${String(expressions.length)} regular expressions; recheck calls ${said.join(', ')}. The worst growth of time over length that was measured:`;
await prove('regular expressions', `${text}\n\n${table([['expression', 'recheck', 'exponent'], ...rows])}`, [spec('recheck')]);
const faults = grown.filter(({ status, exponent: power }) => power > maxExponent || status === 'vulnerable');
for (const { expression, status, exponent: power } of faults) console.log(`${status}, ${power.toFixed(2)}: ${String(expression)}`);
process.exit(faults.length > 0 ? 1 : 0); // recheck keeps a process of its own
