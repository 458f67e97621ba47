/** Lowers statements. */
import { block, call, constant, identifier, member, node, type Node, type Place, statement } from '../../lowering/nodes.js';
import { partsOf, separated } from '../../lowering/lezer.js';
import type { GoNode } from '../parser.js';
import { assigningIn, lowerAssigning, lowerSpec } from './assignments.js';
import { lowerDeclaration } from './functions.js';
import { type Branches, branchesOf, lowerForgotten, lowerHandled, lowerHandledFirst } from './handlers.js';
import { lowerImport } from './imports.js';
import { type Lowering, variable } from './lowering.js';
import { lowerReturn } from './returns.js';

type Lower = (lowering: Lowering, of: GoNode) => readonly Node[];

const statements: Readonly<Record<string, Lower>> = {
  Assignment: lowerAssignment,
  Block: (lowering, of) => [lowering.block(of, of)],
  ConstDecl: lowerSpecs,
  DeferStatement: lowerLater,
  ExprStatement: lowerExpressionStatement,
  ForStatement: lowerFor,
  FunctionDecl: lowerDeclaration,
  GoStatement: lowerLater,
  IfStatement: (lowering, of) => lowerIf(lowering, branchesOf(of)),
  ImportDecl: lowerImport,
  IncDecStatement: (lowering, of) => {
    const [target] = partsOf(of);
    const argument = target && lowering.expression(target);
    return argument ? [statement(node('UpdateExpression', lowering.place(of), { operator: '++', argument, prefix: false }))] : [];
  },
  LabeledStatement: (lowering, of) => lowerStatements(lowering, partsOf(of).slice(2)),
  ReturnStatement: lowerReturn,
  SelectStatement: lowerSwitch,
  SendStatement: (lowering, of) => {
    const value = partsOf(of).at(-1);
    return value ? [statement(lowering.expression(value))] : [];
  },
  SwitchStatement: lowerSwitch,
  TypeSwitchStatement: lowerSwitch,
  VarDecl: (lowering, of) => (partsOf(of)[0]?.name === 'var' ? lowerSpecs(lowering, of) : lowerAssignment(lowering, of)),
};

export function lowerStatements(lowering: Lowering, of: readonly GoNode[]): readonly Node[] {
  const lowered: Node[] = [];
  for (let index = 0; index < of.length; index += 1) {
    const [each, next] = [of[index], of[index + 1]?.name === ';' ? of[index + 2] : of[index + 1]];
    if (!each) continue;
    const handled = lowerHandled(lowering, each, next);
    if (handled) index = next ? of.indexOf(next, index) : index;
    lowered.push(...(handled ?? lowerForgotten(lowering, each) ?? statements[each.name]?.(lowering, each) ?? []));
  }
  return lowered;
}

function lowerAssignment(lowering: Lowering, of: GoNode): readonly Node[] {
  const assigning = assigningIn(lowering, of);
  return assigning ? lowerAssigning(lowering, assigning) : [];
}

function lowerSpecs(lowering: Lowering, of: GoNode): readonly Node[] {
  return partsOf(of)
    .flatMap((part) => (part.name === 'SpecList' ? partsOf(part) : [part]))
    .filter(({ name }) => name === 'VarSpec' || name === 'ConstSpec')
    .flatMap((each) => lowerSpec(lowering, each));
}

function lowerExpressionStatement(lowering: Lowering, of: GoNode): readonly Node[] {
  const [first] = partsOf(of);
  return first ? [statement(lowering.expression(first), lowering.place(of))] : [];
}

/** `defer` and `go`: the call is lowered as if it ran immediately. */
function lowerLater(lowering: Lowering, of: GoNode): readonly Node[] {
  const [, first] = partsOf(of);
  return first ? [statement(lowering.expression(first), lowering.place(of))] : [];
}

function lowerIf(lowering: Lowering, branches: Branches): readonly Node[] {
  if (!branches.first) return lowerBranches(lowering, branches);
  const { first } = branches;
  const inner = lowering.scoped(
    () => lowerHandledFirst(lowering, branches) ?? [...lowering.statements([first]), ...lowerBranches(lowering, branches)],
  );
  return [block(inner, lowering.place(branches.of))];
}

function lowerBranches(lowering: Lowering, { of, test, then, otherwise }: Branches): readonly Node[] {
  if (!test) return [];
  const alternate =
    otherwise &&
    (otherwise.name === 'Block' ? lowering.block(otherwise, of) : block(lowering.statements([otherwise]), lowering.place(otherwise)));
  const properties = { test: lowering.expression(test), consequent: lowering.block(then, of), alternate: alternate ?? null };
  return [node('IfStatement', lowering.place(of), properties)];
}

function lowerFor(lowering: Lowering, of: GoNode): readonly Node[] {
  const parts = partsOf(of);
  const body = parts.find(({ name }) => name === 'Block');
  const range = parts.find(({ name }) => name === 'RangeClause');
  const clause = parts.find(({ name }) => name === 'ForClause');
  const place = lowering.place(of);
  return lowering.scoped((): readonly Node[] => {
    if (range) return lowerRange(lowering, { of, range, body });
    if (!clause) {
      const condition = parts.slice(1).find((each) => each !== body);
      const test = condition ? lowering.expression(condition) : constant(true, [of.from, of.from]);
      return [node('WhileStatement', place, { test, body: lowering.block(body, of) })];
    }
    const groups = separated(partsOf(clause), ';');
    const [first, second] = groups.map(([inner]) => inner);
    const init = first?.name === 'VarDecl' || first?.name === 'Assignment' ? lowering.statements([first]) : [];
    const test = second && !/Statement|Decl|Assignment/.test(second.name) ? lowering.expression(second) : null;
    return [...init, node('ForStatement', place, { init: null, test, update: null, body: lowering.block(body, of) })];
  });
}

/** The function that returns keys with values. No program can have a function of this name. */
export const pairsOf = '<range>';

interface Range {
  readonly of: GoNode;
  readonly range: GoNode;
  readonly body: GoNode | undefined;
}

/** `for i, value := range values` */
function lowerRange(lowering: Lowering, { of, range, body }: Range): readonly Node[] {
  const parts = partsOf(range);
  const at = parts.findIndex(({ name }) => name === 'range');
  const collection = parts[at + 1];
  if (!collection) return [];
  const declares = parts[at - 1]?.name === ':=';
  const targets = separated(parts.slice(0, at).filter(({ name }) => name !== ':=' && name !== '=')).flatMap(([first]) => first ?? []);
  const right = lowering.expression(collection);
  const [key, value] = targets;
  const names = targets.map((each) => {
    if (declares) lowering.declare(lowering.textOf(each));
    return declares ? identifier(lowering.textOf(each), lowering.place(each)) : lowering.expression(each);
  });
  const isValue = value && key && lowering.textOf(key) === '_';
  const [keyName, valueName] = names;
  const pattern =
    (isValue ? valueName : undefined) ??
    node('ArrayPattern', [targets[0]?.from ?? range.from, targets.at(-1)?.to ?? range.from], {
      elements: [keyName ?? null, ...(valueName ? [valueName] : [])],
      decorators: [],
    });
  const left = declares || targets.length === 0 ? variable(pattern, null, pattern.range) : pattern;
  const start: Place = [right.range[0], right.range[0]];
  const items = isValue ? right : call(member(identifier(pairsOf, start), 'of', start), [right], right.range);
  return [node('ForOfStatement', lowering.place(of), { left, right: items, body: lowering.block(body, of), await: false })];
}

function lowerSwitch(lowering: Lowering, of: GoNode): readonly Node[] {
  const parts = partsOf(of);
  const inner = parts.find(({ name }) => /(?:Switch|Select)Block$/.test(name));
  const semicolon = parts.findIndex(({ name }) => name === ';');
  return lowering.scoped((): readonly Node[] => {
    const before = semicolon === -1 ? [] : lowering.statements(parts.slice(1, semicolon));
    const subject = parts.slice(Math.max(semicolon, 0) + 1).find((each) => each !== inner && /Exp|Name$/.test(each.name));
    const isNamed = subject?.name === 'DefName';
    const value = isNamed ? parts[parts.indexOf(subject) + 2] : subject;
    const named = isNamed && value ? assignedSubject(lowering, subject, value) : [];
    const cases = casesIn(lowering, inner ? partsOf(inner) : []);
    if (named.length === 0 && value && before.length === 0)
      return [node('SwitchStatement', lowering.place(of), { discriminant: lowering.expression(value), cases })];
    const discriminant = value && !isNamed ? lowering.expression(value) : constant(true, [of.from, of.from]);
    return [block([...before, ...named, node('SwitchStatement', lowering.place(of), { discriminant, cases })], lowering.place(of))];
  });
}

function assignedSubject(lowering: Lowering, name: GoNode, value: GoNode): readonly Node[] {
  lowering.declare(lowering.textOf(name));
  return [variable(identifier(lowering.textOf(name), lowering.place(name)), lowering.expression(value), [name.from, value.to])];
}

/** Lowers the cases of a switch, each with the statements up to the next. */
function casesIn(lowering: Lowering, parts: readonly GoNode[]): readonly Node[] {
  const groups: { readonly of: GoNode; readonly body: GoNode[] }[] = [];
  for (const part of parts) {
    if (part.name === 'Case') groups.push({ of: part, body: [] });
    else if (part.name !== '{' && part.name !== '}') groups.at(-1)?.body.push(part);
  }
  return groups.map(({ of, body }) => {
    // If a case has several expressions, the first is enough.
    const test = partsOf(of).find(({ name }) => !/^(?:case|default|:|,|ReceiveStatement|SendStatement|\w*Type\w*)$/.test(name));
    const consequent = lowering.scoped(() => lowering.statements(body));
    const place: Place = [of.from, Math.max(of.to, consequent.at(-1)?.range[1] ?? of.to)];
    return node('SwitchCase', place, { test: test ? lowering.expression(test) : null, consequent });
  });
}
