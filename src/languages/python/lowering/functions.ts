/** Functions, with parameters that may be passed by name. */
import { arrow, functionNode, type FunctionParts, parameterWithDefault, restParameter } from '../../lowering/declarations.js';
import { block, identifier, type Node, type Place } from '../../lowering/nodes.js';
import { parameterNames } from '../../lowering/functions.js';
import { Variables } from '../../lowering/variables.js';
import { partsOf, separated } from '../../lowering/lezer.js';
import type { PythonNode } from '../parser.js';
import type { Around, Lowering } from './lowering.js';
import { annotatedDefault, withEnvironment } from './options.js';
import { typeOf } from './types.js';

export function lowerLambda(lowering: Lowering, of: PythonNode): Node {
  const parts = partsOf(of);
  const list = parts.find(({ name }) => name === 'ParamList');
  const body = parts.at(-1);
  if (!body) return lowering.unknown(of);
  const params = list ? lowerParameters(lowering, list, false) : [];
  const { self, isOfClass = false } = lowering.around;
  const inner: Around = {
    variables: new Variables(parameterNames(params)),
    self: parameterNames(params).includes(self ?? '') ? undefined : self,
    isOfClass,
    generates: false,
  };
  return arrow({ params, body: lowering.inside(inner, () => lowering.expression(body)) }, lowering.place(of));
}

/** The definition of a function. */
export interface Definition {
  /** The kind of the first parameter of a method, which is left out. */
  readonly receiver: 'none' | 'object' | 'class';
  readonly decorators: readonly { readonly expression: Node }[];
  /** The function itself, without its decorators. */
  readonly of: PythonNode;
}

/** Lowers the parameters and the body of a function. */
export function lowerFunction(lowering: Lowering, { receiver, decorators, of }: Definition): FunctionParts & { readonly place: Place } {
  const parts = partsOf(of);
  const list = parts.find(({ name }) => name === 'ParamList');
  const body = parts.find(({ name }) => name === 'Body');
  const all = withEnvironment(list ? lowerParameters(lowering, list, receiver !== 'none') : [], decorators);
  const first = receiver === 'none' || !list ? undefined : firstName(lowering, list);
  const outer = lowering.around;
  const names = parameterNames(all);
  const self = receiver === 'none' ? (names.includes(outer.self ?? '') ? undefined : outer.self) : first;
  const inner: Around = {
    variables: new Variables(names),
    self,
    isOfClass: receiver === 'class' || (receiver === 'none' && outer.isOfClass === true),
    generates: false,
  };
  const place = lowering.place(of);
  const statements = body ? lowering.inside(inner, () => lowering.statements(partsOf(body))) : [];
  return {
    params: all,
    body: block([...inner.variables.hoisted, ...statements], body ? lowering.place(body) : [place[1], place[1]]),
    generator: inner.generates,
    async: parts.some(({ name }) => name === 'async'),
    decorators,
    place,
  };
}

/** A function declaration. */
export function declaredFunction(name: ReturnType<typeof identifier>, parts: FunctionParts & { readonly place: Place }): Node {
  const { place, ...rest } = parts;
  return functionNode(name, rest, place);
}

function firstName(lowering: Lowering, list: PythonNode): string | undefined {
  const first = partsOf(list).find(({ name }) => name !== '(');
  return first?.name === 'VariableName' ? lowering.textOf(first) : undefined;
}

function lowerParameters(lowering: Lowering, list: PythonNode, isMethod: boolean): readonly Node[] {
  const groups = separated(partsOf(list).filter(({ name }) => name !== '(' && name !== ')' && name !== '/'));
  return groups.slice(isMethod ? 1 : 0).flatMap((group): readonly Node[] => {
    const [first, second] = group;
    if (!first) return [];
    if (first.name === '*' || first.name === '**') {
      if (!second) return [];
      return [
        restParameter(
          identifier(lowering.textOf(second), lowering.place(second)),
          lowering.placeOf(first.from, second.to),
          first.name === '**',
        ),
      ];
    }
    if (first.name !== 'VariableName') return [];
    const definition = group.find(({ name }) => name === 'TypeDef');
    const type = typeOf(lowering, definition);
    const start = lowering.place(first);
    const name = identifier(lowering.textOf(first), type ? [start[0], type.range[1]] : start, type);
    const value = group.findIndex(({ name: each }) => each === 'AssignOp');
    const fallback = value === -1 ? undefined : group[value + 1];
    const instead = annotatedDefault(lowering, definition, fallback && lowering.expression(fallback));
    return [instead ? parameterWithDefault(name, instead) : name];
  });
}
