/** Finds writes to fields in the methods of a class. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Reading } from '../reading.js';
import { nameOf } from '../syntax/dotted-name.js';
import { type ClassNode, isClass, isFunction, type Node, parentOf, staticKey } from '../syntax/syntax.js';
import { growingCall } from '../values/growth.js';
import { type Mutation, mutationAt } from '../values/mutations.js';

/** The key for writes to all fields: `Object.assign(this, options)`. */
export const ALL = '*';

interface Writes {
  readonly values: Node[];
  /** Changes to the object in the field, with the node of each. */
  readonly mutations: (Mutation & { readonly node?: Node })[];
  /** Calls that add items to the array in the field. */
  readonly growing: TSESTree.CallExpression[];
}

const written = new WeakMap<Reading, Map<ClassNode, Map<string, Writes>>>();

/** Everything that a class assigns to `this.x`, or writes into the object in it, by field. */
export function writesOf(user: Reading, node: ClassNode): ReadonlyMap<string, Writes> {
  const reading = user.home(node);
  let classes = written.get(reading);
  if (!classes) {
    classes = new Map();
    written.set(reading, classes);
    for (const use of reading.survey.thises) noteWrite(reading, use, classes);
  }
  return classes.get(node) ?? new Map<string, Writes>();
}

/** Whether a method of a class assigns to a field. */
export function writesIn(user: Reading, node: ClassNode, { range: [start, end] }: Node): boolean {
  const isIn = ({ range }: Node): boolean => start <= range[0] && range[1] <= end;
  return [...writesOf(user, node).values()].some(({ values }) => values.some(isIn));
}

function noteWrite(reading: Reading, use: TSESTree.ThisExpression, classes: Map<ClassNode, Map<string, Writes>>): void {
  const field = parentOf(use);
  const owner = ownerOf(reading, use);
  if (!field || !owner || !isClass(owner)) return;
  const writesTo = (key: string): Writes => {
    const fields = classes.get(owner) ?? new Map<string, Writes>();
    classes.set(owner, fields);
    const writes: Writes = fields.get(key) ?? { values: [], mutations: [], growing: [] };
    fields.set(key, writes);
    return writes;
  };
  if (field.type === 'CallExpression' && field.arguments[0] === use && nameOf(field.callee)?.join('.') === 'Object.assign')
    writesTo(ALL).values.push(...field.arguments.slice(1).filter((each) => each.type !== 'SpreadElement'));
  if (field.type !== 'MemberExpression' || field.object !== use) return;
  const key = staticKey(field.property, field.computed);
  if (key === undefined) return;
  const writes = writesTo(key);
  const outer = parentOf(field);
  const [mutation, growing] = [mutationAt(reading, field), growingCall(reading, field)];
  if (outer?.type === 'AssignmentExpression' && outer.left === field) writes.values.push(outer.right);
  else if (growing) writes.growing.push(growing);
  else if (mutation) writes.mutations.push({ ...mutation, node: field });
}

/** The class or object literal that a `this` refers to. */
export function ownerOf(reading: Reading, node: Node): ClassNode | TSESTree.ObjectExpression | undefined {
  let inner: Node = node;
  for (let outer = parentOf(inner); outer; inner = outer, outer = parentOf(inner)) {
    if (isClass(outer)) return outer;
    if (!isFunction(inner) || inner.type === 'ArrowFunctionExpression') continue;
    const made = reading.constructorFunctions.get(inner);
    if (made) return made;
    if (outer.type === 'MethodDefinition' || outer.type === 'PropertyDefinition') continue;
    const object = outer.type === 'Property' ? parentOf(outer) : undefined;
    return object?.type === 'ObjectExpression' ? object : undefined;
  }
  return undefined;
}
