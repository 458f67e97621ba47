/** Functions of packages that run the function which they are given, until it succeeds or when its turn has come, and give what it gives. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Value } from '../../../source/model.js';
import type { Reading } from '../reading.js';

/** Sources: the README of each package, November 2026. */
const runners =
  /^(?:p-retry|async-retry|promise-retry|exponential-backoff|ts-retry-promise|@lifeomic\/attempt|p-limit|p-queue|p-throttle|bottleneck|cockatiel)$/;

/** Whether a call gives what the function gives that is its first argument: `pRetry(async () => …)`, `limit(() => …)` of `const limit = pLimit(2)`. */
export function runsWhatItIsGiven(reading: Reading, call: TSESTree.CallExpression, callback: TSESTree.Node): boolean {
  return call.arguments[0] === callback && isOfRunner(reading.read(call.callee));
}

function isOfRunner(callee: Value): boolean {
  if (callee.kind === 'call') return isOfRunner(callee.callee);
  if (callee.kind !== 'name') return false;
  return callee.module === undefined ? callee.of !== undefined && isOfRunner(callee.of) : runners.test(callee.module);
}
