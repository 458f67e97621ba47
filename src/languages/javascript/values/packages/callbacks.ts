/**
 * Functions of packages that run a callback and return its result, and those that return a function which does what the callback does.
 *
 * Sources: the README of each package; https://docs.sentry.io/platforms/javascript/guides/node/tracing/instrumentation/,
 * https://opentelemetry.io/docs/languages/js/instrumentation/, https://playwright.dev/docs/api/class-test#test-step,
 * https://developers.cloudflare.com/workflows/build/workers-api/, https://www.inngest.com/docs/reference/functions/step-run,
 * https://react.dev/reference/react, https://nextjs.org/docs/app/api-reference/functions/unstable_cache, November 2026.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Name, Value } from '../../../../source/model.js';
import { calleeOf, type Frame, type Reading } from '../../reading.js';
import { isFunction, type Node } from '../../syntax/syntax.js';

/** Longest chain of calls that is walked back to where it starts. */
const MAX_LINKS = 20;

interface Row {
  readonly modules: RegExp;
  /** Last name of the function; empty: the default export, or the function that it returns. */
  readonly functions: RegExp;
}

const running: readonly Row[] = [
  { modules: /^@actions\/core$/, functions: /^group$/ },
  { modules: /^@sentry\/.+$/, functions: /^(?:startSpan(?:Manual)?|startNewTrace|continueTrace|with(?:Scope|IsolationScope|Monitor))$/ },
  { modules: /^@opentelemetry\/api$/, functions: /^(?:startActiveSpan|with)$/ },
  { modules: /^@playwright\/test$/, functions: /^step$/ },
  { modules: /^(?:node:)?async_hooks$/, functions: /^run$/ },
  { modules: /^(?:p-retry|async-retry|promise-retry|p-limit)$/, functions: /^(?:default)?$/ },
  { modules: /^exponential-backoff$/, functions: /^backOff$/ },
  { modules: /^p-queue$/, functions: /^add$/ },
  { modules: /^@epic-web\/remember$/, functions: /^remember$/ },
  { modules: /^effect$/, functions: /^(?:tryPromise|promise|sync|try)$/ },
  { modules: /^(?:react|preact\/hooks)$/, functions: /^useMemo$/ },
];

/** Steps of Cloudflare Workflows and Inngest. */
const steps = /^step\.(?:do|run)$/;

const wrapping: readonly Row[] = [
  { modules: /^(?:react|preact\/hooks|next\/cache)$/, functions: /^(?:cache|useCallback|unstable_cache)$/ },
  { modules: /^(?:lodash(?:-es)?|underscore|es-toolkit)$/, functions: /^(?:once|memoize)$/ },
  {
    modules:
      /^(?:lodash(?:-es)?[./](?:once|memoize)(?:\.js)?|memoizee|memoize|mem|moize|p-memoize|micro-memoize|memoize-one|onetime|fast-memoize)$/,
    functions: /^(?:default)?$/,
  },
];

/** The callback that a call of such a function runs, if it is written there. */
export function callbackRunBy(reading: Reading, node: TSESTree.CallExpression, frame: Frame | undefined): Node | undefined {
  const callback = node.arguments.find(isFunction);
  if (!callback) return undefined;
  const name = calleeOf(reading.read(node.callee, frame));
  return name.kind === 'name' && (isOf(name, running) || (name.local && steps.test(name.path.join('.')))) ? callback : undefined;
}

/** The function that a function which such a call returns does the same as. */
export function wrappedFunction(callee: Value, given: () => readonly Value[]): Value | undefined {
  return callee.kind === 'name' && isOf(callee, wrapping)
    ? given().find((value) => value.kind === 'opaque' && value.what === 'function')
    : undefined;
}

function isOf(name: Name, rows: readonly Row[]): boolean {
  const { module } = rootOf(name);
  return module !== undefined && rows.some(({ modules, functions }) => modules.test(module) && functions.test(name.path.at(-1) ?? ''));
}

/** The name at the start of a chain of calls. `node = node.next()` in a loop makes an endless one. */
function rootOf(name: Name, links = MAX_LINKS): Name {
  return links > 0 && name.of?.callee.kind === 'name' ? rootOf(name.of.callee, links - 1) : name;
}
