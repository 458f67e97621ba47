/** Evaluates member expressions: on known objects, and on names. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { DeclaredType, Entry, Name, Span, Table, Value } from '../../../source/model.js';
import { alternatives, get, literal, unknown } from '../../../source/values.js';
import { choice } from './choices.js';
import { memberOfClass, memberOfInstance } from '../classes/classes.js';
import { memberOfDeclared } from '../classes/declared-classes.js';
import { chainOf } from '../syntax/dotted-name.js';
import { anyOf } from './iteration.js';
import { keptByApplication, keptByObject, keptIn } from './kept/kept.js';
import { partOfUrl } from './texts/urls.js';
import { type Frame, isConstruction, isLocalClass, localName, type Reading } from '../reading.js';
import { type Node, parentOf, spanOf } from '../syntax/syntax.js';
import { memberTypeOf } from '../syntax/types.js';

export function readMember(reading: Reading, node: TSESTree.MemberExpression, frame: Frame | undefined): Value {
  const { head, members } = chainOf(node);
  const [first, ...others] = members;
  const decoration =
    head.type === 'Identifier' && first?.key !== undefined ? keptByApplication(reading, head, first.key, spanOf(first.node)) : undefined;
  let value = decoration ?? (head.type === 'MemberExpression' ? unknown(spanOf(head)) : reading.read(head, frame));
  const outer = parentOf(node);
  const isWritten = outer?.type === 'AssignmentExpression' && outer.left === node;
  for (const member of decoration ? others : members) {
    const at = spanOf(member.node);
    const keys = member.key === undefined ? computedKeys(reading, member.property, frame) : [member.key];
    const object = value;
    const added = member === first && !decoration && !isWritten ? addedTo(reading, head, object, member.key, at) : undefined;
    value =
      added ??
      (keys
        ? (choice(
            keys.map((key) => memberOf(reading, object, key, at)),
            at,
          ) ?? unknown(at))
        : anyOf(object, at));
  }
  return value;
}

/** What a program or framework adds to an object: to one of a package, or to one whose methods read it from `this`, as in `this.logger` of Moleculer. */
function addedTo(reading: Reading, head: Node, object: Value, key: string | undefined, at: Span): Value | undefined {
  if (key === undefined) return undefined;
  if (head.type === 'ThisExpression' && object.kind === 'table')
    return get(object, key) === 'absent' ? localName(['this', key], at) : undefined;
  return head.type === 'Identifier' && object.kind === 'call' && !isConstruction(object) ? keptByObject(reading, head, key, at) : undefined;
}

/** The possible keys of a computed member; undefined if one is only known at run time. */
function computedKeys(reading: Reading, property: Node, frame: Frame | undefined): readonly string[] | undefined {
  const keys = alternatives(reading.read(property, frame)).map((value) =>
    value.kind === 'opaque' && typeof value.value === 'number' ? String(value.value) : literal(value),
  );
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

/** The member of a value under a key. */
export function memberOf(reading: Reading, value: Value, key: string, at: Span): Value {
  switch (value.kind) {
    case 'table': {
      const slot = get(value, key);
      if (slot === 'absent') return { kind: 'opaque', what: 'undefined', at };
      return (value.whole ? spreadMember(reading, value, key, at) : undefined) ?? (slot === 'unknown' ? unknown(at) : slot);
    }
    case 'list': {
      if (/^\d+$/.test(key)) return (value.open ? undefined : value.items[Number(key)]) ?? unknown(at);
      // The methods of `[...groups]` are those of `groups`.
      const [only, ...others] = value.whole ?? [];
      return only?.kind === 'call' && others.length === 0 && key !== 'length' ? memberOf(reading, only, key, at) : unknown(at);
    }
    case 'name':
      if (value.without?.has(key)) return { kind: 'opaque', what: 'undefined', at };
      return memberOfDeclared(reading, value, key, at) ?? keptIn(reading, value, key, at) ?? memberOfName(reading, value, key, at);
    case 'call':
      if (isConstruction(value)) return memberOfInstance(reading, value, key, at);
      return { kind: 'name', of: value, path: [key], at };
    case 'choice': {
      const members = alternatives(value).map((option) => memberOf(reading, option, key, at));
      const member = choice(
        members.filter((each) => each.kind !== 'opaque' || each.what !== 'undefined'),
        at,
      );
      return member?.kind === 'choice' ? { ...member, each: value.each, any: value.any } : (member ?? unknown(at));
    }
    case 'text':
      return partOfUrl(value, key, at) ?? unknown(at);
    case 'opaque':
      return isLocalClass(value) ? memberOfClass(reading, value, key, at) : unknown(at);
  }
}

/** Most values spread into a table of which a member may come from any. */
const MAX_SPREAD = 4;

/** A member that may come from what is spread into a table: `{ ...defaults, ...(await load()) }.token`. */
function spreadMember(reading: Reading, { entries, whole = [] }: Table, key: string, at: Span): Value | undefined {
  if (whole.length > MAX_SPREAD) return undefined;
  const own = entries.findLast((entry) => entry.key === key);
  // What a parameter may overwrite stays as it is written: `{ method: 'PATCH', ...rest }`.
  const isOverwriting = (each: Value, { at: place }: Entry): boolean =>
    each.at.start > place.start && !(each.kind === 'name' && each.local);
  const later = own && !own.maybe ? whole.filter((each) => isOverwriting(each, own)) : whole;
  const spread = later.map((each) => memberOf(reading, each, key, at));
  return choice(own ? [own.value, ...spread] : spread, at);
}

/** The names of the global object itself. */
const globals = new Set(['window', 'globalThis', 'self', 'global']);

function memberOfName(reading: Reading, name: Name, key: string, at: Span): Name {
  if (name.module !== undefined && key === 'default' && name.path.length === 0) return { ...name, at };
  const [head] = name.path;
  const isGlobal =
    name.path.length === 1 && head !== undefined && globals.has(head) && !name.local && !name.of && name.module === undefined;
  if (isGlobal) return { kind: 'name', path: [key], at };
  const { declares } = name;
  const type = name.type?.below.length === 0 ? memberTypeOf(reading, name.type.name, key) : undefined;
  return {
    ...name,
    path: [...name.path, key],
    at,
    ...(name.without && { without: undefined }),
    ...(declares && { declares: (path: readonly string[]) => declares([key, ...path]) }),
    ...(name.type && { type: type ? { name: type, below: [], owner: below(name.type, key) } : below(name.type, key) }),
  };
}

function below(type: DeclaredType, key: string): DeclaredType {
  return { ...type, below: [...type.below, key] };
}

/** Reads `import.meta` and `new.target`. */
export function readMeta(_reading: Reading, node: TSESTree.MetaProperty): Name {
  return { kind: 'name', path: [node.meta.name, node.property.name], at: spanOf(node) };
}
