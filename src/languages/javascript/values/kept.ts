/**
 * Values that one handler of a framework keeps for the next ones, in an object that they all are passed: `c.set('token', …)` and `c.get('token')`
 * of Hono, `locals` of Express, SvelteKit and Astro, `state` of Koa, members that are added to a request.
 *
 * Sources: https://hono.dev/docs/api/context#set-get, https://expressjs.com/en/api.html#res.locals and #app.set,
 * https://svelte.dev/docs/kit/hooks#Server-hooks-locals, https://docs.astro.build/en/guides/middleware/, https://koajs.com/#ctx-state
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Name, Span, Value } from '../../../source/model.js';
import { alternatives, literal } from '../../../source/values.js';
import { moduleReading, siblings } from '../modules/siblings.js';
import { isConstruction, type Reading } from '../reading.js';
import { nameOf } from '../syntax/dotted-name.js';
import { isFunction, type Node, staticKey } from '../syntax/syntax.js';
import { choice } from './choices.js';

/** Parameters that hold the same object, by what programs call them. */
const holders: Readonly<Record<string, string>> = {
  c: 'context',
  ctx: 'context',
  context: 'context',
  event: 'event',
  req: 'request',
  request: 'request',
};
/** Members of such objects that are there to keep values in. */
const shelves: ReadonlySet<string> = new Set(['locals', 'state']);
/** Deepest member that is followed: `event.context.token`. */
const MAX_MEMBERS = 3;
/** Most values of one member. */
const MAX_VALUES = 4;

/** Files that frameworks run before their handlers. */
const before = ['hooks.server.ts', 'middleware.ts'];

/** Places that other files may fill; frameworks fill the other members of requests. */
const filledElsewhere =
  /^(?:locals|app|context\.var)\.|^request\.(?!(?:app|body|cookies|headers|hostname|ip|json|method|params|path|query|raw|signal|text|url)(?:\.|$))/;

/** The value that a program keeps under a name: `locals.token`, `c.var.token`, `req.token`. */
export function keptIn(reading: Reading, { path, local, of, module }: Name, key: string, at: Span): Value | undefined {
  if (reading.language.name !== 'javascript' || of || module !== undefined || (!local && path[0] !== 'Astro')) return undefined;
  return kept(reading, placeOf([...path, key]), at);
}

/** The value that a method returns by its name: `c.get('token')`, `req.app.get('token')`. */
export function keptUnder(reading: Reading, node: Node, at: Span): Value | undefined {
  const place = node.type === 'CallExpression' && node.arguments.length === 1 ? placeOfCall(reading, node, 'get') : undefined;
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
  const shelf = path.findLastIndex((name, index) => shelves.has(name) && path[index - 1] !== 'this' && index < path.length - 1);
  if (shelf >= 0) return shelf === path.length - 2 ? ['locals', path.at(-1)].join('.') : undefined;
  const [head = '', ...below] = path;
  const holder = Object.hasOwn(holders, head) ? holders[head] : undefined;
  return holder === undefined || below.length === 0 || below.length > MAX_MEMBERS - 1 ? undefined : [holder, ...below].join('.');
}

function placeOfCall(reading: Reading, { callee, arguments: [name] }: TSESTree.CallExpression, method: string): string | undefined {
  if (callee.type !== 'MemberExpression' || staticKey(callee.property, callee.computed) !== method || !name) return undefined;
  const key = name.type === 'SpreadElement' ? undefined : literal(reading.read(name));
  const path = nameOf(callee.object);
  if (key === undefined || !path) return undefined;
  if (path.at(-1) === 'app') return ['app', key].join('.');
  const [head = '', ...below] = path;
  return below.length === 0 && Object.hasOwn(holders, head) && holders[head] === 'context' ? ['context', 'var', key].join('.') : undefined;
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
  }
  for (const call of reading.survey.calls) {
    const [, value] = call.arguments;
    if (call.type === 'CallExpression' && value && value.type !== 'SpreadElement') keep(placeOfCall(reading, call, 'set'), value);
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
