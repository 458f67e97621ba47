/** Lowers expressions. */
import {
  assignment,
  binary,
  call,
  constant,
  construction,
  identifier,
  logical,
  node,
  type Node,
  type Place,
  unary,
} from '../../lowering/nodes.js';
import { MAX_CHAINED, TooDeep } from '../../lowering/program.js';
import { partsOf } from '../../lowering/lezer.js';
import { patternNames } from '../../lowering/variables.js';
import type { PhpNode } from '../parser.js';
import { lowerArray } from './arrays.js';
import { lowerArguments } from './calls.js';
import { lowerChain } from './chains.js';
import { lowerClass } from './classes.js';
import { lowerClosure } from './functions.js';
import type { Lowering } from './lowering.js';
import { lowerHeredoc, lowerString } from './strings.js';
import { lowerPattern } from './targets.js';

type Lower = (lowering: Lowering, of: PhpNode) => Node;

const inner: Lower = (lowering, of) => {
  const last = partsOf(of).findLast(({ name }) => name !== ')' && name !== '}' && name !== ';');
  return last && last.name !== '(' ? lowering.expression(last) : lowering.unknown(of);
};

const expressions: Readonly<Record<string, Lower>> = {
  ArrayExpression: lowerArray,
  ArrowFunction: lowerClosure,
  AssignmentExpression: lowerAssignment,
  BinaryExpression: lowerBinary,
  Boolean: (lowering, of) => constant(/^true$/i.test(lowering.textOf(of)), lowering.place(of)),
  CallExpression: lowerChain,
  CastExpression: lowerCast,
  CloneExpression: inner,
  ConditionalExpression: lowerConditional,
  Float: lowerNumber,
  FunctionExpression: lowerClosure,
  HeredocString: lowerHeredoc,
  Integer: lowerNumber,
  MatchExpression: lowerMatch,
  MemberExpression: lowerChain,
  Name: lowerName,
  NewExpression: lowerNew,
  ParenthesizedExpression: inner,
  PrintIntrinsic: (lowering, of) => {
    const [print, value] = partsOf(of);
    if (!print || !value) return lowering.unknown(of);
    return call(identifier('print', lowering.place(print)), [lowering.expression(value)], lowering.place(of));
  },
  QualifiedName: (lowering, of) => lowering.class(of),
  ScopedExpression: lowerChain,
  ShellExpression: (lowering, of) => {
    const [start, end] = lowering.place(of);
    return call(identifier('shell_exec', [start, start]), [lowerString(lowering, of)], [start, end]);
  },
  String: lowerString,
  SubscriptExpression: lowerChain,
  ThrowExpression: inner,
  UnaryExpression: lowerUnary,
  UpdateExpression: lowerUpdate,
  VariableName: (lowering, of) => lowering.variable(of),
  YieldExpression: (lowering, of) => {
    lowering.around.generates = true;
    const [, value] = partsOf(of);
    return node('YieldExpression', lowering.place(of), { argument: value && value.name !== 'Pair' ? lowering.expression(value) : null });
  },
  exit: (lowering, of) => call(identifier(lowering.textOf(of), lowering.place(of)), [], lowering.place(of)),
  null: (lowering, of) => constant(null, lowering.place(of)),
};

export function lowerExpression(lowering: Lowering, of: PhpNode): Node {
  return expressions[of.name]?.(lowering, of) ?? lowering.unknown(of);
}

function lowerName(lowering: Lowering, of: PhpNode): Node {
  const name = lowering.textOf(of);
  if (/^(?:true|false)$/i.test(name)) return constant(/^t/i.test(name), lowering.place(of));
  return /^null$/i.test(name) ? constant(null, lowering.place(of)) : identifier(name, lowering.place(of));
}

function lowerNumber(lowering: Lowering, of: PhpNode): Node {
  const value = Number(lowering.textOf(of).replaceAll('_', ''));
  return Number.isNaN(value) ? lowering.unknown(of) : constant(value, lowering.place(of));
}

function lowerAssignment(lowering: Lowering, of: PhpNode): Node {
  const [target, , ...rest] = partsOf(of);
  const source = rest.find(({ name }) => name !== '&');
  if (!target || !source) return lowering.unknown(of);
  const value = lowering.expression(source);
  const pattern = lowerPattern(lowering, target);
  for (const name of patternNames(pattern)) lowering.around.variables.declareApart(name, target.from);
  return pushed(pattern, value, lowering.place(of)) ?? assignment('=', pattern, value, lowering.place(of));
}

/** `$list[] = $value` */
export function pushed(target: Node, value: Node, place: Place): Node | undefined {
  if (target.type !== 'CallExpression' || target.callee.type !== 'MemberExpression' || target.arguments.length > 0) return undefined;
  return call(target.callee, [value], place);
}

function lowerUpdate(lowering: Lowering, of: PhpNode): Node {
  const parts = partsOf(of);
  const operator = parts.find(({ name }) => name === 'UpdateOp');
  if (!operator) {
    const operand = parts.find(({ name }) => name !== 'ArithOp');
    if (!operand) return lowering.unknown(of);
    return node('UpdateExpression', lowering.place(of), { operator: '++', argument: lowering.expression(operand), prefix: false });
  }
  const [target] = parts;
  const source = parts.at(-1);
  if (!target || !source || parts.length < 3) return lowering.unknown(of);
  const written = lowering.textOf(operator);
  const left = lowerPattern(lowering, target);
  for (const name of patternNames(left)) lowering.around.variables.declareApart(name, target.from);
  return assignment(written === '.=' ? '+=' : written, left, lowering.expression(source), lowering.place(of));
}

/** A cast keeps the value; one to bool yields whether it is truthy. */
function lowerCast(lowering: Lowering, of: PhpNode): Node {
  const value = inner(lowering, of);
  return /^\(\s*bool/i.test(lowering.textOf(of)) ? unary('!', unary('!', value, value.range), lowering.place(of)) : value;
}

function lowerConditional(lowering: Lowering, of: PhpNode): Node {
  const values = partsOf(of).filter(({ name }) => name !== 'LogicOp' && name !== ':' && name !== '?' && name !== '?:');
  const [first, second, third] = values.map((each) => lowering.expression(each));
  if (!first || !second) return lowering.unknown(of);
  if (!third) return logical('||', first, second, lowering.place(of));
  return node('ConditionalExpression', lowering.place(of), { test: first, consequent: second, alternate: third });
}

/** The arms of a `match`, from the last to the first. */
function lowerMatch(lowering: Lowering, of: PhpNode): Node {
  const body = partsOf(of).at(-1);
  const arms = (body ? partsOf(body) : []).filter(({ name }) => name === 'MatchArm').slice(0, MAX_ARMS);
  let result: Node | undefined;
  for (const arm of arms.map(partsOf).reverse()) {
    const [first, ...rest] = arm;
    const last = rest.at(-1);
    if (!first || !last) continue;
    const [test, consequent] = [first.name === 'default' ? undefined : lowering.expression(first), lowering.expression(last)];
    result =
      result && test
        ? node('ConditionalExpression', [test.range[0], Math.max(result.range[1], consequent.range[1])], {
            test,
            consequent,
            alternate: result,
          })
        : consequent;
  }
  return result ?? lowering.unknown(of);
}

/** Most arms of a `match` that are read. */
const MAX_ARMS = 30;

function lowerNew(lowering: Lowering, of: PhpNode): Node {
  const parts = partsOf(of);
  const [, named] = parts;
  const given = parts.find(({ name }) => name === 'ArgList');
  const place = lowering.place(of);
  if (!named) return lowering.unknown(of);
  const values = given ? lowerArguments(lowering, given) : [];
  if (named.name === 'class') return construction(lowerClass(lowering, of), values, place);
  const isName = named.name === 'Name' || named.name === 'QualifiedName' || named.name === 'static';
  return construction(isName ? lowering.class(named) : lowering.expression(named), values, place);
}

function lowerUnary(lowering: Lowering, of: PhpNode): Node {
  const [operator, operand] = partsOf(of);
  if (!operator || !operand) return lowering.unknown(of);
  const value = lowering.expression(operand);
  const written = lowering.textOf(operator);
  // `@` suppresses errors and does not change the value.
  return written === '@' ? value : unary(written, value, lowering.place(of));
}

/** `$a . $b . $c` nests on the left. Lowered without recursion, because generated code has chains of thousands. */
function lowerBinary(lowering: Lowering, of: PhpNode): Node {
  const chain: { readonly operator: string; readonly right: PhpNode }[] = [];
  let left = of;
  while (left.name === 'BinaryExpression') {
    const [first, operator, right] = partsOf(left);
    if (!first || !operator || !right) return lowering.unknown(of);
    chain.push({ operator: lowering.textOf(operator).toLowerCase(), right });
    if (chain.length > MAX_CHAINED) throw new TooDeep();
    left = first;
  }
  let result = lowering.expression(left);
  for (const { operator, right } of chain.reverse()) result = joined(operator, result, lowering.expression(right));
  return result;
}

const operators: Readonly<Record<string, string>> = { '.': '+', '==': '===', '!=': '!==', '<>': '!==', '<=>': '-' };
const logicals: Readonly<Record<string, '&&' | '||' | '??'>> = { '&&': '&&', and: '&&', '||': '||', or: '||', '??': '??' };

function joined(operator: string, left: Node, right: Node): Node {
  const logic = Object.hasOwn(logicals, operator) ? logicals[operator] : undefined;
  return logic ? logical(logic, left, right) : binary(operators[operator] ?? operator, left, right);
}
