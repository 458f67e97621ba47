/** Lowers expressions. */
import {
  binary,
  call,
  constant,
  construction,
  element,
  logical,
  member,
  node,
  type Node,
  type Place,
  unary,
} from '../../lowering/nodes.js';
import { MAX_CHAINED, TooDeep } from '../../lowering/program.js';
import { nameOf } from '../../javascript/syntax/dotted-name.js';
import { partsOf } from '../../lowering/lezer.js';
import type { GoNode } from '../parser.js';
import { lowerCall } from './calls.js';
import { lowerComposite, lowerType, lowerZero } from './composites.js';
import { lowerLiteral } from './functions.js';
import type { Lowering } from './lowering.js';
import { lowerString } from './strings.js';
import { isType } from './type-nodes.js';

type Lower = (lowering: Lowering, of: GoNode) => Node;

/** Operands, which contain no chain of operators, members or calls. */
const operands: Readonly<Record<string, Lower>> = {
  Bool: (lowering, of) => constant(lowering.textOf(of) === 'true', lowering.place(of)),
  Conversion: (lowering, of) => {
    const inner = partsOf(of).find(({ name, from }) => from > of.from && name !== '(' && name !== ')');
    return inner ? lowering.expression(inner) : lowering.unknown(of);
  },
  FunctionLiteral: lowerLiteral,
  make: (lowering, of) => lowering.variable(of),
  new: (lowering, of) => lowering.variable(of),
  Nil: (lowering, of) => constant(null, lowering.place(of)),
  Number: (lowering, of) => {
    const value = Number(lowering.textOf(of).replaceAll('_', ''));
    return Number.isNaN(value) ? lowering.unknown(of) : constant(value, lowering.place(of));
  },
  ParenthesizedExpr: (lowering, of) => {
    const inner = partsOf(of).find(({ name }) => name !== '(' && name !== ')');
    return inner ? lowering.expression(inner) : lowering.unknown(of);
  },
  String: lowerString,
  TypedLiteral: lowerComposite,
  VariableName: (lowering, of) => {
    const name = lowering.textOf(of);
    if (name === 'true' || name === 'false') return constant(name === 'true', lowering.place(of));
    return name === 'nil' ? constant(null, lowering.place(of)) : lowering.variable(of);
  },
};

/** Expressions that form chains. The parser takes `"a" + b.c` for `("a" + b).c`, so chains are regrouped by precedence. */
const chained: ReadonlySet<string> = new Set([
  'BinaryExp',
  'CallExpr',
  'IndexExpr',
  'ParameterizedExpr',
  'SelectorExpr',
  'SliceExpr',
  'TypeAssertion',
  'UnaryExp',
]);

export function lowerExpression(lowering: Lowering, of: GoNode): Node {
  if (chained.has(of.name)) return new Chain(lowering, linksOf(of)).whole(of);
  return operands[of.name]?.(lowering, of) ?? lowerType(lowering, of) ?? lowering.unknown(of);
}

/** A link of a chain: an operand, an operator, or what follows an operand (a selector, arguments, an index). */
interface Link {
  readonly kind: 'operand' | 'operator' | 'behind';
  readonly of: GoNode;
  readonly parts: readonly GoNode[];
}

/** The links of a chain, in the order of the text. */
function linksOf(whole: GoNode): readonly Link[] {
  const links: Link[] = [];
  const stack: Link[] = [{ kind: 'operand', of: whole, parts: [] }];
  for (let link = stack.pop(); link; link = stack.pop()) {
    if (link.kind !== 'operand' || !chained.has(link.of.name)) {
      links.push(link);
      if (links.length > 2 * MAX_CHAINED) throw new TooDeep();
      continue;
    }
    const parts = partsOf(link.of);
    const [first, second, third] = parts;
    if (!first || !second) continue;
    const operand = (of: GoNode): Link => ({ kind: 'operand', of, parts: [] });
    const operator = (of: GoNode): Link => ({ kind: 'operator', of, parts: [] });
    if (link.of.name === 'UnaryExp') stack.push(operand(second), operator(first));
    else if (link.of.name === 'BinaryExp') stack.push(...(third ? [operand(third)] : []), operator(second), operand(first));
    else stack.push({ kind: 'behind', of: link.of, parts: parts.slice(1) }, operand(first));
  }
  return links;
}

/** https://go.dev/ref/spec#Operator_precedence */
const precedence: Readonly<Record<string, number>> = Object.fromEntries(
  ['||', '&&', '== != < <= > >=', '+ - | ^', '* / % << >> & &^'].flatMap((operators, index) =>
    operators.split(' ').map((operator) => [operator, index + 1]),
  ),
);

const comparisons: Readonly<Record<string, string>> = { '==': '===', '!=': '!==', '&^': '&' };

class Chain {
  #next = 0;

  constructor(
    private readonly lowering: Lowering,
    private readonly links: readonly Link[],
  ) {}

  whole(of: GoNode): Node {
    return this.#binary(1) ?? this.lowering.unknown(of);
  }

  /** Parses operators with a precedence of at least `least`. Recurses no deeper than there are levels of precedence. */
  #binary(least: number): Node | undefined {
    let left = this.#unary();
    for (let link = this.links[this.#next]; left && link?.kind === 'operator'; link = this.links[this.#next]) {
      const operator = this.lowering.textOf(link.of);
      const own = precedence[operator] ?? 0;
      if (own < least) break;
      this.#next += 1;
      const right = this.#binary(own + 1);
      if (!right) return left;
      left =
        operator === '&&' || operator === '||' ? logical(operator, left, right) : binary(comparisons[operator] ?? operator, left, right);
    }
    return left;
  }

  #unary(): Node | undefined {
    const before: GoNode[] = [];
    for (let link = this.links[this.#next]; link?.kind === 'operator'; link = this.links[this.#next]) {
      before.push(link.of);
      this.#next += 1;
    }
    let value = this.#operand();
    for (const operator of value ? before.reverse() : []) value = value && this.#with(operator, value);
    return value;
  }

  #with(operator: GoNode, value: Node): Node {
    const written = this.lowering.textOf(operator);
    const place: Place = [operator.from, value.range[1]];
    // A pointer is equivalent to its target.
    if (written === '&' || written === '*') return value;
    return written === '<-' ? node('Super', place) : unary(written === '^' ? '~' : written, value, place);
  }

  #operand(): Node | undefined {
    const first = this.links[this.#next];
    if (first?.kind !== 'operand') return undefined;
    this.#next += 1;
    let value = this.lowering.expression(first.of);
    for (let link = this.links[this.#next]; link?.kind === 'behind'; link = this.links[this.#next]) {
      this.#next += 1;
      value = behind(this.lowering, value, link);
    }
    return value;
  }
}

function behind(lowering: Lowering, value: Node, { of, parts }: Link): Node {
  const place: Place = [value.range[0], of.to];
  switch (of.name) {
    case 'SelectorExpr': {
      const name = parts.find((part) => part.name === 'FieldName');
      return name ? member(value, lowering.textOf(name), lowering.place(name), place) : value;
    }
    case 'ParameterizedExpr':
      return parsedEnvironment(lowering, value, parts) ?? value;
    case 'CallExpr': {
      const [values] = parts;
      // `env.ParseAs[Config]` has become a construction.
      if (value.type === 'NewExpression') return construction(value.callee, [], place);
      return values ? lowerCall(lowering, value, values, place) : value;
    }
    case 'IndexExpr': {
      const index = parts.find((part) => part.name !== '[' && part.name !== ']');
      return index ? element(value, lowering.expression(index), place) : value;
    }
    case 'SliceExpr':
      return sliced(lowering, value, parts, place);
    default:
      return value;
  }
}

/** `env.ParseAs[Config]` makes a struct whose fields are read from the environment: https://pkg.go.dev/github.com/caarlos0/env/v11#ParseAs. */
function parsedEnvironment(lowering: Lowering, callee: Node, parts: readonly GoNode[]): Node | undefined {
  if (!/^env\.ParseAs(?:WithOptions)?$/.test((nameOf(callee) ?? []).join('.'))) return undefined;
  const type = parts.flatMap(partsOf).find(isType);
  return type && lowerZero(lowering, type);
}

/** `text[2:6]` is `text.slice(2, 6)`. */
function sliced(lowering: Lowering, value: Node, parts: readonly GoNode[], place: Place): Node {
  const bounds: (Node | undefined)[] = [undefined];
  for (const part of parts) {
    if (part.name === ':') bounds.push(undefined);
    else if (part.name !== '[' && part.name !== ']') bounds[bounds.length - 1] = lowering.expression(part);
  }
  const [from, to] = bounds;
  if (!from && !to) return value;
  const at: Place = [value.range[1], value.range[1]];
  return call(member(value, 'slice', at), [from ?? constant(0, at), ...(to ? [to] : [])], place);
}
