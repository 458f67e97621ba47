/** Determines whether a program only checks if a value is set, and continues without it. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Reading } from './reading.js';
import { bare, type Node, parentOf, staticKey, wrapped } from './syntax/syntax.js';

/** Most nodes that are visited for one value. */
const MAX_PLACES = 100;

/** What an expression reveals about the value that it is derived from. */
interface Presence {
  /** `true` if it is true when the value is set, `false` if it is true when the value is not; undefined while it is the value itself. */
  readonly whenThere?: boolean | undefined;
}

/**
 * Whether a value is only tested for presence, as in `if (process.env.KEY) warn('KEY is ignored')` and `{ hasKey: !!process.env.KEY }`.
 * Code that fails without the value, such as `if (!process.env.KEY) throw …`, needs it.
 */
export function isOnlyTested(reading: Reading, node: Node): boolean {
  let left = MAX_PLACES;

  const climb = (start: Node, begun: Presence): boolean => {
    let inner = start;
    let said = begun;
    for (let outer = parentOf(inner); outer; inner = outer, outer = parentOf(outer)) {
      left -= 1;
      if (left <= 0) return false;
      if (wrapped(outer) === inner) continue;
      switch (outer.type) {
        case 'UnaryExpression':
          if (outer.operator === 'typeof') return true;
          if (outer.operator !== '!') return false;
          said = { whenThere: said.whenThere === false };
          break;
        case 'BinaryExpression': {
          const difference = comparison(outer, inner);
          if (difference === undefined) return said.whenThere !== undefined;
          said = { whenThere: difference };
          break;
        }
        case 'LogicalExpression':
          if (outer.left === inner && outer.operator === '&&' && !isCondition(outer)) {
            return said.whenThere === false ? !fails(outer.right) : true;
          }
          if (outer.left === inner && said.whenThere === true && outer.operator === '||' && !isCondition(outer)) return !fails(outer.right);
          break;
        case 'ConditionalExpression':
          if (outer.test !== inner) return said.whenThere !== undefined;
          return !fails(said.whenThere === false ? outer.consequent : outer.alternate);
        case 'IfStatement':
          return !fails(said.whenThere === false ? outer.consequent : outer.alternate);
        case 'WhileStatement':
        case 'DoWhileStatement':
          return true;
        case 'CallExpression':
          if (outer.callee === inner) return said.whenThere !== undefined;
          if (isNamed(outer.callee, /^Boolean$/)) {
            said = { whenThere: said.whenThere !== false };
            break;
          }
          if (isNamed(outer.callee, /^expect$/)) return true;
          if (isNamed(outer.callee, /^(?:assert\w*|ok|invariant)$/)) return said.whenThere === false;
          return said.whenThere !== undefined;
        case 'VariableDeclarator':
          return outer.id.type === 'Identifier' ? ofVariable(outer.id, said) : said.whenThere !== undefined;
        default:
          return said.whenThere !== undefined;
      }
    }
    return false;
  };

  /** Whether a variable that holds the value, or the result of a test, is only tested as well. */
  const ofVariable = (identifier: TSESTree.Identifier, said: Presence): boolean => {
    const variable = reading.scope.variable(identifier);
    const reads = variable?.references.filter((reference) => reference.isRead()) ?? [];
    if (reads.length === 0 || variable?.references.some((reference) => reference.isWrite() && !reference.init))
      return said.whenThere !== undefined;
    return reads.every((reference) => climb(reference.identifier, said));
  };

  if (node.type === 'ImportSpecifier') return ofVariable(node.local, {});
  if (node.type !== 'Property') return climb(node, {});
  const { value } = node;
  return value.type === 'Identifier' && (isLeftOut(reading, value, parentOf(node)) || ofVariable(value, {}));
}

/** Whether a property is destructured only to omit it: `const { KEY, ...rest } = process.env`, with KEY unused. */
function isLeftOut(reading: Reading, identifier: TSESTree.Identifier, pattern: Node | undefined): boolean {
  const hasRest = pattern?.type === 'ObjectPattern' && pattern.properties.at(-1)?.type === 'RestElement';
  return hasRest && reading.scope.variable(identifier)?.references.every((reference) => !reference.isRead()) === true;
}

/** Whether a comparison with a constant is true when the value is set (`!== undefined`), or when it is not; undefined for other comparisons. */
function comparison({ left, right, operator }: TSESTree.BinaryExpression, side: Node): boolean | undefined {
  const other = bare(side === left ? right : left);
  const isNone =
    (other.type === 'Identifier' && other.name === 'undefined') ||
    (other.type === 'Literal' && (other.value === null || other.value === ''));
  const isConstant = isNone || other.type === 'Literal';
  if (!isConstant || !/^[!=]==?$/.test(operator)) return undefined;
  return operator.startsWith('!') === isNone;
}

/** Whether an expression is the condition of a branch or loop, or part of one. */
function isCondition(node: Node): boolean {
  const outer = parentOf(node);
  switch (outer?.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return outer.test === node;
    case 'LogicalExpression':
    case 'UnaryExpression':
      return outer.type === 'UnaryExpression' ? outer.operator === '!' : isCondition(outer);
    default:
      return false;
  }
}

/** Whether a statement or expression fails: it throws, rejects or exits with an error. */
function fails(node: Node | null | undefined): boolean {
  if (!node) return false;
  switch (node.type) {
    case 'ThrowStatement':
      return true;
    case 'BlockStatement':
      return node.body.some(fails);
    case 'ExpressionStatement':
    case 'ReturnStatement': {
      const inner = node.type === 'ReturnStatement' ? node.argument : node.expression;
      return inner !== null && fails(bare(inner));
    }
    case 'IfStatement':
      return fails(node.alternate) && fails(node.consequent);
    case 'CallExpression': {
      const [status] = node.arguments;
      return isNamed(node.callee, /^(?:exit|abort|die|fail|fatal|bail|panic|setFailed|reject|error_?exit)$/i) && !isZero(status);
    }
    default:
      return false;
  }
}

function isZero(node: Node | undefined): boolean {
  return node?.type === 'Literal' && node.value === 0;
}

function isNamed(callee: Node, name: RegExp): boolean {
  const node = bare(callee);
  if (node.type === 'Identifier') return name.test(node.name);
  return node.type === 'MemberExpression' && name.test(staticKey(node.property, node.computed) ?? '');
}
