/** Functions, each with its own variables. */
import { arrow, type FunctionParts, parameterWithDefault, restParameter } from '../../lowering/declarations.js';
import { block, identifier, node, type Node } from '../../lowering/nodes.js';
import { partsOf } from '../../lowering/lezer.js';
import { parameterNames } from '../../lowering/functions.js';
import { Variables } from '../../lowering/variables.js';
import type { PhpNode } from '../parser.js';
import { autowiredIn } from './attributes.js';
import type { Around, Lowering } from './lowering.js';
import { typeIn } from './types.js';

/** `fn ($a) => $a + 1`, which can access all variables around it, and `function ($a) use ($b) { … }`, which can access those it names. */
export function lowerClosure(lowering: Lowering, of: PhpNode): Node {
  const parts = partsOf(of);
  if (of.name === 'FunctionExpression') return arrow(lowerFunction(lowering, of), lowering.place(of));
  const body = parts.at(-1);
  const params = lowerParameters(lowering, parts);
  const inner: Around = { ...lowering.around, variables: new Variables(parameterNames(params)), generates: false };
  return arrow({ params, body: body ? lowering.inside(inner, () => lowering.expression(body)) : lowering.unknown(of) }, lowering.place(of));
}

/** Lowers the parameters and the body of a function, or of a method of the class `owner`. */
export function lowerFunction(lowering: Lowering, of: PhpNode, owner = lowering.around.owner): FunctionParts {
  const parts = partsOf(of);
  const body = parts.find(({ name }) => name === 'Block');
  const used = parts.find(({ name }) => name === 'UseList');
  const params = lowerParameters(lowering, parts);
  const outer = (used ? partsOf(used) : []).filter(({ name }) => name === 'VariableName').map((each) => lowering.variableName(each));
  const inner: Around = { variables: new Variables([...parameterNames(params), ...outer]), owner, generates: false };
  const statements = body ? lowering.inside(inner, () => lowering.statements(partsOf(body))) : [];
  const place = body ? lowering.place(body) : ([of.to, of.to] as const);
  return { params, body: block([...inner.variables.hoisted, ...statements], place), generator: inner.generates };
}

function lowerParameters(lowering: Lowering, parts: readonly PhpNode[]): readonly Node[] {
  const list = parts.find(({ name }) => name === 'ParamList');
  return list ? partsOf(list).flatMap((each) => (each.name.endsWith('Parameter') ? lowerParameter(lowering, each) : [])) : [];
}

function lowerParameter(lowering: Lowering, of: PhpNode): readonly Node[] {
  const parts = partsOf(of);
  const name = parts.find((each) => each.name === 'VariableName');
  if (!name) return [];
  const type = typeIn(lowering, parts);
  const at = lowering.place(name);
  const own = identifier(lowering.variableName(name), type ? [type.range[0], at[1]] : at, type);
  if (of.name === 'VariadicParameter') return [restParameter(own, own.range)];
  const assign = parts.findIndex((each) => each.name === 'AssignOp');
  const written = assign === -1 ? undefined : parts[assign + 1];
  const passed = written ? undefined : autowiredIn(lowering, parts);
  const fallback = written ? lowering.expression(written) : passed;
  // An attribute precedes its parameter.
  const parameter = fallback ? parameterWithDefault(own, fallback, passed && lowering.place(of)) : own;
  // `private string $token` declares a property, too.
  return [of.name === 'PropertyParameter' ? node('TSParameterProperty', parameter.range, { parameter, decorators: [] }) : parameter];
}
