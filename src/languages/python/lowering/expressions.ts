/** Lowers expressions. */
import {
  assignment,
  binary,
  constant,
  element,
  list,
  logical,
  member,
  node,
  type Node,
  object,
  property,
  spread,
  unary,
} from '../../lowering/nodes.js';
import { MAX_CHAINED, TooDeep } from '../../lowering/program.js';
import { partsOf, separated } from '../../lowering/lezer.js';
import type { PythonNode } from '../parser.js';
import { lowerCall } from './calls.js';
import { lowerComprehension } from './comprehensions.js';
import { lowerLambda } from './functions.js';
import type { Lowering } from './lowering.js';
import { lowerString } from './strings.js';

type Lower = (lowering: Lowering, of: PythonNode) => Node;

const expressions: Readonly<Record<string, Lower>> = {
  ArrayComprehensionExpression: (lowering, of) => lowerComprehension(lowering, partsOf(of), lowering.place(of)),
  ArrayExpression: lowerItems,
  AwaitExpression: (lowering, of) => node('AwaitExpression', lowering.place(of), { argument: last(lowering, of) }),
  BinaryExpression: lowerBinary,
  Boolean: (lowering, of) => constant(lowering.textOf(of) === 'True', lowering.place(of)),
  CallExpression: lowerChain,
  ComprehensionExpression: (lowering, of) => lowerComprehension(lowering, partsOf(of), lowering.place(of)),
  ConditionalExpression: lowerConditional,
  ContinuedString: lowerString,
  DictionaryComprehensionExpression: (lowering, of) => lowerComprehension(lowering, partsOf(of), lowering.place(of)),
  DictionaryExpression: lowerDictionary,
  FormatString: lowerString,
  LambdaExpression: lowerLambda,
  MemberExpression: lowerChain,
  NamedExpression: lowerNamed,
  None: (lowering, of) => constant(null, lowering.place(of)),
  Number: lowerNumber,
  ParenthesizedExpression: (lowering, of) => {
    const inner = partsOf(of).find(({ name }) => name !== '(' && name !== ')');
    return inner ? lowering.expression(inner) : lowering.unknown(of);
  },
  SetComprehensionExpression: (lowering, of) => lowerComprehension(lowering, partsOf(of), lowering.place(of)),
  SetExpression: lowerItems,
  String: lowerString,
  TupleExpression: lowerItems,
  UnaryExpression: lowerUnary,
  VariableName: (lowering, of) => lowering.variable(of),
  YieldExpression: lowerYield,
  YieldStatement: lowerYield,
};

export function lowerExpression(lowering: Lowering, of: PythonNode): Node {
  return expressions[of.name]?.(lowering, of) ?? lowering.unknown(of);
}

/** Several expressions separated by commas, without brackets: a tuple. */
export function lowerSeveral(lowering: Lowering, parts: readonly PythonNode[]): Node | undefined {
  const groups = separated(parts);
  const [first] = groups;
  const items = groups.flatMap((group) => item(lowering, group) ?? []);
  const [only] = items;
  if (!first || !only) return undefined;
  if (items.length === 1 && only.type !== 'SpreadElement' && !parts.some(({ name }) => name === ',')) return only;
  return list(items, [only.range[0], items.at(-1)?.range[1] ?? only.range[1]]);
}

/** An item of a list, which may be unpacked. */
function item(lowering: Lowering, group: readonly PythonNode[]): Node | undefined {
  const [first, second] = group;
  if (!first) return undefined;
  if (first.name !== '*' || !second) return lowering.expression(first);
  return spread(lowering.expression(second), lowering.placeOf(first.from, second.to));
}

function lowerItems(lowering: Lowering, of: PythonNode): Node {
  const inner = partsOf(of).filter(({ name }) => !/^[()[\]{}]$/.test(name));
  return list(
    separated(inner).flatMap((group) => item(lowering, group) ?? []),
    lowering.place(of),
  );
}

function lowerDictionary(lowering: Lowering, of: PythonNode): Node {
  const inner = partsOf(of).filter(({ name }) => name !== '{' && name !== '}');
  const properties = separated(inner).flatMap((group): readonly Node[] => {
    const [first, second, third] = group;
    if (first?.name === '**' && second) return [spread(lowering.expression(second), lowering.placeOf(first.from, second.to))];
    if (!first || !third) return [];
    const [key, value] = [lowering.expression(first), lowering.expression(third)];
    return [property(key, value, lowering.placeOf(first.from, third.to), key.type !== 'Literal')];
  });
  return object(properties, lowering.place(of));
}

function last(lowering: Lowering, of: PythonNode): Node {
  const inner = partsOf(of).at(-1);
  return inner ? lowering.expression(inner) : lowering.unknown(of);
}

function lowerConditional(lowering: Lowering, of: PythonNode): Node {
  const [consequent, , test, , alternate] = partsOf(of);
  if (!consequent || !test || !alternate) return lowering.unknown(of);
  const [then, tested, otherwise] = [lowering.expression(consequent), lowering.expression(test), lowering.expression(alternate)];
  return node('ConditionalExpression', lowering.place(of), { test: tested, consequent: then, alternate: otherwise });
}

function lowerNamed(lowering: Lowering, of: PythonNode): Node {
  const [name, , value] = partsOf(of);
  if (!name || !value) return lowering.unknown(of);
  const given = lowering.expression(value);
  lowering.around.variables.declareApart(lowering.textOf(name), lowering.place(name)[0]);
  return assignment('=', lowering.variable(name), given, lowering.place(of));
}

function lowerNumber(lowering: Lowering, of: PythonNode): Node {
  const value = Number(lowering.textOf(of).replaceAll('_', ''));
  return Number.isNaN(value) ? lowering.unknown(of) : constant(value, lowering.place(of));
}

function lowerYield(lowering: Lowering, of: PythonNode): Node {
  lowering.around.generates = true;
  const [, ...rest] = partsOf(of);
  const argument = lowerSeveral(
    lowering,
    rest.filter(({ name }) => name !== 'from'),
  );
  return node('YieldExpression', lowering.place(of), { argument: argument ?? null, delegate: false });
}

function lowerUnary(lowering: Lowering, of: PythonNode): Node {
  const [operator, operand] = partsOf(of);
  if (!operator || !operand) return lowering.unknown(of);
  if (operator.name !== 'not') return unary(lowering.textOf(operator), lowering.expression(operand), lowering.place(of));
  // The parser takes all that follows for the operand of `not`; in Python, `not` binds more tightly than `and` and `or`.
  return lowerBinary(lowering, operand, { from: of.from });
}

/** A negation at the beginning of a chain of operators. */
interface Negation {
  readonly from: number;
}

/** `a and b or c` nests on the left. Lowered without recursion, because generated code has chains of thousands. */
function lowerBinary(lowering: Lowering, of: PythonNode, negated?: Negation): Node {
  const chain: { readonly operator: string; readonly right: PythonNode }[] = [];
  let inner = of;
  while (inner.name === 'BinaryExpression') {
    const [left, ...rest] = partsOf(inner);
    const right = rest.at(-1);
    if (!left || !right || rest.length < 2) return lowering.unknown(of);
    if (negated && !/^(?:and|or)$/.test(rest[0]?.name ?? '')) break;
    chain.push({
      operator: rest
        .slice(0, -1)
        .map((each) => lowering.textOf(each))
        .join(' '),
      right,
    });
    if (chain.length > MAX_CHAINED) throw new TooDeep();
    inner = left;
  }
  const first = lowering.expression(inner);
  let result: Node = negated ? unary('!', first, [lowering.placeOf(negated.from, inner.to)[0], first.range[1]]) : first;
  for (const { operator, right } of chain.reverse()) result = joined(operator, result, lowering.expression(right));
  return result;
}

const comparisons: Readonly<Record<string, string>> = {
  '==': '===',
  is: '===',
  '!=': '!==',
  '<>': '!==',
  'is not': '!==',
  'not in': 'in',
  '//': '/',
};

function joined(operator: string, left: Node, right: Node): Node {
  if (operator === 'and') return logical('&&', left, right);
  if (operator === 'or') return logical('||', left, right);
  return binary(comparisons[operator] ?? operator, left, right);
}

/** `a.b(c)[d].e`, from the inside out. */
function lowerChain(lowering: Lowering, of: PythonNode): Node {
  const links: PythonNode[] = [];
  let inner = of;
  while (inner.name === 'MemberExpression' || inner.name === 'CallExpression') {
    links.push(inner);
    if (links.length > MAX_CHAINED || !inner.firstChild) throw new TooDeep();
    inner = inner.firstChild;
  }
  let result = lowering.expression(inner);
  for (const link of links.reverse()) {
    const [, ...parts] = partsOf(link);
    const [first] = parts;
    if (link.name === 'CallExpression') result = first ? lowerCall(lowering, result, first, link) : result;
    else result = lowerMember(lowering, result, parts, link);
  }
  return result;
}

function lowerMember(lowering: Lowering, of: Node, [open, ...rest]: readonly PythonNode[], link: PythonNode): Node {
  const [name] = rest;
  const place = [of.range[0], lowering.place(link)[1]] as const;
  if (open?.name === '.') return name ? member(of, lowering.textOf(name), lowering.place(name), place) : of;
  const inner = rest.filter(({ name: each }) => each !== ']');
  const key = inner.some(({ name: each }) => each === ':') ? undefined : lowerSeveral(lowering, inner);
  if (key) return element(of, key, [...place]);
  return sliced(lowering, of, inner, link);
}

/** `text[2:6]` is `text.slice(2, 6)`. */
function sliced(lowering: Lowering, of: Node, inner: readonly PythonNode[], link: PythonNode): Node {
  const place = [of.range[0], lowering.place(link)[1]] as const;
  const at = lowering.placeOf(link.to, link.to);
  const bounds: (Node | undefined)[] = [undefined];
  for (const part of inner) {
    if (part.name === ':') bounds.push(undefined);
    else if (part.name !== ',') bounds[bounds.length - 1] = lowering.expression(part);
  }
  const [from, to] = bounds;
  const values = [from ?? constant(0, at), ...(to ? [to] : [])];
  return node('CallExpression', [...place], {
    callee: member(of, 'slice', [of.range[1], of.range[1]]),
    arguments: values,
    optional: false,
  });
}
