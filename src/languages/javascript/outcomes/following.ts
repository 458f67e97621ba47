/** Follows the result of a call to its uses: from the call outwards, through variables, promises, lists and callbacks. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Use } from '../../../source/model.js';
import { isKnownError } from './errors.js';
import { awaits, isIneffectiveTest, methodOf } from './handlers.js';
import {
  collector,
  inList,
  isInList,
  isListForGood,
  itemOf,
  moved,
  paired,
  settledMember,
  useOfList,
  combinedResult,
  type Way,
} from './lists.js';
import type { Frame, Reading } from '../reading.js';
import { isExported, type Variable } from '../syntax/scope.js';
import { runsCallback } from './running.js';
import { mayReach } from '../syntax/reaching.js';
import { functionAround, type FunctionNode, isFunction, type Node, parentOf, staticKey, wrapped } from '../syntax/syntax.js';

/** Most steps through which a result is followed. Beyond that, it counts as used. */
const MAX_STEPS = 400;
/** Longest path of members that is followed into a variable. Longer ones just count as used. */
const MAX_MEMBERS = 3;

/** Methods whose callback is a predicate. */
const choosing = new Set(['filter', 'find', 'findLast', 'findIndex', 'findLastIndex', 'some', 'every']);

const testingNodes = /^(?:(?:Logical|Conditional|Unary|Binary)Expression|IfStatement)$/;

export class Following {
  readonly #uses: Use[] = [];
  readonly #seen = new Set<string>();
  #steps = MAX_STEPS;

  constructor(
    private readonly reading: Reading,
    private readonly frame: Frame | undefined,
  ) {}

  of(node: Node): readonly Use[] {
    this.#from(node, { path: [] });
    return this.#uses;
  }

  /** How the items of a list are used. */
  ofItems(list: Node): readonly Use[] {
    this.#from(list, inList({ path: [] }));
    return this.#uses;
  }

  /** How a function uses one of its parameters. */
  ofParameter(parameter: Node): readonly Use[] {
    this.#into(parameter, { path: [] });
    return this.#uses;
  }

  /** Climbs from an expression that holds the result, or a member of it, to its uses. */
  #from(start: Node, begun: Way): void {
    let node = start;
    let way = begun;
    for (;;) {
      const outer = parentOf(node);
      this.#steps -= 1;
      if (!outer || this.#steps <= 0) return this.#use(way);
      const next = wrapped(outer) === node ? { node: outer, way } : this.#step(node, outer, way);
      if (!next) return;
      ({ node, way } = next);
    }
  }

  /** Takes one step outwards; returns undefined where the value is used or discarded. */
  #step(node: Node, outer: Node, way: Way): { readonly node: Node; readonly way: Way } | undefined {
    if (testingNodes.test(outer.type) && isIneffectiveTest(this.reading, node)) return undefined;
    switch (outer.type) {
      case 'ExpressionStatement':
      case 'SequenceExpression':
        // `request.on('response', …);` is a use, although its result is discarded.
        return way.path.length > 0 ? this.#used(way) : undefined;
      case 'MemberExpression':
        if (outer.object !== node) return this.#used(way);
        return isInList(way) ? this.#memberOfList(outer, way) : this.#member(outer, way);
      case 'VariableDeclarator':
        return outer.init === node ? this.#into(outer.id, way) : undefined;
      case 'AssignmentExpression':
        return outer.right === node && outer.operator === '=' ? this.#into(outer.left, way) : this.#used(way);
      case 'LogicalExpression':
        if (outer.left === node) this.#use(way, true);
        return outer.left === node && outer.operator === '&&' ? undefined : { node: outer, way };
      case 'ConditionalExpression':
        return outer.test === node ? this.#used(way, true) : { node: outer, way };
      case 'IfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'SwitchStatement':
        return this.#used(way, true);
      case 'UnaryExpression':
        return outer.operator === 'void' ? undefined : this.#used(way, true);
      case 'BinaryExpression':
        return this.#used(way, outer.operator !== '+', outer.operator === 'instanceof' && outer.left === node);
      case 'ReturnStatement':
        return this.#returned(functionAround(outer), way);
      case 'ArrowFunctionExpression':
        return this.#returned(outer, way);
      case 'ArrayExpression': {
        const list = parentOf(outer);
        const isWaited = list && awaits(list);
        return isWaited
          ? { node: list, way: combinedResult(inList(way, outer.elements.indexOf(node as never)), methodOf(list)) }
          : this.#used(way);
      }
      case 'CallExpression': {
        if (awaits(outer)) return { node: outer, way: combinedResult(way, methodOf(outer)) };
        if (this.#collected(outer, way)) return undefined;
        const pairs = isInList(way) ? paired(way, outer, node) : undefined;
        return pairs ? { node: outer, way: pairs } : this.#used(way);
      }
      case 'ForOfStatement':
        if (!isInList(way) || outer.right !== node) return this.#used(way);
        this.#intoItem(outer.left, way);
        return undefined;
      default:
        return this.#used(way);
    }
  }

  #use({ path }: Way, isTest = false, isKind = false): void {
    this.#uses.push({ path, isTest, ...(isKind && { isKind }) });
  }

  #used(way: Way, isTest = false, isKind = false): undefined {
    this.#use(way, isTest, isKind);
  }

  /** Follows `responses[0]` and `responses.map((response) => …)`. A promise of a list is treated as the list. */
  #memberOfList(member: TSESTree.MemberExpression, way: Way): { readonly node: Node; readonly way: Way } | undefined {
    const outer = parentOf(member);
    const call = outer?.type === 'CallExpression' && outer.callee === member ? outer : undefined;
    if (call && /^(?:then|catch|finally)$/.test(methodOf(call) ?? '')) return this.#member(member, way);
    const use = useOfList(way, member, call);
    if (!use) return this.#used(way);
    // A test for any bodies reveals as little as a test for one.
    if (use.isCount && way.path.length > 0) this.#use(way, true);
    if (use.into) this.#into(use.into.pattern, use.into.way);
    return use.way && { node: call ?? member, way: use.way };
  }

  /** Follows `response.ok`, `response.json()`, `promise.then(…)`. */
  #member(member: TSESTree.MemberExpression, way: Way): { readonly node: Node; readonly way: Way } | undefined {
    // `response[isText ? 'text' : 'json']()` reads one of two members; the first stands for both.
    const property = member.property.type === 'ConditionalExpression' ? member.property.consequent : member.property;
    const key = staticKey(property, member.computed) ?? '?';
    const call = parentOf(member);
    const isCalled = call?.type === 'CallExpression' && call.callee === member;
    const looked = isCalled && this.reading.language.lookups.has(key) ? lookedUp(call) : undefined;
    const path = key === 'clone' || key === 'toPromise' ? way.path : [...way.path, looked ?? key];
    if (way.isSettled && !isInList(way)) {
      const settled = settledMember(way, key);
      return isCalled ? this.#used(way) : settled && { node: member, way: settled };
    }
    if (!isCalled) return { node: member, way: { path } };
    if (key === 'catch' || key === 'finally') return { node: call, way };
    if (key !== 'then') return { node: call, way: { path } };
    const [callback] = call.arguments;
    if (!callback || !isFunction(callback)) return callback ? this.#used(way) : { node: call, way };
    const [parameter] = callback.params;
    return parameter ? this.#into(parameter, way) : undefined;
  }

  /** Continues from a returned value: it is the result of the function's own call, or of the call that the function is a callback of. */
  #returned(callback: FunctionNode | undefined, way: Way): { readonly node: Node; readonly way: Way } | undefined {
    let frame = this.frame;
    while (frame && frame.callee !== callback) frame = frame.outer;
    if (frame) {
      this.#uses.push({ path: way.path, isTest: false, caller: frame.call.outcome });
      return undefined;
    }
    const call = callback && parentOf(callback);
    if (call?.type !== 'CallExpression') {
      this.#uses.push({ path: way.path, isTest: false, isReturned: callback !== undefined });
      return undefined;
    }
    if (call.callee === callback) return { node: call, way };
    const method = methodOf(call);
    if (method === 'forEach') return undefined;
    if ((callback && runsCallback(this.reading, call, callback)) || method === 'then' || method === 'catch') return { node: call, way };
    if (method === 'map' || method === 'from') return { node: call, way: inList(way) };
    if (method === 'flatMap') return { node: call, way: isInList(way) ? way : inList(way) };
    return this.#used(way, choosing.has(method ?? ''));
  }

  /** Follows a value into a variable or a destructuring pattern. */
  #into(pattern: Node, way: Way): undefined {
    switch (pattern.type) {
      case 'Identifier': {
        const variable = this.reading.scope.variable(pattern);
        if (!variable || way.path.length >= MAX_MEMBERS || isExported(variable)) this.#use(way);
        else this.#readsOf(variable, pattern, way);
        return;
      }
      case 'AssignmentPattern':
        this.#into(pattern.left, way);
        return;
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          if (property.type === 'RestElement' || isInList(way)) this.#use(way);
          else this.#intoMember(property.value, way, staticKey(property.key, property.computed) ?? '?');
        }
        return;
      case 'ArrayPattern':
        if (!isInList(way)) this.#use(way);
        else for (const [index, element] of pattern.elements.entries()) this.#intoItem(element, way, index);
        return;
      case 'RestElement':
        this.#into(pattern.argument, moved(way));
        return;
      case 'VariableDeclaration':
        this.#into(pattern.declarations[0].id, way);
        return;
      default:
        this.#use(way);
    }
  }

  #intoMember(pattern: Node, way: Way, key: string): void {
    const member = way.isSettled ? settledMember(way, key) : { path: [...way.path, key] };
    if (member) this.#into(pattern, member);
  }

  #intoItem(pattern: Node | null, way: Way, index?: number): void {
    const item = pattern?.type === 'RestElement' ? way : itemOf(way, index);
    if (pattern && item) this.#into(pattern, item);
  }

  /** Follows `tasks.push(fetch(…))` into a list whose variable is never reassigned. */
  #collected(call: TSESTree.CallExpression, way: Way): boolean {
    const list = collector(call);
    const variable = list && this.reading.scope.variable(list);
    const [name] = variable?.identifiers ?? [];
    if (!variable || !name || way.path.length > 1 || isExported(variable) || !isListForGood(variable)) return false;
    this.#readsOf(variable, name, inList(way));
    return true;
  }

  #readsOf(variable: Variable, written: Node, way: Way): void {
    const key = [written.range[0], way.lists?.length ?? 0, ...way.path].join(' ');
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    for (const reference of variable.references) {
      if (this.#steps <= 0) return this.#use(way);
      if (isKnownError(reference.identifier)) continue;
      if (reference.isRead() && mayReach(variable, reference.identifier, written)) this.#from(reference.identifier, way);
    }
  }
}

/** The string literal that is the first argument. */
function lookedUp({ arguments: [name] }: TSESTree.CallExpression): string | undefined {
  return name?.type === 'Literal' && typeof name.value === 'string' ? name.value : undefined;
}
