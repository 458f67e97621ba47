/** Calls: positional and named arguments, and calls that are lowered to other nodes. */
import {
  assignment,
  call,
  constant,
  construction,
  element,
  identifier,
  list,
  logical,
  member,
  type NamedArguments,
  namedArguments,
  node,
  type Node,
  object,
  type Place,
  property,
  spread,
  unary,
} from '../../lowering/nodes.js';
import { partsOf, separated } from '../../lowering/lezer.js';
import type { PythonNode } from '../parser.js';
import { lowerComprehension } from './comprehensions.js';
import type { Lowering } from './lowering.js';

export interface LoweredArguments {
  readonly positional: readonly Node[];
  readonly named: NamedArguments | undefined;
}

export function lowerCall(lowering: Lowering, callee: Node, given: PythonNode, of: PythonNode): Node {
  const place: Place = [callee.range[0], lowering.place(of)[1]];
  const values = lowerArguments(lowering, given);
  return special(callee, values, place) ?? plain(lowering, callee, values, place);
}

function plain(lowering: Lowering, callee: Node, { positional, named }: LoweredArguments, place: Place): Node {
  const given = isNamed(callee, 'extend') ? positional.map((each) => spread(each, each.range)) : positional;
  const values = named ? [...given, named] : given;
  const isClass =
    (callee.type === 'Identifier' && lowering.classes.has(callee.name)) || (callee.type === 'ThisExpression' && lowering.around.isOfClass);
  if (isClass) return construction(callee, values, place);
  // `super().__init__(…)`
  const isAbove = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === '__init__';
  return call(isAbove && isSuper(callee.object) ? node('Super', callee.range) : callee, values, place);
}

function isSuper(of: Node): boolean {
  return of.type === 'CallExpression' && of.callee.type === 'Identifier' && of.callee.name === 'super';
}

/** The arguments of a call, or of a class definition. */
export function lowerArguments(lowering: Lowering, given: PythonNode): LoweredArguments {
  const inner = partsOf(given).filter(({ name }) => name !== '(' && name !== ')');
  if (inner.some(({ name }) => name === 'for'))
    return { positional: [lowerComprehension(lowering, inner, lowering.place(given))], named: undefined };
  const positional: Node[] = [];
  const named: Node[] = [];
  for (const [first, second, third] of separated(inner)) {
    if (!first) continue;
    const place = (last: PythonNode): Place => lowering.placeOf(first.from, last.to);
    if (first.name === '*' && second) positional.push(spread(lowering.expression(second), place(second)));
    else if (first.name === '**' && second) named.push(spread(lowering.expression(second), place(second)));
    else if (second?.name === 'AssignOp' && third)
      named.push(property(identifier(lowering.textOf(first), lowering.place(first)), lowering.expression(third), place(third)));
    else positional.push(lowering.expression(first));
  }
  const [first] = named;
  return { positional, named: first && namedArguments(named, [first.range[0], named.at(-1)?.range[1] ?? first.range[1]]) };
}

/** Lowers calls that correspond to another kind of expression. */
function special(callee: Node, values: LoweredArguments, place: Place): Node | undefined {
  const [name, owner] = calledName(callee);
  const key = owner === undefined ? name : `${owner}.${name}`;
  return Object.hasOwn(specials, key) ? specials[key]?.({ callee, ...values, place }) : undefined;
}

interface Special extends LoweredArguments {
  readonly callee: Node;
  readonly place: Place;
}

/** The last name of a callee, and the name of the object that it is a member of. */
function calledName(callee: Node): readonly [name: string, owner: string | undefined] {
  if (callee.type === 'Identifier') return [callee.name, undefined];
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return ['', undefined];
  const { object: of } = callee;
  if (of.type === 'Identifier') return [callee.property.name, of.name];
  const last = of.type === 'MemberExpression' ? of.property : undefined;
  return [callee.property.name, last?.type === 'Identifier' ? last.name : ''];
}

/** `os.getenv("X", "…")`: a member of the environment, with its fallback. */
function readEnvironment({ callee, positional: [name, instead], named, place }: Special): Node | undefined {
  const isGetenv = callee.type === 'MemberExpression' && isNamed(callee, 'getenv');
  const environment = isGetenv ? member(callee.object, 'environ', callee.property.range) : holderOf(callee);
  if (!name) return undefined;
  const read = element(environment, name, [place[0], name.range[1]]);
  const fallback = instead ?? valueOf(named, 'default');
  return fallback ? logical('??', read, fallback, place) : { ...read, range: [...place] };
}

function isNamed(callee: Node, name: string): boolean {
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === name;
}

/** The object of a method; for a function, the function itself, which is imported from the module of the environment. */
function holderOf(callee: Node): Node {
  return callee.type === 'MemberExpression' ? callee.object : callee;
}

function valueOf(named: NamedArguments | undefined, name: string): Node | undefined {
  const found = named?.properties.find((each) => each.type === 'Property' && each.key.type === 'Identifier' && each.key.name === name);
  return found?.type === 'Property' ? found.value : undefined;
}

function setEnvironment({ callee, positional: [name, value], place }: Special): Node | undefined {
  if (!name || !value) return undefined;
  return assignment('=', element(holderOf(callee), name, [place[0], name.range[1]]), value, place);
}

function attribute({ positional: [of, name, instead], place }: Special): Node | undefined {
  if (!of || name?.type !== 'Literal') return undefined;
  const read = element(of, name, [of.range[0], name.range[1]]);
  return instead ? logical('??', read, instead, place) : { ...read, range: [...place] };
}

/** Special calls by their usual names. */
const specials: Readonly<Record<string, (given: Special) => Node | undefined>> = {
  getenv: readEnvironment,
  'os.getenv': readEnvironment,
  'environ.get': readEnvironment,
  'environ.pop': readEnvironment,
  'environ.setdefault': setEnvironment,
  getattr: attribute,
  setattr: ({ positional: [of, name, value], place }) =>
    of && name && value ? assignment('=', element(of, name, [of.range[0], name.range[1]]), value, place) : undefined,
  bool: ({ positional: [value], place }) => value && unary('!', unary('!', value, value.range), place),
  dict: ({ positional, named, place }) => {
    if (!named) return positional.length === 0 ? object([], place) : undefined;
    return object([...positional.map((each) => spread(each, each.range)), ...named.properties], place);
  },
  'asyncio.run': ({ positional: [task], place }) => task && node('AwaitExpression', place, { argument: task }),
  'asyncio.wait_for': ({ positional: [task], place }) => task && node('AwaitExpression', place, { argument: task }),
  // Gathered tasks are awaited together, as by `Promise.all`.
  'asyncio.gather': ({ callee, positional, place }) => {
    const [first] = positional;
    const all = positional.length === 1 && first?.type === 'SpreadElement' ? first.argument : list(positional, place);
    const [start] = callee.range;
    return call(member(identifier('Promise', [start, start]), 'all', [start, start], callee.range), [all], place);
  },
  len: ({ positional: [of], place }) => of && member(of, 'length', [of.range[1], of.range[1]], place),
  Ellipsis: ({ place }) => constant(null, place),
};
