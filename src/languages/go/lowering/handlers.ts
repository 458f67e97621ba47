/** `x, err := f()` with `if err != nil { … }` becomes `try { x = f() } catch (err) { … }`; with `_` for the error, the failure is ignored. */
import { assignment, block, identifier, node, type Node, type Place, statement } from '../../lowering/nodes.js';
import { partsOf } from '../../lowering/lezer.js';
import { patternNames } from '../../lowering/variables.js';
import type { GoNode } from '../parser.js';
import { type Assigning, assigningIn, lowerAssigning, statusOf } from './assignments.js';
import { type Lowering, variable } from './lowering.js';

/** The parts of an `if`. */
export interface Branches {
  readonly of: GoNode;
  readonly first: GoNode | undefined;
  readonly test: GoNode | undefined;
  readonly then: GoNode | undefined;
  readonly otherwise: GoNode | undefined;
}

export function branchesOf(of: GoNode): Branches {
  const parts = partsOf(of).slice(1);
  const semicolon = parts.findIndex(({ name }) => name === ';');
  const then = parts.find(({ name }) => name === 'Block');
  const other = parts.findIndex(({ name }) => name === 'else');
  const test = parts.slice(semicolon + 1).find((each) => each !== then);
  return {
    of,
    first: semicolon === -1 ? undefined : parts[0],
    test: test && then && test.from < then.from ? test : undefined,
    then,
    otherwise: other === -1 ? undefined : parts[other + 1],
  };
}

/** How an `if` tests an error: alone, or with further conditions. */
function asksFor(lowering: Lowering, error: string, test: GoNode | undefined): 'only' | 'also' | undefined {
  const written = test ? lowering.textOf(test) : '';
  const [asked] = /^(\w+) *!= *nil\b/.exec(written) ?? [];
  if (asked === undefined || !asked.startsWith(error) || !/^ *!/.test(asked.slice(error.length))) return undefined;
  const rest = written.slice(asked.length).trim();
  return rest === '' ? 'only' : rest.startsWith('&&') && !rest.includes('||') ? 'also' : undefined;
}

/** Lowers an assignment whose error the next `if` handles; undefined if none does. */
export function lowerHandled(lowering: Lowering, of: GoNode, next: GoNode | undefined): readonly Node[] | undefined {
  const assigning = assigningIn(lowering, of);
  const told = assigning && statusOf(lowering, assigning);
  if (!assigning || !told || next?.name !== 'IfStatement') return undefined;
  const branches = branchesOf(next);
  return branches.first ? undefined : handled(lowering, assigning, lowering.textOf(told), branches);
}

/** `if err := f(); err != nil { … }` */
export function lowerHandledFirst(lowering: Lowering, branches: Branches): readonly Node[] | undefined {
  const assigning = branches.first && assigningIn(lowering, branches.first);
  const told = assigning && statusOf(lowering, assigning);
  return told ? handled(lowering, assigning, lowering.textOf(told), branches) : undefined;
}

function handled(
  lowering: Lowering,
  assigning: Assigning,
  error: string,
  { of, test, then, otherwise }: Branches,
): readonly Node[] | undefined {
  const asks = asksFor(lowering, error, test);
  if (!asks || !test || !then) return undefined;
  const [declared, work] = divided(lowerAssigning(lowering, assigning));
  const param = identifier(error, [test.from, test.from + error.length]);
  const body = lowering.inside({ ...lowering.around, caught: error }, () => lowering.scoped(() => lowering.block(then, of), [error]));
  const place: Place = [test.from, body.range[1]];
  const caught =
    asks === 'only'
      ? body
      : block([node('IfStatement', place, { test: lowering.expression(test), consequent: body, alternate: null })], place);
  const handler = node('CatchClause', place, { param, body: caught });
  const attempted = block(work, placeOf(work, assigning.of));
  const whole = node('TryStatement', [attempted.range[0], handler.range[1]], { block: attempted, handler, finalizer: null });
  const others = otherwise ? (otherwise.name === 'Block' ? [lowering.block(otherwise, of)] : lowering.statements([otherwise])) : [];
  return [...declared, whole, ...others];
}

/** `x, _ := f()`: the error is ignored. */
export function lowerForgotten(lowering: Lowering, of: GoNode): readonly Node[] | undefined {
  const assigning = assigningIn(lowering, of);
  const told = assigning && statusOf(lowering, assigning);
  if (!assigning || !told || lowering.textOf(told) !== '_' || assigning.values[0]?.name !== 'CallExpr') return undefined;
  const [declared, work] = divided(lowerAssigning(lowering, assigning));
  const place = placeOf(work, of);
  const end: Place = [place[1], place[1]];
  const handler = node('CatchClause', end, { param: null, body: block([], end) });
  return [...declared, node('TryStatement', place, { block: block(work, place), handler, finalizer: null })];
}

/** Moves declarations out of the `try` block, in which they would go out of scope. */
function divided(statements: readonly Node[]): readonly [declared: readonly Node[], work: readonly Node[]] {
  const declared: Node[] = [];
  const work: Node[] = [];
  for (const each of statements) {
    const [declarator] = each.type === 'VariableDeclaration' ? each.declarations : [];
    if (!declarator) work.push(each);
    else if (declarator.init) {
      declared.push(...patternNames(declarator.id).map((name) => variable(identifier(name, start(each)), null, start(each))));
      work.push(statement(assignment('=', declarator.id, declarator.init, each.range), each.range));
    } else declared.push(each);
  }
  return [declared, work];
}

function start({ range: [from] }: Node): Place {
  return [from, from];
}

function placeOf(statements: readonly Node[], of: GoNode): Place {
  const starts = statements.map(({ range }) => range[0]);
  const ends = statements.map(({ range }) => range[1]);
  return [Math.min(of.from, ...starts), Math.max(of.to, ...ends)];
}
