/** Evaluates identifiers: constants, parameters, imports, and variables with everything that is written to them anywhere in the file. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Call, Declares, Name, Span, Table, Value } from '../../../source/model.js';
import { alternatives, get, unknown } from '../../../source/values.js';
import { framesOfWriter } from '../calls/callers.js';
import { emittedTo } from '../calls/emitted.js';
import { withLater } from '../calls/later-uses.js';
import { caughtError } from './caught.js';
import { choice } from './choices.js';
import { listOf, ofTable } from './collection-methods.js';
import { memberOf } from './members.js';
import { withMutations } from './mutations.js';
import { resultPassedTo } from './promises.js';
import { eachOf, itemGivenTo, keysOf } from './iteration.js';
import { type Frame, frameAround, frameOf, isConstruction, isLocalClass, localName, type Reading } from '../reading.js';
import { injectedText } from '../classes/injected.js';
import { setUpBy } from '../classes/instances.js';
import { importedValue, ofImportedModules } from '../modules/imports.js';
import type { Variable } from '../syntax/scope.js';
import { declaringFunction, reaching } from '../syntax/reaching.js';
import { tableWithout } from './tables.js';
import { concatenation } from './texts/texts.js';
import { declaresOf } from '../syntax/declared-members.js';
import { declaratorOf, variableType } from '../syntax/types.js';
import { isFunction, type Node, parentOf, spanOf, staticKey } from '../syntax/syntax.js';

/** A variable with more writes than this is mutable state whose value is unknown. */
const MAX_WRITES = 8;
/** With more properties destructured than this, the rest object is unknown. */
const MAX_TAKEN = 64;

export function readIdentifier(reading: Reading, node: TSESTree.Identifier | TSESTree.JSXIdentifier, frame: Frame | undefined): Value {
  if (node.name === 'undefined') return { kind: 'opaque', what: 'undefined', at: spanOf(node) };
  const variable = reading.scope.variable(node);
  if (!variable) return ofImportedModules(reading, node.name) ?? { kind: 'name', path: [node.name], at: spanOf(node) };
  const found = valueOf(reading, variable, node, frame);
  const value = (found.kind === 'name' ? caughtError(reading, found, node) : undefined) ?? found;
  if (isConstruction(value)) return setUpBy(reading, variable, value, frame);
  return value.kind === 'call' ? withLater(reading, variable, value) : withMutations(reading, variable, value, node, frame);
}

function valueOf(reading: Reading, variable: Variable, use: Node, frame: Frame | undefined): Value {
  const at = spanOf(use);
  const [definition] = variable.defs;
  const name = (): Name => localName([variable.name], at, undefined, declaredAt(variable));
  switch (definition?.type as string | undefined) {
    case 'ImportBinding':
      return importedValue(reading, definition?.node as Node, definition?.parent as Node | undefined, at) ?? name();
    case 'FunctionName':
    case 'ClassName':
      return reading.read(definition?.node as Node, frameAround(definition?.node as Node, frame));
    case 'TSModuleName':
    case 'TSEnumName':
      return reading.read(definition?.node as Node);
    case 'Parameter':
    case 'Variable':
      return written(reading, variable, use, frame);
    default:
      return name();
  }
}

function declaredAt({ identifiers: [first] }: Variable): Span | undefined {
  return first && spanOf(first);
}

function written(reading: Reading, variable: Variable, use: Node, frame: Frame | undefined): Value {
  const at = spanOf(use);
  const definition = variable.defs[0];
  const identifier = definition?.name as TSESTree.Identifier;
  const declarator = declaratorOf(identifier);
  const type = variableType(reading, declarator);
  const name: Name = { ...localName([variable.name], at, type, declaredAt(variable)), declares: declaresOf(reading, declarator) };
  const { writes, isReplaced } = reaching(variable, use);
  const beginning = (): Value | undefined =>
    (definition?.type as string) === 'Parameter'
      ? parameter(reading, identifier, definition?.node as Node, name, frame)
      : declared(reading, identifier, definition?.node as Node, frame);
  const first = isReplaced ? undefined : beginning();
  const values: Value[] = first ? [first] : [];
  const appended: Value[] = [];
  for (const written of writes) {
    if (values.length + appended.length > MAX_WRITES) return name;
    const write = parentOf(written);
    if (write?.type === 'AssignmentExpression' && write.left === written) {
      const given = framesOfWriter(reading, write, declaringFunction(variable), frame).map((each) => reading.read(write.right, each));
      if (write.operator === '+=') appended.push(...given);
      else if (write.operator !== '&&=') values.push(...given);
    } else if (write?.type !== 'AssignmentPattern') values.push(name);
  }
  const [only] = values;
  if (only && appended.length > 0) values.push(concatenation(reading, identifier, [only, ...appended]));
  return choice(values, at) ?? name;
}

/** The value of a parameter: the argument in a frame of the function; otherwise what a promise or an iteration passes, and the default. */
function parameter(
  reading: Reading,
  identifier: TSESTree.Identifier,
  callee: Node,
  name: Name,
  frame: Frame | undefined,
): Value | undefined {
  const inner = frameOf(callee, frame);
  const index = isFunction(callee)
    ? callee.params.findIndex((pattern) => pattern.range[0] <= identifier.range[0] && identifier.range[1] <= pattern.range[1])
    : -1;
  const pattern = isFunction(callee) ? callee.params[index] : undefined;
  if (!pattern) return name;
  const given = inner?.callee === callee ? argumentFor(inner.call, pattern, index) : undefined;
  if (pattern.type === 'RestElement')
    return inner?.callee === callee && pattern.argument === identifier ? rest(reading, inner, pattern, index) : name;
  const passed =
    inner?.callee === callee && !inner.call.open
      ? (given ?? { kind: 'opaque', what: 'undefined', at: name.at })
      : ((index === 0 ? resultPassedTo(reading, callee, frame) : undefined) ??
        emittedTo(reading, callee, index, name.at) ??
        itemGivenTo(reading, callee, index, name.at, frame));
  const injected = isUnknown(passed) ? injectedText(reading, pattern) : undefined;
  return destructured(reading, pattern, identifier, injected ?? passed, inner, name) ?? name;
}

/** The argument for a parameter: by name, in languages with keyword arguments, or by position. */
function argumentFor({ arguments: values, named, at }: Call, pattern: Node, index: number): Value | undefined {
  if (!named) return values[index];
  const byName = values.at(-1);
  const declared = pattern.type === 'TSParameterProperty' ? pattern.parameter : pattern;
  const written = declared.type === 'AssignmentPattern' ? declared.left : declared;
  const slot = byName?.kind === 'table' && written.type === 'Identifier' ? get(byName, written.name) : 'unknown';
  if (slot === 'unknown') return index < values.length - 1 ? values[index] : unknown(at);
  return slot === 'absent' ? values.slice(0, -1)[index] : slot;
}

/** The value of a rest parameter `...values`: the remaining arguments. In lowered trees, it may be the remaining keyword arguments. */
function rest(reading: Reading, { call, callee }: Frame, pattern: TSESTree.RestElement, from: number): Value {
  const at = spanOf(pattern);
  const { arguments: values, named, open } = call;
  if (!('isNamed' in pattern && pattern.isNamed)) return { kind: 'list', items: values.slice(from, named ? -1 : undefined), open, at };
  const byName = named ? values.at(-1) : undefined;
  const taken = isFunction(callee) ? callee.params.map((each) => (each.type === 'AssignmentPattern' ? each.left : each)) : [];
  const others = taken.map((each) => (each.type === 'Identifier' ? each.name : ''));
  return byName?.kind === 'table'
    ? tableWithout(reading, byName, new Set(others), at)
    : { kind: 'table', entries: [], open, names: [], at };
}

/** The initial value of a variable, destructured if necessary. */
function declared(reading: Reading, identifier: TSESTree.Identifier, declaration: Node, frame: Frame | undefined): Value | undefined {
  if (declaration.type !== 'VariableDeclarator') return undefined;
  const inner = frameOf(declaration, frame);
  const loop = parentOf(declaration);
  const statement = loop && parentOf(loop);
  if (statement?.type === 'ForOfStatement' && statement.left === loop) {
    return destructured(reading, declaration.id, identifier, eachOf(reading.read(statement.right, inner), spanOf(identifier)), inner);
  }
  if (statement?.type === 'ForInStatement' && statement.left === loop) {
    const object = reading.read(statement.right, inner);
    return object.kind === 'table' && !object.open ? eachOf(ofTable(reading, object, keysOf, object.at), object.at) : undefined;
  }
  if (!declaration.init) return undefined;
  return destructured(reading, declaration.id, identifier, reading.read(declaration.init, inner), inner);
}

/** The part of `value` that a pattern assigns to an identifier in it. */
function destructured(
  reading: Reading,
  pattern: Node,
  identifier: TSESTree.Identifier,
  value: Value,
  frame: Frame | undefined,
  name?: Name,
): Value | undefined {
  const holds = (node: Node | null): node is Node =>
    node !== null && node.range[0] <= identifier.range[0] && identifier.range[1] <= node.range[1];
  switch (pattern.type) {
    case 'Identifier':
      return isUnknown(value) ? name : value;
    case 'TSParameterProperty':
      return destructured(reading, pattern.parameter, identifier, value, frame, name);
    case 'AssignmentPattern': {
      const fallback = reading.read(pattern.right, frame);
      const given = value.kind === 'opaque' && value.what === 'undefined' ? fallback : withFallback(value, fallback, name);
      return destructured(reading, pattern.left, identifier, given, frame, name);
    }
    case 'ObjectPattern': {
      const property = pattern.properties.find(holds);
      if (property?.type === 'RestElement' && value.kind === 'table')
        return without(reading, value, pattern.properties, spanOf(identifier));
      const source = isUnknown(value) && name ? { ...name, at: spanOf(identifier) } : value;
      if (property?.type === 'RestElement' && source.kind === 'name' && source.declares)
        return nameWithout(source.declares, pattern.properties, identifier);
      const left = property?.type === 'RestElement' && value.kind === 'name' ? leftOf(value, pattern.properties, identifier) : undefined;
      if (left) return left;
      if (property?.type !== 'Property') return name ?? unknown(spanOf(identifier));
      const key = staticKey(property.key, property.computed);
      const member =
        key === undefined || isUnknown(value) ? unknown(spanOf(identifier)) : memberOf(reading, source, key, spanOf(property.key));
      return destructured(reading, property.value, identifier, member, frame, name);
    }
    case 'ArrayPattern': {
      const index = pattern.elements.findIndex(holds);
      const element = pattern.elements[index];
      const at = spanOf(identifier);
      if (value.kind === 'call' && element === identifier) return partOf(value, identifier);
      if (element?.type === 'RestElement' && value.kind === 'list')
        return listOf(
          reading,
          () => value.items.slice(index),
          () => value.open,
          at,
        );
      const isList = alternatives(value).every(({ kind }) => kind === 'list' || kind === 'opaque');
      return element
        ? destructured(reading, element, identifier, isList ? memberOf(reading, value, String(index), at) : unknown(at), frame, name)
        : name;
    }
    default:
      return name;
  }
}

/** The value of `...rest` in a pattern: all properties that are not named before it. */
function without(reading: Reading, table: Table, properties: TSESTree.ObjectPattern['properties'], at: Span): Table {
  return tableWithout(reading, table, namedIn(properties), at);
}

/** The same for a value of which only the type is known. */
function nameWithout(
  declares: Declares,
  properties: TSESTree.ObjectPattern['properties'],
  { name, range: [start, end] }: TSESTree.Identifier,
): Name {
  const named = namedIn(properties);
  const left = (path: readonly string[]): readonly string[] =>
    path.length === 0 ? declares(path).filter((member) => !named.has(member)) : declares(path);
  const at = { start, end };
  return { kind: 'name', local: true, path: [name], at, declaredAt: at, declares: left };
}

/** The value of `...rest` when a name is destructured; undefined if a property is computed, as in `{ [name]: value, ...rest }`. */
function leftOf(name: Name, properties: TSESTree.ObjectPattern['properties'], identifier: TSESTree.Identifier): Name | undefined {
  const { without = new Set<string>() } = name;
  if (without.size + properties.length > MAX_TAKEN) return undefined;
  const isKnown = properties.every((each) => each.type !== 'Property' || staticKey(each.key, each.computed) !== undefined);
  return isKnown ? { ...name, without: new Set([...without, ...namedIn(properties)]), at: spanOf(identifier) } : undefined;
}

function namedIn(properties: TSESTree.ObjectPattern['properties']): ReadonlySet<string> {
  return new Set(properties.flatMap((each) => (each.type === 'Property' ? (staticKey(each.key, each.computed) ?? []) : [])));
}

/** An unknown part of a call's result: `version` in `const [version] = await read()`. */
function partOf(call: Call, identifier: TSESTree.Identifier): Name {
  return { ...localName([identifier.name], spanOf(identifier), undefined, spanOf(identifier)), from: call };
}

/** Adds the default to a value, unless the value is certainly not undefined. */
function withFallback(value: Value, fallback: Value, name: Name | undefined): Value {
  if (value.kind === 'text' || value.kind === 'table' || value.kind === 'list' || isWritten(value)) return value;
  const given = isUnknown(value) ? name : value;
  return choice(given ? [given, fallback] : [fallback], fallback.at) ?? fallback;
}

/** Whether a value is unknown. `this` is not: its class determines its members. */
function isUnknown(value: Value): boolean {
  return value.kind === 'opaque' && value.what === 'unknown' && !isLocalClass(value);
}

/** Whether a value is a constant such as `2` or `false`, or a function. */
function isWritten(value: Value): boolean {
  return value.kind === 'opaque' && (value.what === 'constant' || value.what === 'function');
}
