/**
 * The part of vitest that the tests use, on Mocha, which Stryker runs repeatedly in one process: vitest would reload all modules for each mutant,
 * which takes seconds, where the tests take milliseconds.
 */
import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { vi as real } from 'vitest';

export { expect } from 'vitest';

/** @typedef {(...row: unknown[]) => unknown} Body */
/** @typedef {(title: string, body: Body) => void} Define */
/** @type {{ describe: Define, it: Define, before: (body: Body) => void, after: (body: Body) => void, beforeEach: (body: Body) => void, afterEach: (body: Body) => void }} */
const mocha = /** @type {any} */ (globalThis);

/** @type {Map<string, number>} */
const times = new Map();

/** Returns a title that is unique and the same in every run: Stryker selects tests by title. @param {string} title @param {unknown} [row] */
function unique(title, row) {
  const hash = createHash('sha256').update(`${title}${inspect(row, { depth: 6 })}`);
  const name = `${title} ${hash.digest('hex').slice(0, 10)}`;
  const time = (times.get(name) ?? 0) + 1;
  times.set(name, time);
  return `${name} ${String(time)}`;
}

/** @param {Define} define */
function each(define) {
  return (/** @type {readonly (string | unknown[])[]} */ rows) => (/** @type {string} */ title, /** @type {Body} */ body) => {
    for (const row of rows) define(unique(title, row), () => body(...(Array.isArray(row) ? row : [row])));
  };
}

/** @param {Define} define */
const like = (define) =>
  Object.assign(
    (/** @type {string} */ title, /** @type {Body} */ body) => {
      define(unique(title), body);
    },
    { each: each(define) },
  );

export const [describe, it] = [like(mocha.describe), like(mocha.it)];
export const [beforeAll, afterAll, beforeEach, afterEach] = [mocha.before, mocha.after, mocha.beforeEach, mocha.afterEach];

const RealDate = Date;

export const vi = {
  spyOn: real.spyOn,
  restoreAllMocks: real.restoreAllMocks,
  /** @param {string} time */
  setSystemTime(time) {
    const now = RealDate.parse(time);
    globalThis.Date = new Proxy(RealDate, {
      construct: (target, /** @type {[number?]} */ given) =>
        given[0] === undefined ? new target(now) : new target(.../** @type {[number]} */ (given)),
      get: (target, key) => (key === 'now' ? () => now : /** @type {unknown} */ (Reflect.get(target, key))),
    });
  },
  useRealTimers() {
    globalThis.Date = RealDate;
  },
};
