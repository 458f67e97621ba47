/** Calls, and calls that are lowered to other nodes. */
import { assignment, call, construction, element, list, member, type Node, object, type Place, spread } from '../../lowering/nodes.js';
import type { TSESTree } from '@typescript-eslint/utils';
import { nameOf } from '../../javascript/syntax/dotted-name.js';
import { partsOf, separated } from '../../lowering/lezer.js';
import type { GoNode } from '../parser.js';
import { lowerZero } from './composites.js';
import type { Lowering } from './lowering.js';
import { isType } from './type-nodes.js';

export function lowerCall(lowering: Lowering, callee: Node, of: GoNode, place: Place): Node {
  const given = separated(partsOf(of).filter(({ name }) => name !== '(' && name !== ')'));
  const made = specialOfTypes(lowering, callee, given, place);
  if (made) return made;
  const values = given.flatMap(([first, second]) => {
    if (!first) return [];
    const value = lowering.expression(first);
    return [second?.name === '...' ? spread(value, [value.range[0], second.to]) : value];
  });
  return special(callee, values, place) ?? call(callee, values, place);
}

/** `make(map[string]string)`, `new(Config)`. */
function specialOfTypes(lowering: Lowering, callee: Node, [first]: readonly (readonly GoNode[])[], place: Place): Node | undefined {
  const name = callee.type === 'Identifier' ? callee.name : '';
  const [type] = first ?? [];
  if (!type || (name !== 'make' && name !== 'new')) return undefined;
  if (!isType(type) && type.name !== 'VariableName' && type.name !== 'SelectorExpr') return undefined;
  const zero = lowerZero(lowering, type) ?? object([], lowering.place(type));
  return zero.type === 'NewExpression' ? construction(zero.callee, zero.arguments, place) : zero;
}

interface Given {
  readonly callee: Node;
  readonly values: readonly Node[];
  readonly place: Place;
}

function special(callee: Node, values: readonly Node[], place: Place): Node | undefined {
  const name = (nameOf(callee) ?? []).join('.');
  if (Object.hasOwn(specials, name)) return specials[name]?.({ callee, values, place });
  return callee.type === 'MemberExpression' ? decoded(callee, values, place) : undefined;
}

/** A conversion has the value of its operand, and so does reading a stream to its end. */
const conversion = ({ values: [value] }: Given): Node | undefined => value;

/** A call that reads the environment, as a member of the function. */
const environment = ({ callee, values: [name], place }: Given): Node | undefined => name && element(callee, name, place);

/** A command: the program and a list of its arguments. */
const command =
  (from: number) =>
  ({ callee, values, place }: Given): Node | undefined => {
    const [program, ...words] = values.slice(from);
    const [first] = words;
    if (!program) return undefined;
    const at: Place = first ? [first.range[0], words.at(-1)?.range[1] ?? first.range[1]] : [program.range[1], program.range[1]];
    return call(callee, [program, list(words, at)], place);
  };

/** `json.Unmarshal(body, &envelope)` is `envelope = body.json()`. */
const unmarshalled = ({ values: [source, target], place }: Given): Node | undefined => source && target && parsed(source, target, place);

const specials: Readonly<Record<string, (given: Given) => Node | undefined>> = {
  string: conversion,
  any: conversion,
  append: ({ values: [first, ...rest], place }) => first && list([spread(first, first.range), ...rest], place),
  len: ({ values: [of], place }) => of && member(of, 'length', end(of), place),
  'os.Getenv': environment,
  'os.LookupEnv': environment,
  'syscall.Getenv': environment,
  'viper.GetString': environment,
  'exec.Command': command(0),
  'exec.CommandContext': command(1),
  'io.ReadAll': conversion,
  'ioutil.ReadAll': conversion,
  'json.Unmarshal': unmarshalled,
  // https://pkg.go.dev/github.com/caarlos0/env/v11#Must
  'env.Must': conversion,
};

/** `json.NewDecoder(response.Body).Decode(&envelope)` is `envelope = response.Body.json()`. */
function decoded({ object: of, property }: TSESTree.MemberExpression, [target]: readonly Node[], place: Place): Node | undefined {
  if (property.type !== 'Identifier' || property.name !== 'Decode' || of.type !== 'CallExpression' || !target) return undefined;
  const [source] = of.arguments;
  return source && nameOf(of.callee)?.at(-1) === 'NewDecoder' ? parsed(source, target, place) : undefined;
}

function parsed(source: Node, target: Node, place: Place): Node | undefined {
  if (target.type !== 'Identifier' && target.type !== 'MemberExpression') return undefined;
  return assignment('=', target, call(member(source, 'json', end(source)), [], source.range), place);
}

function end({ range }: Node): Place {
  return [range[1], range[1]];
}
