/** Lowers statements. */
import { arrow } from '../../lowering/declarations.js';
import { assignment, construction, declaration, identifier, node, type Node, type Place, statement, unary } from '../../lowering/nodes.js';
import { partsOf, separated } from '../../lowering/lezer.js';
import { patternNames } from '../../lowering/variables.js';
import type { PythonNode } from '../parser.js';
import { decoratorsOf, lowerClass } from './classes.js';
import { lowerSeveral } from './expressions.js';
import { declaredFunction, lowerFunction } from './functions.js';
import { lowerImport } from './imports.js';
import type { Lowering } from './lowering.js';
import { lowerDocstring } from './strings.js';
import { assigned, lowerTarget } from './targets.js';
import { lowerTry, lowerWith } from './handlers.js';
import { typeOf } from './types.js';

type Lower = (lowering: Lowering, of: PythonNode) => readonly Node[];

const statements: Readonly<Record<string, Lower>> = {
  AssertStatement: lowerAssert,
  AssignStatement: lowerAssignment,
  ClassDefinition: (lowering, of) => declareApart(lowering, of, lowerClass(lowering, of)),
  DecoratedStatement: lowerDecorated,
  DeleteStatement: (lowering, of) =>
    separated(partsOf(of).slice(1)).flatMap(([target]) =>
      target?.name === 'MemberExpression' ? [statement(unary('delete', lowering.expression(target), lowering.place(target)))] : [],
    ),
  ExpressionStatement: lowerExpressionStatement,
  ForStatement: lowerFor,
  FunctionDefinition: (lowering, of) => lowerDefinition(lowering, of, []),
  IfStatement: lowerIf,
  ImportStatement: (lowering, of) => {
    lowering.around.variables.hoisted.push(...lowerImport(lowering, of));
    return [];
  },
  MatchStatement: lowerMatch,
  PrintStatement: lowerPrint,
  RaiseStatement: lowerRaise,
  ReturnStatement: (lowering, of) => [
    node('ReturnStatement', lowering.place(of), { argument: lowerSeveral(lowering, partsOf(of).slice(1)) ?? null }),
  ],
  ScopeStatement: (lowering, of) => {
    for (const each of partsOf(of)) if (each.name === 'VariableName') lowering.around.variables.exclude(lowering.textOf(each));
    return [];
  },
  StatementGroup: (lowering, of) => lowerStatements(lowering, partsOf(of)),
  TryStatement: lowerTry,
  UpdateStatement: lowerUpdate,
  WhileStatement: lowerWhile,
  WithStatement: lowerWith,
  YieldStatement: lowerExpressionStatement,
};

export function lowerStatements(lowering: Lowering, of: readonly PythonNode[]): readonly Node[] {
  return of.flatMap((each) => statements[each.name]?.(lowering, each) ?? []);
}

function lowerExpressionStatement(lowering: Lowering, of: PythonNode): readonly Node[] {
  if (of.name === 'YieldStatement') return [statement(lowering.expression(of))];
  const parts = partsOf(of);
  const [first] = parts;
  if (first && parts.length === 1 && first.name.endsWith('String')) return [statement(lowerDocstring(lowering, first))];
  const expression = lowerSeveral(lowering, parts);
  return expression ? [statement(expression, lowering.place(of))] : [];
}

/** `print "…"` in Python 2. */
function lowerPrint(lowering: Lowering, of: PythonNode): readonly Node[] {
  const [print, ...rest] = partsOf(of);
  if (!print) return [];
  const values = separated(rest).flatMap(([first]) => (first ? [lowering.expression(first)] : []));
  const callee = identifier('print', lowering.place(print));
  return [statement(node('CallExpression', lowering.place(of), { callee, arguments: values, optional: false }))];
}

/** `a = b = value` assigns the value to `a`, and `a` to `b`. */
function lowerAssignment(lowering: Lowering, of: PythonNode): readonly Node[] {
  const parts = partsOf(of);
  const type = typeOf(
    lowering,
    parts.find(({ name }) => name === 'TypeDef'),
  );
  const groups = separated(
    parts.filter(({ name }) => name !== 'TypeDef'),
    'AssignOp',
  );
  const values = groups.at(-1) ?? [];
  const targets = groups.slice(0, -1);
  const value = lowerSeveral(lowering, values);
  const place = lowering.place(of);
  if (!value || targets.length === 0) return targets.length === 0 ? declaredOnly(lowering, values, type, place) : [];
  return targets.flatMap((target, index) => {
    const pattern = lowerTarget(lowering, target, 'variable');
    const typed = type && pattern.type === 'Identifier' ? identifier(pattern.name, [pattern.range[0], type.range[1]], type) : pattern;
    if (index === 0) return [assigned(lowering, typed, value, place)];
    const [first] = targets[0] ?? [];
    const copy = first ? lowering.expression(first) : pattern;
    return [assigned(lowering, typed, copy, [pattern.range[0], place[1]])];
  });
}

/** `client: Cloudflare`, without a value. */
function declaredOnly(lowering: Lowering, [name]: readonly PythonNode[], type: Node | undefined, place: Place): readonly Node[] {
  if (name?.name !== 'VariableName' || !type || !lowering.around.variables.declare(lowering.textOf(name))) return [];
  return [declaration(identifier(lowering.textOf(name), place, type), null, place)];
}

function lowerUpdate(lowering: Lowering, of: PythonNode): readonly Node[] {
  const parts = partsOf(of);
  const index = parts.findIndex(({ name }) => name === 'UpdateOp');
  const operator = parts[index];
  const [target] = parts;
  const value = lowerSeveral(lowering, parts.slice(index + 1));
  if (!operator || !target || !value) return [];
  const written = lowering.textOf(operator);
  const left = lowering.expression(target);
  // The amount does not matter, only that it counts.
  if (written === '+=' && value.type === 'Literal' && typeof value.value === 'number')
    return [statement(node('UpdateExpression', lowering.place(of), { operator: '++', argument: left, prefix: false }))];
  return [statement(assignment(written, left, value, lowering.place(of)))];
}

function lowerAssert(lowering: Lowering, of: PythonNode): readonly Node[] {
  const [test, message] = separated(partsOf(of).slice(1)).flatMap(([first]) => (first ? [lowering.expression(first)] : []));
  if (!test) return [];
  const place = lowering.place(of);
  const end: Place = [place[1], place[1]];
  const error = construction(
    identifier('AssertionError', message ? [message.range[0], message.range[0]] : end),
    message ? [message] : [],
    message?.range ?? end,
  );
  const consequent = node('ThrowStatement', error.range, { argument: error });
  return [node('IfStatement', place, { test: unary('!', test, test.range), consequent, alternate: null })];
}

function lowerRaise(lowering: Lowering, of: PythonNode): readonly Node[] {
  const [, error] = partsOf(of);
  const place = lowering.place(of);
  const thrown = error ? lowering.expression(error) : identifier('undefined', place);
  return [node('ThrowStatement', place, { argument: asError(thrown) })];
}

/** `raise ValueError` creates an error, like `raise ValueError()`. */
function asError(thrown: Node): Node {
  return thrown.type === 'CallExpression' ? construction(thrown.callee, thrown.arguments, thrown.range) : thrown;
}

/** `if`, `elif` and `else`, from the last to the first. */
function lowerIf(lowering: Lowering, of: PythonNode): readonly Node[] {
  const parts = partsOf(of);
  const branches: { readonly at: PythonNode; readonly test: PythonNode | undefined; readonly body: PythonNode | undefined }[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.name === 'if' || part.name === 'elif') branches.push({ at: part, test: parts[index + 1], body: parts[index + 2] });
    else if (part.name === 'else') branches.push({ at: part, test: undefined, body: parts[index + 1] });
  }
  const lowered = branches.map(({ at, test, body }) => ({
    at: lowering.place(at)[0],
    test: test && lowering.expression(test),
    body: lowering.block(body?.name === 'Body' ? body : undefined, at),
  }));
  let result: Node | undefined;
  for (const { at, test, body } of lowered.reverse()) {
    result = test
      ? node('IfStatement', [at, result?.range[1] ?? body.range[1]], { test, consequent: body, alternate: result ?? null })
      : body;
  }
  return result ? [result] : [];
}

/** A loop over a collection. One over `range(n)` becomes a `for` that is not over a collection, because it counts attempts. */
function lowerFor(lowering: Lowering, of: PythonNode): readonly Node[] {
  const parts = partsOf(of);
  const start = parts.findIndex(({ name }) => name === 'for');
  const inside = parts.findIndex(({ name }) => name === 'in');
  const bodies = parts.filter(({ name }) => name === 'Body');
  const collection = parts.slice(
    inside + 1,
    parts.findIndex(({ name }) => name === 'Body'),
  );
  const right = lowerSeveral(lowering, collection);
  if (!right || inside <= start) return [];
  const pattern = lowerTarget(lowering, parts.slice(start + 1, inside), 'variable');
  const isNew = patternNames(pattern).map((name) => lowering.around.variables.declare(name));
  const left = isNew.length > 0 && isNew.every(Boolean) ? declaration(pattern, null, pattern.range) : pattern;
  const [first, otherwise] = bodies;
  const body = lowering.block(first, of);
  const [begin] = lowering.place(of);
  const place: Place = [begin, body.range[1]];
  const isRetry = isAttempts(right);
  const test = isRetry ? right : null;
  const loop = isRetry
    ? node('ForStatement', place, { init: left.type === 'VariableDeclaration' ? left : null, test, update: null, body })
    : node('ForOfStatement', place, { left, right, body, await: false });
  return [loop, ...(otherwise ? lowering.statements(partsOf(otherwise)) : [])];
}

/** `range(5)` */
function isAttempts(of: Node): boolean {
  return of.type === 'CallExpression' && of.callee.type === 'Identifier' && of.callee.name === 'range' && of.arguments.length === 1;
}

function lowerWhile(lowering: Lowering, of: PythonNode): readonly Node[] {
  const [, test, first, , otherwise] = partsOf(of);
  if (!test) return [];
  const tested = lowering.expression(test);
  const body = lowering.block(first, of);
  const loop = node('WhileStatement', [lowering.place(of)[0], body.range[1]], { test: tested, body });
  return [loop, ...(otherwise ? lowering.statements(partsOf(otherwise)) : [])];
}

function lowerMatch(lowering: Lowering, of: PythonNode): readonly Node[] {
  const [, subject, body] = partsOf(of);
  if (!subject) return [];
  const discriminant = lowering.expression(subject);
  const clauses = body ? partsOf(body).filter(({ name }) => name === 'MatchClause') : [];
  const cases = clauses.map((each) => {
    const inner = partsOf(each).find(({ name }) => name === 'Body');
    return node('SwitchCase', lowering.place(each), { test: null, consequent: inner ? lowering.statements(partsOf(inner)) : [] });
  });
  return [node('SwitchStatement', lowering.place(of), { discriminant, cases })];
}

function declareApart(lowering: Lowering, of: PythonNode, declared: Node): readonly Node[] {
  const name = partsOf(of).find((each) => each.name === 'VariableName');
  if (name) lowering.around.variables.exclude(lowering.textOf(name));
  lowering.around.variables.hoisted.push(declared);
  return [];
}

function lowerDefinition(lowering: Lowering, of: PythonNode, decorators: readonly { readonly expression: Node }[]): readonly Node[] {
  const name = partsOf(of).find((each) => each.name === 'VariableName');
  if (!name) return [];
  const id = identifier(lowering.textOf(name), lowering.place(name));
  const { place, ...parts } = lowerFunction(lowering, { receiver: 'none', decorators, of });
  if (lowering.around.self === undefined) return declareApart(lowering, of, declaredFunction(id, { place, ...parts }));
  // In a method, it keeps the method's `this`.
  return declareApart(lowering, of, declaration(id, arrow(parts, place), place));
}

function lowerDecorated(lowering: Lowering, of: PythonNode): readonly Node[] {
  const inner = partsOf(of).at(-1);
  if (!inner) return [];
  const decorators = decoratorsOf(lowering, of);
  const evaluated = decorators.map(({ expression }) => statement(expression));
  const defined =
    inner.name === 'FunctionDefinition'
      ? lowerDefinition(lowering, inner, decorators)
      : declareApart(lowering, inner, lowerClass(lowering, inner, { decorators }));
  return [...evaluated, ...defined];
}
