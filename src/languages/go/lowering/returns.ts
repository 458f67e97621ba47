/** `return`: a trailing error is thrown if it is not nil; otherwise the results before it are returned. */
import { identifier, list, node, type Node, type Place, statement } from '../../lowering/nodes.js';
import { partsOf, separated } from '../../lowering/lezer.js';
import type { GoNode } from '../parser.js';
import type { Lowering } from './lowering.js';

/** Functions that create errors, by the end of their names. */
const makers = /(?:^|\.)(?:Errorf?|New\w*|Wrapf?|WithStack|WithMessagef?|Join|Cause)$/;

export function lowerReturn(lowering: Lowering, of: GoNode): readonly Node[] {
  const place = lowering.place(of);
  const values = separated(partsOf(of).slice(1)).flatMap(([first]) => first ?? []);
  const { status } = lowering.around;
  const last = values.at(-1);
  if (!last) return [lowerBareReturn(lowering, place)];
  const results = status !== undefined && values.length > 1 ? values.slice(0, -1) : values;
  if (status === 'error' && isError(lowering, last) && results.every((each) => each === last || isZeroValue(lowering, each)))
    return [node('ThrowStatement', place, { argument: lowering.expression(last) })];
  if (status === 'error' && values.length === 1 && lowering.textOf(last) === 'nil')
    return [node('ReturnStatement', place, { argument: null })];
  const told =
    results.length < values.length && /^(?:CallExpr|SelectorExpr)$/.test(last.name) ? [statement(lowering.expression(last))] : [];
  const given = results.map((each) => lowering.expression(each));
  const [only] = given;
  const argument = only && given.length > 1 ? list(given, [only.range[0], given.at(-1)?.range[1] ?? only.range[1]]) : (only ?? null);
  return [...told, node('ReturnStatement', place, { argument })];
}

/** A bare `return` returns the named results; inside the handler of one that is an error, it rethrows that error. */
function lowerBareReturn({ around: { status, results, caught } }: Lowering, place: Place): Node {
  const last = results.at(-1);
  if (status === 'error' && last !== undefined && last === caught)
    return node('ThrowStatement', place, { argument: identifier(last, place) });
  const given = (status !== undefined && results.length > 1 ? results.slice(0, -1) : results).map((name) => identifier(name, place));
  return node('ReturnStatement', place, { argument: given.length > 1 ? list(given, place) : (given[0] ?? null) });
}

/** Whether an expression is certainly an error, and not possibly nil. */
function isError(lowering: Lowering, of: GoNode): boolean {
  const written = lowering.textOf(of);
  if (written === 'nil') return false;
  if (of.name === 'VariableName' || of.name === 'SelectorExpr') return true;
  const [callee] = of.name === 'CallExpr' ? partsOf(of) : [];
  return callee ? makers.test(lowering.textOf(callee)) : /^&?[\w.]+\{/.test(written);
}

function isZeroValue(lowering: Lowering, of: GoNode): boolean {
  return /^(?:nil|""|``|0|false|[\w.]+\{\})$/.test(lowering.textOf(of));
}
