/** Tracks objects of the file's own classes: the calls that construct them, and those that modify them afterwards. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Call, Value } from '../../../source/model.js';
import { get, unknown } from '../../../source/values.js';
import { recordOf } from '../../lowering/marks.js';
import { callGiven } from '../calls/frames.js';
import { type Construction, type Frame, frameOf, type Instance, isLocalClass, type Reading } from '../reading.js';
import { othersHolding } from '../modules/siblings.js';
import type { Variable } from '../syntax/scope.js';
import {
  bare,
  type ClassNode,
  functionAround,
  type FunctionNode,
  isClass,
  isFunction,
  type Node,
  parentOf,
  spanOf,
  staticKey,
} from '../syntax/syntax.js';

/** Most superclasses of a class that are followed. */
const MAX_ANCESTORS = 3;
/** Most uses of an object that are examined. */
const MAX_USES = 500;
/** Most calls and assignments that count as setting up an object. */
const MAX_SET_UP = 16;
/** Most assignments to the members of a class, from outside of it, that are collected. */
const MAX_WRITES = 50;

/** A class and its superclasses, as far as they are declared in the program. */
export function lineage(reading: Reading, node: ClassNode): readonly ClassNode[] {
  const line = [node];
  for (let child = node; child.superClass && line.length <= MAX_ANCESTORS;) {
    const parent = reading.read(child.superClass);
    if (!isLocalClass(parent) || line.includes(parent.class)) break;
    line.push(parent.class);
    child = parent.class;
  }
  return line;
}

/** The function of a method, getter or setter of a class, or of a field that holds one. */
function methodOf(node: ClassNode, key: string, kind: 'method' | 'set'): FunctionNode | undefined {
  for (const element of node.body.body) {
    if (!('key' in element) || !('value' in element) || element.static || staticKey(element.key, element.computed) !== key) continue;
    const isOfKind = element.type === 'MethodDefinition' ? element.kind === kind : kind === 'method';
    if (isOfKind && element.value && isFunction(element.value)) return element.value;
  }
  return undefined;
}

export function constructorOf(node: ClassNode): FunctionNode | undefined {
  const element = node.body.body.find((each) => each.type === 'MethodDefinition' && each.kind === 'constructor');
  return element?.type === 'MethodDefinition' && isFunction(element.value) ? element.value : undefined;
}

const ofClasses = new WeakMap<Instance, Map<ClassNode, Frame>>();

/** The frame in which fields and getters of a class are read, with `this` bound to the object and the constructor's parameters to its arguments. */
export function frameOfClass(reading: Reading, node: ClassNode, self: Instance): Frame {
  const frames = ofClasses.get(self) ?? new Map<ClassNode, Frame>();
  ofClasses.set(self, frames);
  const known = frames.get(node);
  if (known) return known;
  const frame: Frame = {
    callee: constructorOf(node) ?? node,
    get call() {
      return constructionOf(reading, node, self);
    },
    self,
    outer: self.frame,
    depth: (self.frame?.depth ?? 0) + 1,
    values: new Map(),
  };
  frames.set(node, frame);
  return frame;
}

/** The call that runs the constructor of a class for an object: its own construction, or `super(…)` in the class below. */
function constructionOf(reading: Reading, node: ClassNode, self: Instance): Call {
  const line = lineage(reading, self.class);
  const below = line.slice(0, Math.max(0, line.indexOf(node))).findLast(constructorOf);
  const callee = below && constructorOf(below);
  const written = callee && usesOf(reading.home(callee)).superCalls.get(callee);
  return below && written ? callGiven(self.construction.calleeAt, written, reading, frameOfClass(reading, below, self)) : self.construction;
}

function isIn(node: Node, outer: Node): boolean {
  return node.range[0] >= outer.range[0] && node.range[1] <= outer.range[1];
}

/** The frames in which a node of a class is evaluated for an object. */
export function framesOf(reading: Reading, node: Node, owner: ClassNode, self: Instance | undefined): readonly Frame[] {
  if (!self) return [];
  const around = [frameOfClass(reading, owner, self), ...self.setUp].filter(({ callee }) => isIn(node, callee));
  const called = around.filter(({ callee }) => isFunction(callee));
  return called.length > 0 ? called : around;
}

/** A construction, plus what is known to happen to the object afterwards. */
export function withSetUp({ instance }: Construction, setUp: readonly Frame[], assigned: Instance['assigned'] = []): Construction {
  return constructionFor(setUpWith(instance, setUp, assigned));
}

function setUpWith(instance: Instance, setUp: readonly Frame[], assigned: Instance['assigned'] = []): Instance {
  return {
    ...instance,
    setUp: [...instance.setUp, ...setUp].slice(0, MAX_SET_UP),
    assigned: [...instance.assigned, ...assigned].slice(0, MAX_SET_UP),
  };
}

/** An instance, plus what one more call does to it. */
export function withFrame(instance: Instance, frame: Frame): Instance {
  return setUpWith(instance, [frame]);
}

const constructions = new WeakMap<Instance, Construction>();

/** The construction of an object, as the value of the object. */
export function constructionFor(instance: Instance): Construction {
  const known = constructions.get(instance);
  if (known) return known;
  const made = Object.create(instance.construction, { instance: { value: instance, enumerable: true } }) as Construction;
  constructions.set(instance, made);
  return made;
}

const configured = new WeakMap<Construction, Map<Variable, Construction>>();

/** The object in a variable, plus the calls and assignments on it anywhere in the file: `api.setToken(token)`, `api.token = token`. */
export function setUpBy(reading: Reading, variable: Variable, value: Construction, frame: Frame | undefined): Construction {
  const byVariable = configured.get(value) ?? new Map<Variable, Construction>();
  configured.set(value, byVariable);
  const known = byVariable.get(variable);
  if (known) return known;
  const others = othersHolding(reading, variable, value.at).flatMap((other) => other.variable.references);
  const uses = [...others, ...variable.references].slice(0, MAX_USES).flatMap(({ identifier }) => usesIn(identifier));
  const line = lineage(reading, value.instance.class);
  const setUp: Frame[] = [];
  const assigned: Instance['assigned'][number][] = [];
  for (const { key, node } of uses) {
    const kind = node.type === 'AssignmentExpression' ? 'set' : 'method';
    const callee = line.map((each) => methodOf(each, key, kind)).find(Boolean);
    if (callee && usesOf(reading.home(callee)).withThis.has(callee)) setUp.push(frameOfUse(reading, callee, node, value, frame));
    else if (node.type === 'AssignmentExpression') assigned.push({ key, node: node.right, frame: frameOf(node, frame) });
  }
  const made = setUp.length + assigned.length > 0 ? withSetUp(value, setUp, assigned) : value;
  byVariable.set(variable, made);
  return made;
}

interface Use {
  readonly key: string;
  readonly node: TSESTree.CallExpression | TSESTree.AssignmentExpression;
}

/** Most calls in a chain that are examined. */
const MAX_CHAINED = 8;

/** The calls in a chain that begins with a use of `api`, or the assignment: `api.setZone(…).setToken(…)`. */
function usesIn(identifier: Node): readonly Use[] {
  const found: Use[] = [];
  for (let use = useOf(identifier); use && found.length < MAX_CHAINED; use = useOf(use.node)) found.push(use);
  return found;
}

/** The call `api.setToken(…)` or the assignment `api.token = …` around a use of `api`. */
function useOf(identifier: Node): Use | undefined {
  const member = parentOf(identifier);
  if (member?.type !== 'MemberExpression' || member.object !== identifier) return undefined;
  const key = staticKey(member.property, member.computed);
  const node = parentOf(member);
  if (key === undefined || !node) return undefined;
  const isUse = node.type === 'CallExpression' ? node.callee === member : node.type === 'AssignmentExpression' && node.left === member;
  return isUse ? { key, node: node as Use['node'] } : undefined;
}

interface Uses {
  /** The functions that use `this`. */
  readonly withThis: ReadonlySet<Node>;
  /** The calls `super(…)`, by the constructor that contains them. */
  readonly superCalls: ReadonlyMap<Node, TSESTree.CallExpression | TSESTree.NewExpression>;
}

const uses = new WeakMap<Reading, Uses>();

function usesOf(reading: Reading): Uses {
  const known = uses.get(reading);
  if (known) return known;
  const withThis = new Set(reading.survey.thises.flatMap((use) => functionAround(use) ?? []));
  const superCalls = new Map(
    reading.survey.calls.flatMap((call) => {
      const around = call.callee.type === 'Super' ? functionAround(call) : undefined;
      return around ? [[around, call] as const] : [];
    }),
  );
  const found = { withThis, superCalls };
  uses.set(reading, found);
  return found;
}

function frameOfUse(reading: Reading, callee: FunctionNode, node: Use['node'], value: Construction, outer: Frame | undefined): Frame {
  return {
    callee,
    call: callGiven(value.calleeAt, node, reading, frameOf(node, outer)),
    self: value.instance,
    outer,
    depth: (outer?.depth ?? 0) + 1,
    values: new Map(),
  };
}

interface OuterWrite {
  readonly write: TSESTree.AssignmentExpression;
  readonly isStatic: boolean;
}

const outerWrites = new WeakMap<Reading, Map<ClassNode, readonly OuterWrite[]>>();

/** Values assigned to a member from outside of the class: `Api.token = …`, or `api.token = …` after `const api = new Api()`. */
export function assignedFromOutside(user: Reading, node: ClassNode, key: string, isStatic: boolean): readonly Value[] {
  const reading = user.home(node);
  let writes = outerWrites.get(reading);
  if (!writes) {
    writes = new Map();
    outerWrites.set(reading, writes);
    for (const write of reading.survey.bindings) {
      if (write.type !== 'AssignmentExpression' || write.left.type !== 'MemberExpression') continue;
      const { class: owner, isStatic } = ownerNamed(reading, write.left.object) ?? {};
      if (owner) writes.set(owner, [...(writes.get(owner) ?? []), { write, isStatic: isStatic === true }].slice(0, MAX_WRITES));
    }
  }
  return (writes.get(node) ?? []).flatMap(({ write: { left, right }, isStatic: isOfClass }) => {
    const isIt = isOfClass === isStatic && left.type === 'MemberExpression' && staticKey(left.property, left.computed) === key;
    return isIt ? [reading.read(right)] : [];
  });
}

/** The class that a variable refers to, or that it holds an instance of. */
function ownerNamed({ scope }: Reading, named: Node): { readonly class: ClassNode; readonly isStatic: boolean } | undefined {
  const declared = scope.variable(named)?.defs[0]?.node as Node | undefined;
  if (declared && isClass(declared)) return { class: declared, isStatic: true };
  const made = declared?.type === 'VariableDeclarator' && declared.init ? bare(declared.init) : undefined;
  const owner = made?.type === 'NewExpression' ? (scope.variable(made.callee)?.defs[0]?.node as Node | undefined) : undefined;
  return owner && isClass(owner) ? { class: owner, isStatic: false } : undefined;
}

/** The argument for a field at the construction of a record, which takes its fields as arguments. */
export function givenField(node: ClassNode, key: string, { arguments: values, named }: Call): Value | undefined {
  const record = recordOf(node);
  if (!record) return undefined;
  const byName = named ? values.at(-1) : undefined;
  const slot = byName?.kind === 'table' ? get(byName, key) : 'absent';
  if (slot !== 'absent') return slot === 'unknown' ? unknown(spanOf(node)) : slot;
  const index = record.namedOnly ? -1 : record.fields.indexOf(key);
  return index < values.length - (named ? 1 : 0) ? values[index] : undefined;
}
