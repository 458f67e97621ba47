/** Functions of packages that run a callback with retries or rate limits, and return its result. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Value } from '../../../source/model.js';
import type { Reading } from '../reading.js';

/** Sources: the README of each package, November 2026. */
const runners =
  /^(?:p-retry|async-retry|promise-retry|exponential-backoff|ts-retry-promise|@lifeomic\/attempt|p-limit|p-queue|p-throttle|bottleneck|cockatiel)$/;

/** Whether a call returns the result of its callback: `pRetry(async () => …)`, or `limit(() => …)` with `const limit = pLimit(2)`. */
export function runsCallback(reading: Reading, call: TSESTree.CallExpression, callback: TSESTree.Node): boolean {
  return call.arguments[0] === callback && isOfRunner(reading.read(call.callee));
}

/** Longest chain of calls that is followed. A loop with `node = node.next()` makes it endless. */
const MAX_LINKS = 20;

function isOfRunner(called: Value): boolean {
  let value: Value | undefined = called;
  for (let links = 0; links < MAX_LINKS; links += 1) {
    if (value?.kind === 'call') value = value.callee;
    if (value?.kind !== 'name') return false;
    if (value.module !== undefined) return runners.test(value.module);
    value = value.of;
  }
  return false;
}
