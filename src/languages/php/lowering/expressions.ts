/** Lowers expressions. */
import {
  assignment,
  binary,
  call,
  constant,
  construction,
  element,
  identifier,
  list,
  logical,
  member,
  node,
  type Node,
  object,
  type Place,
  property,
  spread,
  unary,
} from '../../lowering/nodes.js';
import { MAX_CHAINED, TooDeep } from '../../lowering/program.js';
import { partsOf, separated } from '../../lowering/lezer.js';
import { patternNames } from '../../lowering/variables.js';
import type { PhpNode } from '../parser.js';
import { lowerArguments, lowerCall } from './calls.js';
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

/** `['a', 'b']` is a list, `['a' => 'b']` a table. */
function lowerArray(lowering: Lowering, of: PhpNode): Node {
  const place = lowering.place(of);
  const values = partsOf(of).find(({ name }) => name === 'ValueList') ?? of;
  const items = separated(partsOf(values).filter(({ name }) => !/^(?:[()[\]]|array)$/.test(name)));
  const isTable = items.some(([first]) => first?.name === 'Pair');
  const lowered = items.flatMap((group, index): readonly Node[] => {
    const first = group.find(({ name }) => name !== '&');
    if (!first) return [];
    if (first.name === 'Pair') return lowerPair(lowering, first);
    if (first.name === 'SpreadArgument' || first.name === 'VariadicUnpacking' || first.name === '...') {
      const spreadOf = first.name === '...' ? group[1] : partsOf(first).at(-1);
      return spreadOf ? [spread(lowering.expression(spreadOf), [first.from, spreadOf.to])] : [];
    }
    const value = lowering.expression(first);
    if (!isTable) return [value];
    const at: Place = [value.range[0], value.range[0]];
    return [property(identifier(String(index), at), value, value.range)];
  });
  return isTable ? object(lowered, place) : list(lowered, place);
}

function lowerPair(lowering: Lowering, of: PhpNode): readonly Node[] {
  const [first, , ...rest] = partsOf(of);
  const second = rest.find(({ name }) => name !== '&');
  if (!first || !second) return [];
  const value = lowering.expression(second);
  const place: Place = [of.from, Math.max(of.to, value.range[1])];
  // `CURLOPT_URL`
  if (first.name === 'Name') return [property(identifier(lowering.textOf(first), lowering.place(first)), value, place)];
  const key = lowering.expression(first);
  return [property(key, value, place, key.type !== 'Literal')];
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

const links: ReadonlySet<string> = new Set(['CallExpression', 'MemberExpression', 'ScopedExpression', 'SubscriptExpression']);

/** `$a->b($c)['d']::$e`, from the inside out. */
function lowerChain(lowering: Lowering, of: PhpNode): Node {
  const chain: PhpNode[] = [];
  let first = of;
  while (links.has(first.name)) {
    chain.push(first);
    const [next] = partsOf(first);
    if (chain.length > MAX_CHAINED || !next) throw new TooDeep();
    first = next;
  }
  let result = lowerHead(lowering, first, chain.at(-1));
  for (const link of chain.reverse()) result = lowerLink(lowering, result, link);
  return result;
}

/** The head of a chain: a class, if `::` follows it. */
function lowerHead(lowering: Lowering, of: PhpNode, link: PhpNode | undefined): Node {
  const isName = of.name === 'Name' || of.name === 'QualifiedName' || of.name === 'static';
  if (!isName || link?.name !== 'ScopedExpression') return lowering.expression(of);
  return lowering.textOf(of) === 'parent' ? node('ThisExpression', lowering.place(of)) : lowering.class(of);
}

function lowerLink(lowering: Lowering, value: Node, of: PhpNode): Node {
  const [, ...parts] = partsOf(of);
  const [first, second] = parts;
  const place: Place = [value.range[0], of.to];
  switch (of.name) {
    case 'CallExpression':
      return first ? lowerCall(lowering, value, first, place) : value;
    case 'SubscriptExpression': {
      const key = parts.find(({ name }) => !/^[[\]{}]$/.test(name));
      if (key) return element(value, lowering.expression(key), place);
      // `$list[]` denotes the next item, and occurs only in assignments.
      return call(member(value, 'push', [value.range[1], value.range[1]]), [], place);
    }
    default:
      return second ? lowerMember(lowering, value, second, place) : value;
  }
}

function lowerMember(lowering: Lowering, value: Node, of: PhpNode, place: Place): Node {
  const named = of.name === 'ClassMemberName' ? partsOf(of)[0] : of;
  if (!named) return value;
  if (named.name === 'Name' || (of.name === 'ClassMemberName' && named.name === 'VariableName'))
    return member(value, lowering.textOf(named).replace(/^\$/, ''), lowering.place(named), place);
  if (named.name === 'VariableName') return element(value, lowering.variable(named), place);
  const key = partsOf(named).find(({ name }) => name !== '{' && name !== '}');
  return key ? element(value, lowering.expression(key), place) : member(value, lowering.textOf(named), lowering.place(named), place);
}
