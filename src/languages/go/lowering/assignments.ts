/**
 * Assignments and declarations. A function's last result, if it reports success or failure, is kept apart from its other results: see `handlers.ts`.
 */
import { assignment, call, identifier, member, node, type Node, type Place, statement } from '../../lowering/nodes.js';
import { partsOf, separated } from '../../lowering/lezer.js';
import type { GoNode } from '../parser.js';
import { lowerZero } from './composites.js';
import { type Lowering, variable } from './lowering.js';
import { isType } from './type-nodes.js';
import { annotation } from './types.js';

/** An assignment, or a declaration with values. */
export interface Assigning {
  readonly of: GoNode;
  readonly targets: readonly GoNode[];
  readonly values: readonly GoNode[];
  readonly declares: boolean;
  readonly operator: string;
}

/** Returns the assignment that a statement is; undefined for any other statement. */
export function assigningIn(lowering: Lowering, of: GoNode): Assigning | undefined {
  if (of.name !== 'VarDecl' && of.name !== 'Assignment') return undefined;
  const parts = partsOf(of);
  const at = parts.findIndex(({ name }) => name === ':=' || name === '=' || name === 'UpdateOp');
  const operator = parts[at];
  if (!operator) return undefined;
  return {
    of,
    targets: firsts(parts.slice(0, at)),
    values: firsts(parts.slice(at + 1)),
    declares: operator.name === ':=',
    operator: operator.name === 'UpdateOp' ? lowering.textOf(operator) : '=',
  };
}

function firsts(parts: readonly GoNode[]): readonly GoNode[] {
  return separated(parts).flatMap(([first]) => first ?? []);
}

/** Names typical of an error, or of whether there is a result. */
const status = /^(?:_|e|ok|found|exists|present|\w*[eE]rr(?:or)?\d?)$/;

/** The target for an error, or for whether there is a result. */
export function statusOf(lowering: Lowering, { targets, values }: Assigning): GoNode | undefined {
  const last = targets.at(-1);
  const [value] = values;
  if (!last || !value || values.length !== 1 || !status.test(lowering.textOf(last))) return undefined;
  return targets.length > 1 || value.name === 'CallExpr' ? last : undefined;
}

/** Lowers several values for as many targets; or the results of a call, the last of which may report success or failure. */
export function lowerAssigning(lowering: Lowering, assigning: Assigning): readonly Node[] {
  const { targets, values } = assigning;
  const [value, second] = values;
  if (!value) return [];
  if (second)
    return targets.flatMap((target, index) =>
      values[index] ? assigned(lowering, assigning, [target], lowering.expression(values[index])) : [],
    );
  const told = statusOf(lowering, assigning);
  const results = told ? targets.slice(0, -1) : targets;
  return [...(told ? declaredOnly(lowering, told) : []), ...assigned(lowering, assigning, results, lowering.expression(value))];
}

/** Declares the variable for success or failure, whose value is handled elsewhere. */
function declaredOnly(lowering: Lowering, of: GoNode): readonly Node[] {
  const name = lowering.textOf(of);
  if (name === '_' || !lowering.declare(name)) return [];
  return [variable(identifier(name, lowering.place(of)), null, lowering.place(of))];
}

function assigned(lowering: Lowering, { of, declares, operator }: Assigning, targets: readonly GoNode[], value: Node): readonly Node[] {
  const place: Place = [Math.min(of.from, value.range[0]), Math.max(of.to, value.range[1])];
  const kept = targets.filter((each) => lowering.textOf(each) !== '_');
  const [target] = kept;
  if (!target || value.type === 'AssignmentExpression') return [statement(value)];
  if (targets.length > 1) return intoSeveral(lowering, targets, value, { place, declares });
  const at: Place = [target.from, Math.max(target.to, value.range[1])];
  if (declares && lowering.declare(lowering.textOf(target)))
    return [variable(identifier(lowering.textOf(target), lowering.place(target)), value, at)];
  const left = lowering.expression(target);
  return [grown(left, value, at) ?? statement(assignment(operator, left, value, at))];
}

/** `items = append(items, more…)` pushes to the list. */
function grown(left: Node, value: Node, place: Place): Node | undefined {
  const [first, ...rest] = value.type === 'ArrayExpression' ? value.elements : [];
  if (first?.type !== 'SpreadElement' || left.type !== 'Identifier') return undefined;
  if (first.argument.type !== 'Identifier' || first.argument.name !== left.name) return undefined;
  const added = rest.filter((each) => each !== null);
  return statement(call(member(left, 'push', [left.range[1], left.range[1]]), added, place));
}

function intoSeveral(
  lowering: Lowering,
  targets: readonly GoNode[],
  value: Node,
  { place, declares }: { readonly place: Place; readonly declares: boolean },
): readonly Node[] {
  const isNew = targets.map((each) => declares && lowering.declare(lowering.textOf(each)));
  const at: Place = [targets[0]?.from ?? place[0], targets.at(-1)?.to ?? place[0]];
  const elements = targets.map((each) =>
    lowering.textOf(each) === '_' ? null : declares ? identifier(lowering.textOf(each), lowering.place(each)) : lowering.expression(each),
  );
  const pattern = node('ArrayPattern', at, { elements, decorators: [] });
  if (isNew.every(Boolean)) return [variable(pattern, value, place)];
  const before = targets.flatMap((each, index) =>
    isNew[index] ? [variable(identifier(lowering.textOf(each), [place[0], place[0]]), null, [place[0], place[0]])] : [],
  );
  return [...before, statement(assignment('=', pattern, value, place))];
}

/** `var a, b = 1, 2`, `const c = 3`, `var d Config`. */
export function lowerSpec(lowering: Lowering, of: GoNode): readonly Node[] {
  const parts = partsOf(of);
  const at = parts.findIndex(({ name }) => name === '=');
  const names = parts.slice(0, at === -1 ? undefined : at).filter(({ name }) => name === 'DefName');
  const type = parts.slice(0, at === -1 ? undefined : at).find(isType);
  if (at !== -1) {
    const values = firsts(parts.slice(at + 1));
    const typed = type && names.length === 1 ? annotation(lowering, type) : undefined;
    const [name] = names;
    const [value] = values;
    if (typed && name && value && lowering.declare(lowering.textOf(name)))
      return [
        variable(identifier(lowering.textOf(name), [name.from, typed.range[1]], typed), lowering.expression(value), lowering.place(of)),
      ];
    return lowerAssigning(lowering, { of, targets: names, values, declares: true, operator: '=' });
  }
  return names.flatMap((name) => {
    if (!lowering.declare(lowering.textOf(name))) return [];
    const zero = type && lowerZero(lowering, type);
    const typed = type && names.length === 1 ? annotation(lowering, type) : undefined;
    const id = identifier(lowering.textOf(name), [name.from, typed?.range[1] ?? name.to], typed);
    return [variable(id, zero ?? null, names.length === 1 ? lowering.place(of) : lowering.place(name))];
  });
}
