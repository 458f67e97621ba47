/** Evaluates members of the file's own classes: `this.x`, and members of objects created by `new`. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { DeclaredType, Span, Value } from '../../../source/model.js';
import { isInOtherFile } from '../../../source/span.js';
import { get, presentValue, unknown } from '../../../source/values.js';
import { choice } from '../values/choices.js';
import { assignedFromOutside, constructionFor, constructorOf, frameOfClass, framesOf, givenField, lineage } from './instances.js';
import { readObjectOf } from './components.js';
import { ALL, ownerOf, writesOf } from './field-writes.js';
import { grownBy } from '../values/growth.js';
import { mutated } from '../values/mutations.js';
import {
  type Construction,
  type Frame,
  frameAround,
  type Instance,
  isLocalFunction,
  type LocalClass,
  type LocalFunction,
  localName,
  type Reading,
} from '../reading.js';
import { getterValue } from '../values/tables.js';
import { type ClassNode, type FunctionNode, isFunction, type Node, parentOf, spanOf, staticKey, isClass } from '../syntax/syntax.js';
import { declaresOfThis } from '../syntax/declared-members.js';
import { typeName } from '../syntax/types.js';

/** Most objects of a class inside one another, each constructed by a field of the one around it, that are followed. */
const MAX_NESTED = 2;

export function readClass(reading: Reading, node: ClassNode): LocalClass {
  return {
    kind: 'opaque',
    what: 'function',
    class: node,
    isThis: false,
    get base() {
      const above = lineage(reading, node).at(-1)?.superClass;
      const extended = above ? reading.read(above) : undefined;
      return extended?.kind === 'name' ? extended : undefined;
    },
    at: spanOf(node),
  };
}

/** Reads `super` in `super(…)` as the superclass that it constructs. */
export function readSuper(reading: Reading, node: TSESTree.Super): Value {
  const call = parentOf(node);
  let owner: Node | undefined = call?.type === 'CallExpression' && call.callee === node ? call : undefined;
  while (owner && !isClass(owner)) owner = parentOf(owner);
  return owner?.superClass ? reading.read(owner.superClass) : unknown(spanOf(node));
}

export function readFunction(reading: Reading, node: FunctionNode, frame: Frame | undefined): LocalFunction {
  const closure = frameAround(node, frame);
  const constructs = reading.constructorFunctions.get(node);
  return {
    kind: 'opaque',
    what: 'function',
    callee: node,
    self: undefined,
    closure,
    // With `new`, it acts as a class.
    ...(constructs && constructorOf(constructs) === node && { class: constructs, isThis: false }),
    get results() {
      return isInOtherFile(this.at) && node.body.type !== 'BlockStatement' ? [reading.read(node.body, closure)] : undefined;
    },
    at: spanOf(node),
  };
}

/** Reads `this` in a class of this file, or in a method of an object literal. */
export function readThis(reading: Reading, node: TSESTree.ThisExpression, frame: Frame | undefined): Value {
  const owner = ownerOf(reading, node);
  if (!owner) return localName(['this'], spanOf(node));
  if (owner.type === 'ObjectExpression') return readObjectOf(reading, owner);
  const self = frame && instanceIn(reading, frame, owner);
  if (self) return constructionFor(self);
  const heir = frame?.heir && lineage(reading, frame.heir).includes(owner) ? frame.heir : owner;
  const value: LocalClass = { kind: 'opaque', what: 'unknown', class: heir, isThis: !isStatic(node, owner), at: spanOf(node) };
  return value;
}

function instanceIn(reading: Reading, frame: Frame, owner: ClassNode): Instance | undefined {
  for (let outer: Frame | undefined = frame; outer; outer = outer.outer)
    if (outer.self && lineage(reading, outer.self.class).includes(owner)) return outer.self;
  return undefined;
}

/** Whether a `this` is in a static member of a class. */
function isStatic(node: Node, owner: ClassNode): boolean {
  let inner = node;
  for (let outer = parentOf(inner); outer && outer !== owner.body; inner = outer, outer = parentOf(inner));
  return inner.type === 'StaticBlock' || ('static' in inner && inner.static);
}

/** A static member of a class, or a member of `this` in it. */
export function memberOfClass(reading: Reading, value: LocalClass, key: string, at: Span): Value {
  const found = member(reading, value.class, key, at, value.isThis ? 'this' : 'static');
  if (found || !value.isThis) return found ?? unknown(at);
  return { ...localName(['this', key], at), declares: declaresOfThis(reading.home(value.class), value.class, key) };
}

/** A member of an object whose construction is known, so that the constructor's parameters are bound to its arguments. */
export function memberOfInstance(reading: Reading, value: Construction, key: string, at: Span): Value {
  return member(reading, value.instance.class, key, at, value.instance) ?? { kind: 'name', of: value, path: [key], at };
}

/** The class as the type that declares a field. */
function ownerType({ id }: ClassNode, key: string, at: Span): DeclaredType | undefined {
  return id ? { name: { kind: 'name', path: [id.name], at }, below: [key] } : undefined;
}

type Owner = Instance | 'this' | 'static';

function member(reading: Reading, node: ClassNode, key: string, at: Span, owner: Owner): Value | undefined {
  for (const each of lineage(reading, node)) {
    const value = ownMember(reading, each, key, at, owner);
    if (value) return owner === 'this' && each !== node && isLocalFunction(value) ? inheritedBy(node, value) : value;
  }
  return undefined;
}

/** An inherited method, in which `this` has the members of the class that inherits it. */
function inheritedBy(heir: ClassNode, method: LocalFunction): LocalFunction {
  return { ...method, heir };
}

function ownMember(reading: Reading, node: ClassNode, key: string, at: Span, owner: Owner): Value | undefined {
  const self = typeof owner === 'object' ? owner : undefined;
  const inClass = self && frameOfClass(reading, node, self);
  const values: Value[] = [];
  for (const element of node.body.body) {
    if (!('key' in element) || staticKey(element.key, element.computed) !== key) continue;
    // Lowered trees mark members that both a class and its objects have.
    if ('static' in element && element.static !== (owner === 'static') && !('isShared' in element)) continue;
    if (element.type === 'MethodDefinition') {
      if (element.kind === 'set') continue;
      return method(reading, element, self, inClass);
    }
    if (element.type !== 'PropertyDefinition' && element.type !== 'AccessorProperty') continue;
    const type = typeName(reading.home(element), element);
    const given = self && givenField(node, key, self.construction);
    if (given) values.push(given);
    else if (element.value) values.push(isNestedTooDeep(inClass) ? unknown(at) : ofObject(reading.read(element.value, inClass), self));
    else if (type) values.push({ ...localName(['this', key], at), type: { name: type, below: [], owner: ownerType(node, key, at) } });
  }
  const writes = writesOf(reading, node);
  const own = writes.get(key);
  const inFrames = (each: Node): readonly Value[] => {
    const frames = framesOf(reading, each, node, self);
    return frames.length > 0 ? frames.map((frame) => reading.read(each, frame)) : [reading.read(each)];
  };
  if (!self) values.push(...assignedFromOutside(reading, node, key, owner === 'static'));
  if (owner !== 'static') {
    values.push(...constructed(reading, node, key, inClass));
    for (const source of writes.get(ALL)?.values ?? []) values.push(...inFrames(source).flatMap((each) => entryOf(each, key)));
  }
  for (const write of own?.values ?? []) values.push(...inFrames(write));
  for (const each of self?.assigned ?? []) if (each.key === key) values.push(reading.read(each.node, each.frame));
  // Assigned values are more informative than the declared type.
  const told = values.filter((value) => !(value.kind === 'name' && value.path[0] === 'this' && values.length > 1));
  let value = choice(told, at);
  const changed = (by: Node | undefined, change: (before: Value, frame: Frame | undefined) => Value): void => {
    const frames = by ? framesOf(reading, by, node, self) : [];
    for (const frame of frames.length > 0 ? frames : [inClass]) value = value && change(value, frame);
  };
  for (const mutation of own?.mutations ?? []) changed(mutation.node, (before, frame) => mutated(reading, before, [mutation], frame));
  for (const call of own?.growing ?? [])
    changed(call, (before, frame) => (before.kind === 'list' ? grownBy(reading, [call], before, frame) : before));
  return value;
}

/** Whether a field constructs an object of its own class, whose field constructs another, and so on: `next = new Node()`. */
function isNestedTooDeep(frame: Frame | undefined): boolean {
  let nested = 0;
  for (let outer = frame?.outer; outer; outer = outer.outer) if (outer.callee === frame?.callee) nested += 1;
  return nested > MAX_NESTED;
}

/** What a table holds under a key. */
function entryOf(value: Value, key: string): readonly Value[] {
  const held = value.kind === 'table' ? presentValue(get(value, key)) : undefined;
  return held ? [held] : [];
}

/** Binds a function in a field to the object. */
function ofObject(value: Value, self: Instance | undefined): Value {
  if (!self || !isLocalFunction(value)) return value;
  const called: LocalFunction = { ...value, self };
  return called;
}

function method(
  reading: Reading,
  element: TSESTree.MethodDefinition,
  self: Instance | undefined,
  inClass: Frame | undefined,
): Value | undefined {
  if (element.kind === 'get') return getterValue(reading, element.value, inClass);
  if (element.kind !== 'method' || !isFunction(element.value)) return undefined;
  const value: LocalFunction = {
    kind: 'opaque',
    what: 'function',
    callee: element.value,
    self,
    closure: undefined,
    at: spanOf(element.value),
  };
  return value;
}

/** The value of a field that a constructor parameter declares: `constructor(private readonly token: string)`. */
function constructed(reading: Reading, node: ClassNode, key: string, frame: Frame | undefined): readonly Value[] {
  for (const parameter of constructorOf(node)?.params ?? []) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const inner = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
    if ('name' in inner && inner.name === key) return [reading.read(inner, frame)];
  }
  return [];
}
