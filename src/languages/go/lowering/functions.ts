/** Functions: their parameters, and whether their last result reports success or failure. */
import { arrow, type FunctionParts, functionNode, restParameter } from '../../lowering/declarations.js';
import { block, identifier, type Node, type Place } from '../../lowering/nodes.js';
import { parameterNames } from '../../lowering/functions.js';
import { partNamed, partsOf, separated } from '../../lowering/lezer.js';
import type { GoNode } from '../parser.js';
import { type Around, type Lowering, variable } from './lowering.js';
import { isType } from './type-nodes.js';
import { typeIn } from './types.js';

export function lowerLiteral(lowering: Lowering, of: GoNode): Node {
  const place = lowering.place(of);
  return arrow(lowerParts(lowering, of, partsOf(of), lowering.around.receiver), place);
}

export function lowerDeclaration(lowering: Lowering, of: GoNode): readonly Node[] {
  const name = partNamed(of, 'DefName');
  if (!name) return [];
  const id = identifier(lowering.textOf(name), lowering.place(name));
  return [functionNode(id, lowerParts(lowering, of, partsOf(of), undefined), lowering.place(of))];
}

/** The function of a method, without its name. */
export function lowerMethod(lowering: Lowering, of: GoNode, name: GoNode): Node {
  const [receiver, ...rest] = partsOf(of).filter((part) => part.from !== name.from && part.name !== 'func');
  const self = receiver && parametersIn(receiver)[0]?.find((part) => part.name === 'DefName');
  const place: Place = [name.to, of.to];
  return functionNode(null, lowerParts(lowering, of, rest, self && lowering.textOf(self)), place);
}

function lowerParts(lowering: Lowering, of: GoNode, parts: readonly GoNode[], receiver: string | undefined): FunctionParts {
  const [list, ...others] = parts.filter(({ name }) => name !== 'func' && name !== 'DefName' && name !== 'TypeParams');
  const body = others.find(({ name }) => name === 'Block');
  const params = list?.name === 'Parameters' ? parametersIn(list).flatMap((group) => lowerParameter(lowering, group)) : [];
  const names = parameterNames(params);
  const results = others.find((part) => part.name === 'Parameters' || isType(part));
  const around: Around = {
    receiver: names.includes(receiver ?? '') ? undefined : receiver,
    status: results && statusOf(lowering, results),
    results: results?.name === 'Parameters' ? namesIn(lowering, results) : [],
  };
  const lowered = lowering.inside(around, () => lowering.scoped(() => lowering.block(body, of), [...names, ...around.results]));
  return { params, body: withResults(lowered, around.results) };
}

/** Named results are variables of the function's body. */
function withResults(body: Node, results: readonly string[]): Node {
  if (body.type !== 'BlockStatement' || results.length === 0) return body;
  const at: Place = [body.range[0], body.range[0]];
  return block([...results.map((name) => variable(identifier(name, at), null, at)), ...body.body], body.range);
}

function namesIn(lowering: Lowering, results: GoNode): readonly string[] {
  const names = parametersIn(results).flatMap((parts) => parts.filter(({ name }) => name === 'DefName'));
  return names.map((each) => lowering.textOf(each));
}

function parametersIn(list: GoNode): readonly (readonly GoNode[])[] {
  return separated(partsOf(list)).flatMap((group) => group.filter(({ name }) => name === 'Parameter').map(partsOf));
}

/** A group with several names before a type declares as many parameters; one with only a type declares an unnamed parameter. */
function lowerParameter(lowering: Lowering, parts: readonly GoNode[]): readonly Node[] {
  const type = typeIn(lowering, parts);
  const names = parts.filter(({ name }) => name === 'DefName');
  const isRest = parts.some(({ name }) => name === '...');
  const [first] = parts;
  if (names.length === 0) return first ? [identifier('_', lowering.place(first))] : [];
  return names.map((each, index) => {
    const [start, end] = lowering.place(each);
    const isTyped = type && index === names.length - 1;
    const parameter = identifier(lowering.textOf(each), isTyped ? [start, type.range[1]] : [start, end], isTyped ? type : undefined);
    return isRest ? restParameter(parameter, parameter.range) : parameter;
  });
}

function statusOf(lowering: Lowering, results: GoNode): Around['status'] {
  const last = results.name === 'Parameters' ? parametersIn(results).at(-1)?.findLast(isType) : results;
  const type = last && lowering.textOf(last);
  return type === 'error' || type === 'bool' ? type : undefined;
}
