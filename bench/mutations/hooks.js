/** Loaded before the tests of a mutation run: replaces vitest's `describe` and `it` with Mocha's where tests import them. */
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) register(import.meta.url); // hooks run in a thread of their own

const standIn = new URL('vitest.js', import.meta.url).href;

/** @type {import('node:module').ResolveHook} */
export const resolve = (specifier, context, next) =>
  specifier === 'vitest' && context.parentURL !== standIn ? { url: standIn, shortCircuit: true } : next(specifier, context);
