/** Applies what a program does to an object after creating it: `headers['X-Auth-Key'] = key`, `headers.set(…)`, `Object.assign(headers, …)`. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Entry, Table, Value } from '../../../source/model.js';
import { literal } from '../../../source/values.js';
import { framesOfWriter } from '../calls/callers.js';
import { nameOf } from '../syntax/dotted-name.js';
import { grown } from './growth.js';
import { keysHidden } from './hidden.js';
import { type Frame, frameOf, type Reading } from '../reading.js';
import { othersHolding } from '../modules/siblings.js';
import { declaringFunction, mayHoldTheSame } from '../syntax/reaching.js';
import type { Variable } from '../syntax/scope.js';
import { bare, functionAround, isFunction, type Node, parentOf, spanOf, staticKey, wrapped } from '../syntax/syntax.js';
import { withParameters } from './texts/url-edits.js';
import { anything, type Content, contentOfValue, entry, joined, keyed, lazyTable, nothing, onSomePaths, spread } from './tables.js';

/** A write to an object, or a removal from it. */
export interface Mutation {
  /** The members below the object, outermost first: `['headers']` in `options.headers['X-Auth-Key'] = …`. */
  readonly path: readonly string[];
  readonly content: (frame: Frame | undefined) => Content;
  /** The statement, if the write is a statement of its own. */
  readonly statement?: Node | undefined;
  /** Whether it has certainly happened when the object is used. */
  readonly isCertain?: boolean;
  /** The use of the variable through which the object is written. */
  readonly use?: Node;
  /** Whether it removes a key, which only counts if it is certain. */
  readonly removes?: boolean;
  /** Whether it keeps the previous value of the key as well: `headers.append(…)`. */
  readonly adds?: boolean;
  /** The keys whose values it masks or removes one by one; `any` if it iterates over all keys. */
  readonly hides?: ((frame: Frame | undefined) => ReadonlySet<string> | 'any') | undefined;
}

/** Objects with more uses than this are not followed. */
const MAX_USES = 500;

const known = new WeakMap<Reading, Map<Variable, readonly Mutation[]>>();

/** The value of a variable, plus what is written into it anywhere in the file. */
export function withMutations(reading: Reading, variable: Variable, value: Value, use: Node, frame: Frame | undefined): Value {
  if (value.kind === 'list') return grown(reading, variable, value, frame);
  if (value.kind === 'text') return withParameters(reading, variable, value, frame);
  if (!hasTable(value)) return value;
  const own = mutationsOf(reading, variable)
    .filter((each) => !each.use || mayHoldTheSame(variable, each.use, use))
    .map((each) => (each.hides && each.use && follows(each.use, use) ? { ...each, hides: undefined } : each));
  const mutations = [...othersHolding(reading, variable, value.at).flatMap((other) => mutationsOf(other.reading, other.variable)), ...own];
  return mutated(
    reading,
    value,
    mutations.flatMap((each) => (precedes(each.statement, use) ? { ...each, isCertain: true } : byCallers(reading, variable, each, frame))),
    frame,
  );
}

function mutationsOf(reading: Reading, variable: Variable): readonly Mutation[] {
  const byVariable = known.get(reading) ?? new Map<Variable, readonly Mutation[]>();
  known.set(reading, byVariable);
  let mutations = byVariable.get(variable);
  if (!mutations) {
    const uses = variable.references.length > MAX_USES ? [] : variable.references;
    mutations = uses.flatMap(({ identifier: use }) => {
      const found = mutationAt(reading, use);
      return found ? [{ ...found, use }] : [];
    });
    byVariable.set(variable, mutations);
  }
  return mutations;
}

/** Repeats a write by a function, to an object declared outside of it, for each call of the function. */
function byCallers(reading: Reading, variable: Variable, mutation: Mutation, frame: Frame | undefined): readonly Mutation[] {
  if (!mutation.use) return [mutation];
  const frames = framesOfWriter(reading, mutation.use, declaringFunction(variable), frame);
  const { content, hides } = mutation;
  return frames.map((each) =>
    each ? { ...mutation, content: () => content(each), ...(hides && { hides: () => hides(each) }) } : mutation,
  );
}

/** Whether a statement has certainly run before a use further down in the same block. */
function precedes(statement: Node | undefined, use: Node): boolean {
  if (!statement) return false;
  const block = parentOf(statement);
  return block !== undefined && statement.range[1] <= use.range[0] && use.range[1] <= block.range[1];
}

/** Whether a node is further down in the same function than a use. */
function follows(node: Node, use: Node): boolean {
  return node.range[0] > use.range[0] && functionAround(node) === functionAround(use);
}

function hasTable(value: Value): boolean {
  return value.kind === 'table' || (value.kind === 'choice' && value.options.some(hasTable));
}

/** Applies mutations to the tables that a value may be. */
export function mutated(reading: Reading, value: Value, mutations: readonly Mutation[], frame: Frame | undefined): Value {
  if (mutations.length === 0) return value;
  if (value.kind === 'choice') return { ...value, options: value.options.map((option) => mutated(reading, option, mutations, frame)) };
  return value.kind === 'table' ? overlaid(reading, value, mutations, frame) : value;
}

function overlaid(reading: Reading, table: Table, mutations: readonly Mutation[], frame: Frame | undefined): Table {
  return lazyTable(reading, () => contentWith(reading, table, mutations, frame), {
    names: () => table.names,
    type: () => table.type,
    at: table.at,
  });
}

function contentWith(reading: Reading, table: Table, mutations: readonly Mutation[], frame: Frame | undefined): Content {
  const entries = table.entries.map((each): Entry => {
    const inner = mutations.filter(({ path }) => path[0] === each.key).map((below) => ({ ...below, path: below.path.slice(1) }));
    return inner.length > 0
      ? entry(reading, each.key, each.keyAt, () => mutated(reading, each.value, inner, frame), each.at, each.maybe)
      : each;
  });
  const contents: Content[] = [{ entries, open: table.open }];
  for (const { path, content, isCertain, removes, adds } of mutations) {
    if (path.length > 0 || !(isCertain ?? !removes)) continue;
    const given = content(frame);
    const isBeside = adds && given.entries.some(({ key }) => contents.some((each) => each.entries.some((former) => former.key === key)));
    contents.push(isCertain && !isBeside ? given : onSomePaths(reading, given));
  }
  const content = joined(contents);
  const hidden = mutations.flatMap(({ path, hides }) => (path.length === 0 && hides ? [hides(frame)] : []));
  if (hidden.length === 0) return content;
  if (hidden.includes('any')) return anything;
  return { ...content, entries: content.entries.filter(({ key }) => !hidden.some((keys) => keys !== 'any' && keys.has(key))) };
}

/** The write to an object that a use of it makes, if any. */
export function mutationAt(reading: Reading, use: Node): Mutation | undefined {
  const path: (string | undefined)[] = [];
  let node = use;
  let outer = parentOf(node);
  for (; outer; node = outer, outer = parentOf(node)) {
    if (outer.type === 'MemberExpression' && outer.object === node) path.push(staticKey(outer.property, outer.computed));
    else if (wrapped(outer) !== node) break;
  }
  if (!outer) return undefined;
  const found = mutationBy(reading, node, outer, path);
  const statement = parentOf(outer);
  return found && statement?.type === 'ExpressionStatement' ? { ...found, statement } : found;
}

/** The write that `outer` makes through `node`, the member at `path` of an object. */
function mutationBy(reading: Reading, node: Node, outer: Node, path: readonly (string | undefined)[]): Mutation | undefined {
  if (outer.type === 'AssignmentExpression' && outer.left === node && path.length > 0)
    return assigned(reading, outer.right, outer.left, path);
  if (outer.type === 'UnaryExpression' && outer.operator === 'delete' && path.length > 0) return removed(reading, outer.argument, path);
  if (outer.type !== 'CallExpression') return undefined;
  if (outer.callee === node) return setBy(reading, outer.arguments, path, outer);
  if (outer.arguments[0] === node && nameOf(outer.callee)?.join('.') === 'Object.assign') {
    const sources = outer.arguments.slice(1);
    return mutation(path, (frame) => joined(sources.map((source) => spread(reading, source, frame))));
  }
  return path.length === 0 && isMutatedBy(reading, outer.callee, outer.arguments.indexOf(node as never))
    ? mutation([], () => anything)
    : undefined;
}

function assigned(reading: Reading, right: Node, left: Node, path: readonly (string | undefined)[]): Mutation {
  const member = bare(left);
  const property = member.type === 'MemberExpression' ? member.property : left;
  const written = mutation(path.slice(0, -1), (frame) => {
    const key = path.at(-1);
    const value = (): Value => reading.read(right, frameOf(right, frame));
    const at = { start: left.range[0], end: right.range[1] };
    if (key !== undefined) return { entries: [entry(reading, key, spanOf(property), value, at)], open: false };
    return keyed(reading, reading.read(property, frameOf(property, frame)), value, spanOf(property), at);
  });
  return path.at(-1) === undefined ? { ...written, hides: (frame) => keysHidden(reading, left, property, right, frame) } : written;
}

/** Reads `delete config.apiToken` and `delete config[key]`. */
function removed(reading: Reading, member: Node, path: readonly (string | undefined)[]): Mutation | undefined {
  const key = path.at(-1);
  if (key !== undefined) return without(key, path, member);
  const { property } = bare(member) as TSESTree.MemberExpression;
  const { content, path: outer } = mutation(path.slice(0, -1), () => nothing);
  return { path: outer, content, removes: true, hides: (frame) => keysHidden(reading, member, property, undefined, frame) };
}

/** Reads `headers.delete('Authorization')`. */
function removedBy(reading: Reading, name: Node, path: readonly (string | undefined)[]): Mutation | undefined {
  const key = literal(reading.read(name));
  return key === undefined ? undefined : without(key, path, name);
}

function without(key: string, path: readonly (string | undefined)[], node: Node): Mutation {
  const at = spanOf(node);
  const nothing: Entry = { key, keyAt: at, value: { kind: 'opaque', what: 'undefined', at }, at, maybe: false };
  return { ...mutation(path.slice(0, -1), () => ({ entries: [nothing], open: false })), removes: true };
}

function setBy(reading: Reading, values: readonly Node[], path: readonly (string | undefined)[], call: Node): Mutation | undefined {
  const method = path.at(-1);
  const [name, value] = values;
  const { writing } = reading.language;
  const how = method !== undefined && Object.hasOwn(writing, method) ? writing[method] : undefined;
  if (how === undefined || !name) return undefined;
  if (how === 'removes') return removedBy(reading, name, path);
  const written = mutation(path.slice(0, -1), (frame) => {
    const inner = frameOf(name, frame);
    const first = reading.read(name, inner);
    if (!value) return contentOfValue(reading, first);
    return keyed(reading, first, () => reading.read(value, inner), spanOf(name), spanOf(call));
  });
  return { ...written, adds: how === 'adds' };
}

function mutation(path: readonly (string | undefined)[], content: Mutation['content']): Mutation {
  const keys = path.filter((key) => key !== undefined);
  // A member with an unknown name may be any member.
  return keys.length === path.length ? { path: keys, content } : { path: [], content: () => anything };
}

/** Whether a function may add keys to an object that it is passed. Functions of packages are assumed not to; those of the project may. */
function isMutatedBy(reading: Reading, callee: Node, index: number): boolean {
  const target = reading.read(callee);
  if (target.kind === 'name') return target.module?.startsWith('.') ?? false;
  if (target.kind !== 'opaque' || !('callee' in target) || index < 0) return false;
  const callable = target.callee as Node;
  const parameter = isFunction(callable) ? callable.params[index] : undefined;
  if (parameter?.type !== 'Identifier') return false;
  const variable = reading.home(parameter).scope.variable(parameter);
  // Calls inside the function are not examined: they are assumed to leave the object unchanged.
  return (
    variable?.references.some(
      (reference) => parentOf(reference.identifier)?.type !== 'CallExpression' && mutationAt(reading.home(parameter), reference.identifier),
    ) ?? false
  );
}
