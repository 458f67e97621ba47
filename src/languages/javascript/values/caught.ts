/** Resolves a caught error that is an instance of a class of the program: `catch (error) { if (error instanceof ApiError) … }`. */
import type { Name, Value } from '../../../source/model.js';
import { callAt } from '../calls/calls.js';
import { isLocalClass, type Reading } from '../reading.js';
import { type ClassNode, isFunction, type Node, parentOf } from '../syntax/syntax.js';
import { choice } from './choices.js';

/** Most places at which a program may create such an error. */
const MAX_MADE = 8;
/** Most imported modules that are searched for them. */
const MAX_MODULES = 16;

/** The errors that a name may hold at a use that depends on an `instanceof` check; undefined without such a check. */
export function caughtError(reading: Reading, name: Name, use: Node): Value | undefined {
  if (!name.local || name.path.length !== 1 || !asks(reading)) return undefined;
  const asked = classAskedFor(name.path[0] ?? '', use);
  const named = asked && reading.read(asked);
  if (!named || !isLocalClass(named) || named.isThis) return undefined;
  return choice(madeIn(reading, named.class), name.at);
}

const inProgress = new WeakMap<Reading, boolean>();

function asks(reading: Reading): boolean {
  const known = inProgress.get(reading) ?? reading.sourceCode.text.includes('instanceof');
  inProgress.set(reading, known);
  return known;
}

/** The class in `error instanceof ApiError` if a use of `error` depends on that: in the branch, or after an early exit for other errors. */
function classAskedFor(name: string, use: Node): Node | undefined {
  let node = use;
  for (let outer = parentOf(node); outer && !isFunction(outer); node = outer, outer = parentOf(node)) {
    const found = askedBy(name, outer, node);
    if (found) return found;
  }
  return undefined;
}

/** The class that a statement or expression checks before it evaluates one of its parts. */
function askedBy(name: string, outer: Node, part: Node): Node | undefined {
  switch (outer.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return outer.consequent === part ? classIn(name, outer.test) : undefined;
    case 'LogicalExpression':
      return outer.operator === '&&' && outer.right === part ? classIn(name, outer.left) : undefined;
    case 'BlockStatement':
      return leftBehind(name, outer.body, part);
    default:
      return undefined;
  }
}

function classIn(name: string, test: Node): Node | undefined {
  if (test.type === 'LogicalExpression' && test.operator === '&&') return classIn(name, test.left) ?? classIn(name, test.right);
  const isQuestion = test.type === 'BinaryExpression' && test.operator === 'instanceof';
  return isQuestion && test.left.type === 'Identifier' && test.left.name === name ? test.right : undefined;
}

/** The class in an early exit: `if (!(error instanceof ApiError)) throw error;`. */
function leftBehind(name: string, statements: readonly Node[], before: Node): Node | undefined {
  for (const statement of statements.slice(0, statements.indexOf(before))) {
    const test = statement.type === 'IfStatement' && statement.test.type === 'UnaryExpression' ? statement.test : undefined;
    const found = test?.operator === '!' ? classIn(name, test.argument) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The calls `new ApiError(…)` in the file of the class, in the file being checked, and in the modules that it imports. */
function madeIn(reading: Reading, node: ClassNode): readonly Value[] {
  const { checked } = reading;
  const imported = checked.sourceCode.ast.body.flatMap((each) => (each.type === 'ImportDeclaration' ? [each.source.value] : []));
  const modules = imported.slice(0, MAX_MODULES).flatMap((source) => checked.surroundings?.module(source)?.base ?? []);
  const readings = new Set([reading.home(node), checked, ...modules.flatMap((base) => reading.beginningAt(base) ?? [])]);
  const name = node.id?.name;
  const made = [...readings].flatMap((each) =>
    each.survey.calls.flatMap((call) => {
      if (call.type !== 'NewExpression' || call.callee.type !== 'Identifier' || (name !== undefined && call.callee.name !== name))
        return [];
      const target = each.read(call.callee);
      return isLocalClass(target) && target.class === node ? [callAt(each, call)] : [];
    }),
  );
  return made.length > MAX_MADE ? [] : made;
}
