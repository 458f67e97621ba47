/** Classes: `__init__` is the constructor, `self` is `this`, and class attributes are shared by all objects. */
import { classNode, field, functionNode, method } from '../../lowering/declarations.js';
import { call, identifier, member, node, type Node, type Place } from '../../lowering/nodes.js';
import { Variables } from '../../lowering/variables.js';
import { partsOf } from '../../lowering/lezer.js';
import type { PythonNode } from '../parser.js';
import { lowerArguments } from './calls.js';
import { lowerFunction } from './functions.js';
import { asField, calledName, environmentPrefix, recordKind, recordOf } from './records.js';
import type { Lowering } from './lowering.js';
import { typeOf } from './types.js';

/** The context of a class definition. */
interface ClassContext {
  readonly isMember?: boolean;
  readonly decorators?: readonly { readonly expression: Node }[];
}

/** Lowers a class. It has no name of its own if it is a member of another. */
export function lowerClass(lowering: Lowering, of: PythonNode, { isMember = false, decorators = [] }: ClassContext = {}): Node {
  const parts = partsOf(of);
  const name = parts.find((each) => each.name === 'VariableName');
  const given = parts.find((each) => each.name === 'ArgList');
  const body = parts.find((each) => each.name === 'Body');
  const [superClass] = given ? lowerArguments(lowering, given).positional : [];
  const kind = recordKind(superClass, decorators);
  const around = { variables: new Variables(), self: undefined, generates: false };
  const members = lowering.inside(around, () => (body ? partsOf(body) : []).flatMap((each) => lowerMember(lowering, each)));
  const hoisted = around.variables.hoisted.length > 0 ? [staticBlock(around.variables.hoisted, lowering.place(of))] : [];
  const id = name && !isMember ? identifier(lowering.textOf(name), lowering.place(name)) : null;
  const prefix = kind?.isOfEnvironment === true ? environmentPrefix(members) : '';
  const found = kind ? members.map((each) => asField(each, kind, prefix)) : members;
  const record = kind && recordOf(found, kind);
  return { ...classNode(id, superClass ?? null, [...hoisted, ...found], lowering.place(of)), ...(record && { record }) };
}

/** For members of both the class and its objects. */
const shared = { static: true, isShared: true } as const;

function lowerMember(lowering: Lowering, of: PythonNode): readonly Node[] {
  switch (of.name) {
    case 'FunctionDefinition':
      return [lowerMethod(lowering, of, [])];
    case 'DecoratedStatement':
      return lowerDecorated(lowering, of);
    case 'ClassDefinition':
      return lowerInnerClass(lowering, of, []);
    case 'AssignStatement':
      return lowerAttribute(lowering, of);
    case ':':
    case 'PassStatement':
      return [];
    default:
      return [staticBlock(lowering.statements([of]), lowering.place(of))];
  }
}

function lowerInnerClass(lowering: Lowering, of: PythonNode, decorators: readonly { readonly expression: Node }[]): readonly Node[] {
  const name = partsOf(of).find((each) => each.name === 'VariableName');
  if (!name) return [];
  const key = identifier(lowering.textOf(name), lowering.place(name));
  return [field(key, lowerClass(lowering, of, { isMember: true, decorators }), { ...shared, place: lowering.place(of) })];
}

function staticBlock(body: readonly Node[], place: Place): Node {
  return node('StaticBlock', place, { body });
}

function lowerAttribute(lowering: Lowering, of: PythonNode): readonly Node[] {
  const [name, second, third, fourth] = partsOf(of);
  const type = second?.name === 'TypeDef' ? second : undefined;
  const value = type ? (third?.name === 'AssignOp' ? fourth : undefined) : third;
  const isPlain =
    name?.name === 'VariableName' &&
    (type !== undefined || second?.name === 'AssignOp') &&
    partsOf(of).length === (type ? (value ? 4 : 2) : 3);
  if (!name || !isPlain) return [staticBlock(lowering.statements([of]), lowering.place(of))];
  const key = identifier(lowering.textOf(name), lowering.place(name));
  const place = lowering.place(of);
  return [
    field(key, value ? lowering.expression(value) : null, { ...shared, place, type: typeOf(lowering, type), isTyped: type !== undefined }),
  ];
}

/** The decorators of a definition. */
export function decoratorsOf(lowering: Lowering, of: PythonNode): readonly { readonly expression: Node }[] {
  return partsOf(of)
    .filter(({ name }) => name === 'Decorator')
    .map((each) => ({ expression: lowerDecorator(lowering, each) }));
}

function lowerDecorator(lowering: Lowering, of: PythonNode): Node {
  const [, first, ...rest] = partsOf(of);
  if (!first) return lowering.unknown(of);
  let result = lowering.expression(first);
  for (const [index, part] of rest.entries()) {
    const before = rest[index - 1];
    if (part.name === 'ArgList') {
      const { positional, named } = lowerArguments(lowering, part);
      result = call(result, named ? [...positional, named] : positional, [result.range[0], lowering.place(part)[1]]);
    } else if (before?.name === '.') {
      result = member(result, lowering.textOf(part), lowering.place(part));
    }
  }
  return result;
}

function lowerDecorated(lowering: Lowering, of: PythonNode): readonly Node[] {
  const inner = partsOf(of).at(-1);
  if (!inner) return [];
  const decorators = decoratorsOf(lowering, of);
  const evaluated = decorators.filter(({ expression }) => expression.type === 'CallExpression');
  const before = evaluated.map(({ expression }) =>
    staticBlock([node('ExpressionStatement', expression.range, { expression })], expression.range),
  );
  if (inner.name === 'ClassDefinition') return [...before, ...lowerInnerClass(lowering, inner, decorators)];
  return [...before, ...(inner.name === 'FunctionDefinition' ? [lowerMethod(lowering, inner, decorators)] : lowerMember(lowering, inner))];
}

function lowerMethod(lowering: Lowering, of: PythonNode, decorators: readonly { readonly expression: Node }[]): Node {
  const name = partsOf(of).find((each) => each.name === 'VariableName');
  const key = name ? identifier(lowering.textOf(name), lowering.place(name)) : identifier('', lowering.placeOf(of.from, of.from));
  const marks = decorators.map(({ expression }) => calledName(expression));
  const isStatic = marks.includes('staticmethod');
  const isOfClass = marks.includes('classmethod') || key.name === '__new__' || key.name === '__init_subclass__';
  const { place, ...parts } = lowerFunction(lowering, { receiver: isStatic ? 'none' : isOfClass ? 'class' : 'object', decorators, of });
  const value = functionNode(null, parts, [key.range[1], place[1]]);
  const kind = key.name === '__init__' ? 'constructor' : marks.some(isGetter) ? 'get' : marks.includes('setter') ? 'set' : 'method';
  return method(kind, key, value, isStatic || isOfClass ? shared : { static: false });
}

function isGetter(mark: string): boolean {
  return mark === 'property' || mark === 'cached_property';
}
