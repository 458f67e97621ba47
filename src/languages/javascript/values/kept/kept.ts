/**
 * Values that one handler of a framework keeps for the next ones, in an object that they all are passed: `c.set('token', …)` and `c.get('token')`
 * of Hono, `locals` of Express, SvelteKit and Astro, `state` of Koa, what is added to a request, to Fastify or to an object of a package; and those in
 * containers of dependencies, in contexts of tRPC and in `AsyncLocalStorage`.
 *
 * Sources: https://hono.dev/docs/api/context#set-get, https://expressjs.com/en/api.html#res.locals and #app.set,
 * https://svelte.dev/docs/kit/hooks#Server-hooks-locals, https://docs.astro.build/en/guides/middleware/, https://koajs.com/#ctx-state,
 * https://fastify.dev/docs/latest/Reference/Decorators/, https://nodejs.org/api/async_context.html, November 2026.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Name, Span, Value } from '../../../../source/model.js';
import { alternatives, literal } from '../../../../source/values.js';
import { moduleReading, siblings } from '../../modules/siblings.js';
import { isConstruction, type Reading } from '../../reading.js';
import { nameOf } from '../../syntax/dotted-name.js';
import { bare, isFunction, type Node, staticKey } from '../../syntax/syntax.js';
import { choice } from '../choices.js';
import { givenToContainer, placeAskedOf } from './containers.js';
import { givenToContext } from './contexts.js';

/** Parameters that hold the same object, by what programs call them. */
const holders: Readonly<Record<string, string>> = {
  c: 'context',
  ctx: 'context',
  context: 'context',
  event: 'event',
  req: 'request',
  request: 'request',
};
/** Names of applications, which keep values under names. */
const applications: ReadonlySet<string> = new Set(['app', 'fastify']);
/** Members of such objects that are there to keep values in. */
const storing: ReadonlySet<string> = new Set(['locals', 'state']);
/** Deepest member that is followed: `event.context.token`. */
const MAX_MEMBERS = 3;
/** Most values of one member. */
const MAX_VALUES = 4;

/** Files that frameworks run before their handlers. */
const before = ['hooks.server.ts', 'middleware.ts'];

/** Places that other files may fill. */
const filledElsewhere = /^(?:token |locals\.|app\.|context\.|request\.)/;

/** Members that frameworks fill or send themselves. */
const ofFrameworks: ReadonlySet<string> = new Set(
  'app body cookies env headers hostname href ip json length message method node originalUrl params path platform protocol query raw req request res response signal socket status statusCode text type url'.split(
    ' ',
  ),
);

/** The value that a program keeps under a name: `locals.token`, `c.var.token`, `req.token`. */
export function keptIn(reading: Reading, { path, local, of, module }: Name, key: string, at: Span): Value | undefined {
  if (reading.language.name !== 'javascript' || of || module !== undefined || (!local && path[0] !== 'Astro')) return undefined;
  return kept(reading, placeOf([...path, key]), at);
}

/** The value with which a program decorates its application: `fastify.token`. */
export function keptByApplication(reading: Reading, { name }: TSESTree.Identifier, key: string, at: Span): Value | undefined {
  return applications.has(name) ? kept(reading, placeOf([name, key]), at) : undefined;
}

/** The value that a program adds to an object of a package: `client.token = …`, where `const client = new Client()`. */
export function keptByObject(reading: Reading, object: TSESTree.Identifier, key: string, at: Span): Value | undefined {
  return kept(reading, placeIn(reading, object, key), at);
}

/** The place in an object that a call made, by where its variable is declared. */
function placeIn({ scope }: Reading, object: TSESTree.Identifier, key: string): string | undefined {
  const declared = scope.variable(object)?.defs[0]?.node as Node | undefined;
  const made = declared?.type === 'VariableDeclarator' && declared.init ? bare(declared.init) : undefined;
  const isMade = made?.type === 'NewExpression' || made?.type === 'CallExpression';
  return declared && isMade ? ['object', declared.range[0], key].join(' ') : undefined;
}

/** The value that a method returns by its name: `c.get('token')`, `req.app.get('token')`, `container.resolve('token')`; or `storage.getStore()`. */
export function keptUnder(reading: Reading, node: Node, at: Span): Value | undefined {
  if (node.type === 'CallExpression' && node.arguments.length === 0) return kept(reading, placeOfStore(reading, node, /^getStore$/), at);
  if (node.type !== 'CallExpression' || node.arguments.length !== 1) return undefined;
  const place = placeOfCall(reading, node, /^get$/) ?? placeAskedOf(reading, node);
  return place === undefined ? undefined : kept(reading, place, at);
}

function kept(reading: Reading, place: string | undefined, at: Span): Value | undefined {
  if (place === undefined) return undefined;
  const { checked } = reading;
  const isShared = reading === checked && filledElsewhere.test(place);
  const elsewhere = isShared ? [...siblings(reading), ...before.flatMap((file) => moduleReading(reading, file) ?? [])] : [];
  const values = [...new Set([reading, ...elsewhere])].flatMap((each) => (keepingIn(each).get(place) ?? []).map((node) => each.read(node)));
  const told = values.flatMap(alternatives).filter(isTold).slice(0, MAX_VALUES);
  return choice(told, at);
}

/** Whether a value says more than the name under which it is kept. */
function isTold(value: Value): boolean {
  if (value.kind === 'name') return value.path.length > 1 || !value.local;
  return value.kind === 'text' || value.kind === 'table' || isConstruction(value);
}

/** What a dotted name stands for in every handler: `locals.token` for `res.locals.token`, `request.token` for `req.token`. */
function placeOf(path: readonly string[]): string | undefined {
  const store = path.findLastIndex((name, index) => storing.has(name) && path[index - 1] !== 'this' && index < path.length - 1);
  if (store >= 0) return store === path.length - 2 ? ['locals', path.at(-1)].join('.') : undefined;
  const [head = '', ...below] = path;
  if (below.length === 1 && applications.has(head)) return ['app', ...below].join('.');
  const holder = Object.hasOwn(holders, head) ? holders[head] : undefined;
  const isKept = holder !== undefined && below.length > 0 && below.length < MAX_MEMBERS && !ofFrameworks.has(below[0] ?? '');
  return isKept ? [holder, ...below].join('.') : undefined;
}

/** The place for the first argument of a method of an application or of Hono's context. */
function placeOfCall(reading: Reading, { callee, arguments: [name] }: TSESTree.CallExpression, methods: RegExp): string | undefined {
  if (callee.type !== 'MemberExpression' || !methods.test(staticKey(callee.property, callee.computed) ?? '') || !name) return undefined;
  const key = name.type === 'SpreadElement' ? undefined : literal(reading.read(name));
  const path = nameOf(callee.object);
  if (key === undefined || !path) return undefined;
  if (applications.has(path.at(-1) ?? '')) return ['app', key].join('.');
  const [head = '', ...below] = path;
  return below.length === 0 && Object.hasOwn(holders, head) && holders[head] === 'context' ? ['context', 'var', key].join('.') : undefined;
}

/** The place for what functions run with: `storage.run(store, …)` of `new AsyncLocalStorage()`. */
function placeOfStore(reading: Reading, { callee }: TSESTree.CallExpression, methods: RegExp): string | undefined {
  if (callee.type !== 'MemberExpression' || !methods.test(staticKey(callee.property, callee.computed) ?? '')) return undefined;
  const { object } = callee;
  return object.type === 'Identifier' ? placeIn(reading, object, 'getStore()') : undefined;
}

type Keeping = ReadonlyMap<string, readonly Node[]>;

const known = new WeakMap<Reading, Keeping>();

/** The values that a file keeps, by place. */
function keepingIn(reading: Reading): Keeping {
  const found = known.get(reading);
  if (found) return found;
  const keeping = new Map<string, Node[]>();
  const keep = (place: string | undefined, node: Node): void => {
    if (place !== undefined) keeping.set(place, [...(keeping.get(place) ?? []), node].slice(0, MAX_VALUES));
  };
  for (const node of reading.survey.bindings) {
    if (node.type !== 'AssignmentExpression' || node.operator !== '=' || node.left.type !== 'MemberExpression') continue;
    const path = nameOf(node.left);
    if (path && isGiven(reading, node.left)) keep(placeOf(path), node.right);
    const { object, property, computed } = node.left;
    if (object.type === 'Identifier') keep(placeIn(reading, object, staticKey(property, computed) ?? ''), node.right);
  }
  for (const call of reading.survey.calls) {
    if (call.type !== 'CallExpression') continue;
    const [store, value] = call.arguments;
    if (store && store.type !== 'SpreadElement') keep(placeOfStore(reading, call, /^(?:run|enterWith)$/), store);
    if (value && value.type !== 'SpreadElement') keep(placeOfCall(reading, call, /^(?:set|decorate)$/), value);
    const given = givenToContainer(reading, call);
    if (given) keep(...given);
    for (const [key, node] of givenToContext(reading, call)) keep(placeOf(['context', key]), node);
  }
  known.set(reading, keeping);
  return keeping;
}

/** Whether the object of a member is what a framework passes, or its application, not one that the program makes for itself. */
function isGiven(reading: Reading, member: TSESTree.MemberExpression): boolean {
  let head: Node = member;
  while (head.type === 'MemberExpression') head = head.object;
  if (head.type !== 'Identifier') return false;
  const definition = reading.scope.variable(head)?.defs[0];
  return (definition?.type as string | undefined) === 'Parameter' ? isFunction(definition?.node as Node) : head.name === 'app';
}
