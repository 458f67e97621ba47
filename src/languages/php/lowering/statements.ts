/** Lowers statements. */
import { functionNode } from '../../lowering/declarations.js';
import { assignment, block, call, declaration, identifier, node, type Node, type Place, statement, unary } from '../../lowering/nodes.js';
import { partsOf, separated } from '../../lowering/lezer.js';
import { patternNames } from '../../lowering/variables.js';
import type { PhpNode } from '../parser.js';
import { lowerClass } from './classes.js';
import { pushed } from './expressions.js';
import { lowerFunction } from './functions.js';
import type { Lowering } from './lowering.js';
import { lowerPattern } from './targets.js';

type Lower = (lowering: Lowering, of: PhpNode) => readonly Node[];

const lowerDeclaredClass: Lower = (lowering, of) => {
  lowering.around.variables.hoisted.push(lowerClass(lowering, of));
  return [];
};

const statements: Readonly<Record<string, Lower>> = {
  Block: (lowering, of) => [lowering.block(of, of)],
  ClassDeclaration: lowerDeclaredClass,
  ConstDeclaration: (lowering, of) =>
    partsOf(of).flatMap((each) => (each.name === 'VariableDeclarator' ? lowerDeclarator(lowering, each) : [])),
  DoStatement: (lowering, of) => lowerWhile(lowering, of, 'DoWhileStatement'),
  EchoStatement: lowerEcho,
  EnumDeclaration: lowerDeclaredClass,
  ExpressionStatement: lowerExpressionStatement,
  ForStatement: lowerFor,
  ForeachStatement: lowerForeach,
  FunctionDefinition: lowerDefinition,
  FunctionStaticDeclaration: (lowering, of) =>
    partsOf(of).flatMap((each) => (each.name === 'VariableDeclarator' ? lowerDeclarator(lowering, each) : [])),
  GlobalDeclaration: (lowering, of) => {
    for (const each of partsOf(of)) if (each.name === 'VariableName') lowering.around.variables.exclude(lowering.variableName(each));
    return [];
  },
  IfStatement: lowerIf,
  InterfaceDeclaration: () => [],
  NamespaceDefinition: (lowering, of) =>
    lowering.statements(
      partsOf(of)
        .filter(({ name }) => name === 'Block')
        .flatMap(partsOf),
    ),
  ReturnStatement: (lowering, of) => {
    const [, value] = partsOf(of);
    const argument = value && value.name !== ';' ? lowering.expression(value) : null;
    return [node('ReturnStatement', lowering.place(of), { argument })];
  },
  SwitchStatement: lowerSwitch,
  TraitDeclaration: lowerDeclaredClass,
  TryStatement: lowerTry,
  UnsetStatement: (lowering, of) =>
    partsOf(of).flatMap((each) =>
      /^(?:Subscript|Member)Expression$/.test(each.name)
        ? [statement(unary('delete', lowering.expression(each), lowering.place(each)))]
        : [],
    ),
  WhileStatement: (lowering, of) => lowerWhile(lowering, of, 'WhileStatement'),
};

export function lowerStatements(lowering: Lowering, of: readonly PhpNode[]): readonly Node[] {
  return of.flatMap((each) => statements[each.name]?.(lowering, each) ?? []);
}

function lowerExpressionStatement(lowering: Lowering, of: PhpNode): readonly Node[] {
  const [first] = partsOf(of);
  if (!first) return [];
  const place = lowering.place(of);
  if (isShown(lowering, of)) return [statement(call(identifier('echo', place), [lowering.expression(first)], place), place)];
  if (first.name === 'ThrowExpression') return [node('ThrowStatement', place, { argument: lowering.expression(first) })];
  return (
    (first.name === 'AssignmentExpression' ? lowerAssignment(lowering, first, place) : lowerConstant(lowering, first)) ?? [
      statement(lowering.expression(first), place),
    ]
  );
}

/** `<?= $value ?>` is `<?php echo $value ?>`. */
function isShown({ text }: Lowering, { from }: PhpNode): boolean {
  return /<\?=\s*$/.test(text.slice(Math.max(0, from - 16), from));
}

/** The first assignment of a variable declares it. */
function lowerAssignment(lowering: Lowering, of: PhpNode, place: Place): readonly Node[] | undefined {
  const [target, , ...rest] = partsOf(of);
  const source = rest.find(({ name }) => name !== '&');
  if (!target || !source) return undefined;
  const value = emptyOf(lowering, target, source) ?? lowering.expression(source);
  const pattern = lowerPattern(lowering, target);
  const names = patternNames(pattern);
  const { variables } = lowering.around;
  const isNew = names.map((name) => variables.declare(name));
  if (names.length > 0 && isNew.every(Boolean)) return [declaration(pattern, value, [of.from, Math.max(of.to, value.range[1])])];
  for (const [index, name] of names.entries())
    if (isNew[index]) variables.hoisted.push(declaration(identifier(name, [of.from, of.from]), null, [of.from, of.from]));
  return [statement(pushed(pattern, value, lowering.place(of)) ?? assignment('=', pattern, value, lowering.place(of)), place)];
}

/** An empty array is a list if the file appends to it without a key; otherwise it is a table. */
function emptyOf(lowering: Lowering, target: PhpNode, source: PhpNode): Node | undefined {
  const isEmpty = /^(?:\[\s*\]|array\s*\(\s*\))$/.test(lowering.textOf(source));
  const name = isEmpty ? lowering.textOf(target) : '';
  if (name === '' || lowering.text.includes(`${name}[] `) || lowering.text.includes(`array_push(${name},`)) return undefined;
  return node('ObjectExpression', lowering.place(source), { properties: [] });
}

/** `define('NAME', 'value')` */
function lowerConstant(lowering: Lowering, of: PhpNode): readonly Node[] | undefined {
  const [callee, given] = partsOf(of);
  if (of.name !== 'CallExpression' || !callee || !given || lowering.textOf(callee).toLowerCase() !== 'define') return undefined;
  const [[name] = [], [value] = []] = separated(partsOf(given).filter((each) => each.name !== '(' && each.name !== ')'));
  const written = name && /^['"](\w+)['"]$/.exec(lowering.textOf(name))?.[1];
  if (!name || !value || written === undefined) return undefined;
  const place: Place = [of.from, of.to];
  return [declaration(identifier(written, [name.from + 1, name.to - 1]), lowering.expression(value), place)];
}

function lowerDeclarator(lowering: Lowering, of: PhpNode): readonly Node[] {
  const [name, , value] = partsOf(of);
  if (!name) return [];
  const written = name.name === 'VariableName' ? lowering.variableName(name) : lowering.textOf(name);
  lowering.around.variables.declare(written);
  return [declaration(identifier(written, lowering.place(name)), value ? lowering.expression(value) : null, lowering.place(of))];
}

function lowerEcho(lowering: Lowering, of: PhpNode): readonly Node[] {
  const [echo, ...rest] = partsOf(of).flatMap((each) => (each.name === 'SequenceExpression' ? partsOf(each) : [each]));
  if (!echo) return [];
  const values = rest.filter(({ name }) => name !== ',' && name !== ';').map((each) => lowering.expression(each));
  const place: Place = [of.from, Math.max(of.to, values.at(-1)?.range[1] ?? of.to)];
  return [statement(call(identifier('echo', lowering.place(echo)), values, place), place)];
}

function lowerDefinition(lowering: Lowering, of: PhpNode): readonly Node[] {
  const name = partsOf(of).find((each) => each.name === 'Name');
  if (!name) return [];
  const id = identifier(lowering.textOf(name), lowering.place(name));
  lowering.around.variables.hoisted.push(functionNode(id, lowerFunction(lowering, of, undefined), lowering.place(of)));
  return [];
}

/** `if`, `elseif` and `else`, from the last to the first. */
function lowerIf(lowering: Lowering, of: PhpNode): readonly Node[] {
  const parts = partsOf(of).filter(({ name }) => name !== ';' && name !== 'endif');
  const branches: { readonly at: PhpNode; readonly test: PhpNode | undefined; readonly body: PhpNode | undefined }[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.name === 'if' || part.name === 'elseif') branches.push({ at: part, test: parts[index + 1], body: parts[index + 2] });
    else if (part.name === 'else') branches.push({ at: part, test: undefined, body: parts[index + 1] });
  }
  if (branches.length > MAX_BRANCHES) return branches.flatMap(({ body }) => (body ? lowering.statements([body]) : []));
  const lowered = branches.map(({ at, test, body }) => ({
    at: at.from,
    test: test && lowering.expression(test),
    body: lowering.block(body, at),
  }));
  let result: Node | undefined;
  for (const { at, test, body } of lowered.reverse())
    result = test
      ? node('IfStatement', [at, result?.range[1] ?? body.range[1]], { test, consequent: body, alternate: result ?? null })
      : body;
  return result ? [result] : [];
}

/** Most branches of one `if` that are nested; with more, all run in sequence. */
const MAX_BRANCHES = 200;

function lowerForeach(lowering: Lowering, of: PhpNode): readonly Node[] {
  const [, spec, body] = partsOf(of);
  if (!spec) return [];
  const parts = partsOf(spec).filter(({ name }) => name !== '(' && name !== ')' && name !== '&');
  const as = parts.findIndex(({ name }) => name === 'as');
  const [collection, target] = [parts[0], parts[as + 1]];
  if (as === -1 || !collection || !target) return [];
  const right = lowering.expression(collection);
  const isPair = target.name === 'Pair';
  const elements = isPair
    ? partsOf(target)
        .filter(({ name }) => name !== '=>' && name !== '&')
        .map((each) => lowerPattern(lowering, each))
    : [];
  const pattern = isPair ? node('ArrayPattern', lowering.place(target), { elements, decorators: [] }) : lowerPattern(lowering, target);
  const isNew = patternNames(pattern).map((name) => lowering.around.variables.declare(name));
  const left = isNew.length > 0 && isNew.every(Boolean) ? declaration(pattern, null, pattern.range) : pattern;
  const start: Place = [right.range[0], right.range[0]];
  const items = isPair ? call(identifier(pairsOf, start), [right], right.range) : right;
  return [node('ForOfStatement', lowering.place(of), { left, right: items, body: lowering.block(body, of), await: false })];
}

/** The function that returns keys with values. No program can have a function of this name. */
export const pairsOf = '<pairs>';

function lowerFor(lowering: Lowering, of: PhpNode): readonly Node[] {
  const [, spec, body] = partsOf(of);
  const groups = spec
    ? separated(
        partsOf(spec).filter(({ name }) => name !== '(' && name !== ')'),
        ';',
      )
    : [];
  const [init, test] = groups.map(([first]) => first && lowering.expression(first));
  const before = init ? [statement(init)] : [];
  return [
    ...before,
    node('ForStatement', lowering.place(of), { init: null, test: test ?? null, update: null, body: lowering.block(body, of) }),
  ];
}

function lowerWhile(lowering: Lowering, of: PhpNode, type: 'WhileStatement' | 'DoWhileStatement'): readonly Node[] {
  const parts = partsOf(of);
  const condition = parts.find(({ name }) => name === 'ParenthesizedExpression');
  const body = parts.slice(1).find(({ name, from }) => from !== condition?.from && name !== 'while' && name !== ';');
  if (!condition) return [];
  return [node(type, lowering.place(of), { test: lowering.expression(condition), body: lowering.block(body, of) })];
}

function lowerSwitch(lowering: Lowering, of: PhpNode): readonly Node[] {
  const [, subject, body] = partsOf(of);
  if (!subject) return [];
  const discriminant = lowering.expression(subject);
  const cases = (body ? partsOf(body) : [])
    .filter(({ name }) => name === 'CaseStatement' || name === 'DefaultStatement')
    .map((each) => {
      const colon = partsOf(each).findIndex(({ name }) => name === ':' || name === ';');
      const [, value] = each.name === 'CaseStatement' ? partsOf(each) : [];
      const consequent = lowering.statements(partsOf(each).slice(colon + 1));
      return node('SwitchCase', lowering.place(each), { test: value ? lowering.expression(value) : null, consequent });
    });
  return [node('SwitchStatement', lowering.place(of), { discriminant, cases })];
}

/** Several handlers become nested `try` statements. */
function lowerTry(lowering: Lowering, of: PhpNode): readonly Node[] {
  const parts = partsOf(of);
  const after = (index: number): PhpNode | undefined => parts.slice(index + 1).find(({ name }) => name === 'Block');
  const last = parts.findIndex(({ name }) => name === 'finally');
  const finalizer = last === -1 ? null : lowering.block(after(last), of);
  let attempted = lowering.block(after(0), of);
  const catches = parts.flatMap((part, index) => (part.name === 'catch' ? [{ part, declared: parts[index + 1], body: after(index) }] : []));
  for (const { part, declared, body } of catches.slice(0, MAX_HANDLERS)) {
    const name = declared && partsOf(declared).find((each) => each.name === 'VariableName');
    const param = name ? identifier(lowering.variableName(name), lowering.place(name)) : null;
    const caught = lowering.block(body, part);
    const handler = node('CatchClause', [part.from, caught.range[1]], { param, body: caught });
    const place: Place = [attempted.range[0], handler.range[1]];
    attempted = block([node('TryStatement', place, { block: attempted, handler, finalizer: null })], place);
  }
  if (!finalizer) return [attempted];
  return [node('TryStatement', [attempted.range[0], finalizer.range[1]], { block: attempted, handler: null, finalizer })];
}

const MAX_HANDLERS = 20;
