/** Classes of the file: what `this.x` holds, and what the members of an object made by `new` are. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Span, Value } from '../../../source/model.js';
import { unknown } from '../../../source/values.js';
import { choice } from './choices.js';
import { type Mutation, mutated, mutationAt } from './mutations.js';
import {
  type Construction,
  type Frame,
  frameAround,
  type Instance,
  type LocalClass,
  type LocalFunction,
  localName,
  type Reading,
} from '../reading.js';
import { got } from './tables.js';
import { type ClassNode, type FunctionNode, isClass, isFunction, type Node, parentOf, spanOf, staticKey } from '../syntax/syntax.js';
import { typeName } from '../syntax/types.js';

/** No class of the file is looked for further up than this. */
const MOST_ANCESTORS = 3;

export function readClass(_reading: Reading, node: ClassNode): LocalClass {
  return { kind: 'opaque', what: 'function', class: node, isThis: false, at: spanOf(node) };
}

export function readFunction(_reading: Reading, node: FunctionNode, frame: Frame | undefined): LocalFunction {
  return { kind: 'opaque', what: 'function', callee: node, self: undefined, closure: frameAround(node, frame), at: spanOf(node) };
}

/** `this` in a class of this file, or in a method of an object literal. */
export function readThis(reading: Reading, node: TSESTree.ThisExpression, frame: Frame | undefined): Value {
  const owner = ownerOf(node);
  if (!owner) return localName(['this'], spanOf(node));
  if (owner.type === 'ObjectExpression') return reading.read(owner);
  const self = frame && instanceIn(frame, owner);
  if (self) return self.construction;
  const value: LocalClass = { kind: 'opaque', what: 'unknown', class: owner, isThis: true, at: spanOf(node) };
  return value;
}

function instanceIn(frame: Frame, owner: ClassNode): Instance | undefined {
  for (let outer: Frame | undefined = frame; outer; outer = outer.outer) if (outer.self?.class === owner) return outer.self;
  return undefined;
}

/** The class or object literal to whose methods a `this` belongs. */
function ownerOf(node: Node): ClassNode | TSESTree.ObjectExpression | undefined {
  let inner: Node = node;
  for (let outer = parentOf(inner); outer; inner = outer, outer = parentOf(inner)) {
    if (isClass(outer)) return outer;
    if (!isFunction(inner) || inner.type === 'ArrowFunctionExpression') continue;
    if (outer.type === 'MethodDefinition' || outer.type === 'PropertyDefinition') continue;
    const object = outer.type === 'Property' ? parentOf(outer) : undefined;
    return object?.type === 'ObjectExpression' ? object : undefined;
  }
  return undefined;
}

/** A static member of a class, or a member of `this` in it. */
export function memberOfClass(reading: Reading, value: LocalClass, key: string, at: Span): Value {
  return (
    member(reading, value.class, key, at, value.isThis ? 'this' : 'static') ?? (value.isThis ? localName(['this', key], at) : unknown(at))
  );
}

/** A member of an object whose construction is seen: the constructor's parameters are its arguments. */
export function memberOfInstance(reading: Reading, value: Construction, key: string, at: Span): Value {
  return member(reading, value.instance.class, key, at, value.instance) ?? { kind: 'name', of: value, path: [key], at };
}

type Owner = Instance | 'this' | 'static';

function member(reading: Reading, node: ClassNode, key: string, at: Span, owner: Owner, ancestors = 0): Value | undefined {
  const self = typeof owner === 'object' ? owner : undefined;
  const values: Value[] = [];
  for (const element of node.body.body) {
    if (!('key' in element) || staticKey(element.key, element.computed) !== key) continue;
    if ('static' in element && element.static !== (owner === 'static')) continue;
    if (element.type === 'MethodDefinition') return method(reading, element, self);
    if (element.type !== 'PropertyDefinition' && element.type !== 'AccessorProperty') continue;
    const type = typeName(reading, element);
    if (element.value) values.push(reading.read(element.value));
    else if (type) values.push(localName(['this', key], at, type));
  }
  const writes = writesOf(reading, node).get(key);
  if (owner !== 'static') values.push(...constructed(reading, node, key, self));
  for (const write of writes?.values ?? []) values.push(reading.read(write, frameOfConstructor(node, write, self)));
  // A declared type says less than what is assigned.
  const told = values.filter((value) => !(value.kind === 'name' && value.path[0] === 'this' && values.length > 1));
  const value = choice(told, at);
  const callee = constructorOf(node);
  if (value) return mutated(reading, value, writes?.mutations ?? [], callee && self && constructorFrame(callee, self));
  const parent = node.superClass && ancestors < MOST_ANCESTORS ? reading.read(node.superClass) : undefined;
  return parent && 'class' in parent ? member(reading, parent.class as ClassNode, key, at, owner, ancestors + 1) : undefined;
}

function method(reading: Reading, element: TSESTree.MethodDefinition, self: Instance | undefined): Value | undefined {
  if (element.kind === 'get') return got(reading, element.value, undefined);
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

export function constructorOf(node: ClassNode): FunctionNode | undefined {
  const element = node.body.body.find((each) => each.type === 'MethodDefinition' && each.kind === 'constructor');
  return element?.type === 'MethodDefinition' && isFunction(element.value) ? element.value : undefined;
}

/** `constructor(private readonly token: string)` declares the field `token`. */
function constructed(reading: Reading, node: ClassNode, key: string, self: Instance | undefined): readonly Value[] {
  const callee = constructorOf(node);
  for (const parameter of callee?.params ?? []) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const inner = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
    if ('name' in inner && inner.name === key) return [reading.read(inner, callee && self && constructorFrame(callee, self))];
  }
  return [];
}

function frameOfConstructor(node: ClassNode, write: Node, self: Instance | undefined): Frame | undefined {
  const callee = constructorOf(node);
  const inside = callee && write.range[0] >= callee.range[0] && write.range[1] <= callee.range[1];
  return inside && self ? constructorFrame(callee, self) : undefined;
}

const frames = new WeakMap<Instance, Frame>();

function constructorFrame(callee: FunctionNode, self: Instance): Frame {
  const known = frames.get(self);
  if (known) return known;
  const frame: Frame = { callee, call: self.construction, self, outer: self.frame, depth: (self.frame?.depth ?? 0) + 1, values: new Map() };
  frames.set(self, frame);
  return frame;
}

interface Writes {
  readonly values: Node[];
  readonly mutations: Mutation[];
}

const written = new WeakMap<Reading, Map<ClassNode, Map<string, Writes>>>();

/** What is assigned to `this.x`, or written into the object it holds, anywhere in a class. */
function writesOf(reading: Reading, node: ClassNode): ReadonlyMap<string, Writes> {
  let classes = written.get(reading);
  if (!classes) {
    classes = new Map();
    written.set(reading, classes);
    for (const use of reading.survey.thises) noteWrite(reading, use, classes);
  }
  return classes.get(node) ?? new Map<string, Writes>();
}

function noteWrite(reading: Reading, use: TSESTree.ThisExpression, classes: Map<ClassNode, Map<string, Writes>>): void {
  const field = parentOf(use);
  if (field?.type !== 'MemberExpression' || field.object !== use) return;
  const key = staticKey(field.property, field.computed);
  const owner = ownerOf(use);
  if (key === undefined || !owner || !isClass(owner)) return;
  const fields = classes.get(owner) ?? new Map<string, Writes>();
  classes.set(owner, fields);
  const writes: Writes = fields.get(key) ?? { values: [], mutations: [] };
  fields.set(key, writes);
  const outer = parentOf(field);
  const mutation = mutationAt(reading, field);
  if (outer?.type === 'AssignmentExpression' && outer.left === field) writes.values.push(outer.right);
  else if (mutation) writes.mutations.push(mutation);
}
