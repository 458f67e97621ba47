/** Follows the result of a call to its uses: from the call outwards, through variables, promises, lists and callbacks. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Use } from '../../../source/model.js';
import { isKnownError } from './errors.js';
import { awaits, isIneffectiveTest } from './handlers.js';
import {
  collector,
  inList,
  isInList,
  isAccumulator,
  itemOf,
  atUnknownIndex,
  paired,
  settledMember,
  useOfList,
  combinedResult,
  type AccessPath,
} from './lists.js';
import type { Frame, Reading } from '../reading.js';
import { isExported, type Variable } from '../syntax/scope.js';
import { runsCallback } from './running.js';
import { thrownTo, thrownWith } from './thrown.js';
import { nameOf } from '../syntax/dotted-name.js';
import { mayReach } from '../syntax/reaching.js';
import { functionAround, type FunctionNode, isFunction, methodOf, type Node, parentOf, staticKey, wrapped } from '../syntax/syntax.js';

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
  /** The expression that is being followed. */
  #current: Node | undefined;

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
  #from(start: Node, initial: AccessPath): void {
    let node = start;
    let access = initial;
    for (;;) {
      const outer = parentOf(node);
      this.#steps -= 1;
      this.#current = node;
      if (!outer || this.#steps <= 0) return this.#use(access);
      const next = wrapped(outer) === node ? { node: outer, access } : this.#step(node, outer, access);
      if (!next) return;
      ({ node, access } = next);
    }
  }

  /** Takes one step outwards; returns undefined where the value is used or discarded. */
  #step(node: Node, outer: Node, access: AccessPath): { readonly node: Node; readonly access: AccessPath } | undefined {
    if (testingNodes.test(outer.type) && isIneffectiveTest(this.reading, node)) return undefined;
    switch (outer.type) {
      case 'ExpressionStatement':
      case 'SequenceExpression':
        // `request.on('response', …);` is a use, although its result is discarded.
        return access.path.length > 0 ? this.#used(access) : undefined;
      case 'MemberExpression':
        if (outer.object !== node) return this.#used(access);
        return isInList(access) ? this.#memberOfList(outer, access) : this.#member(outer, access);
      case 'VariableDeclarator':
        return outer.init === node ? this.#into(outer.id, access) : undefined;
      case 'AssignmentExpression':
        return outer.right === node && outer.operator === '=' ? this.#into(outer.left, access) : this.#used(access);
      case 'LogicalExpression':
        if (outer.left === node) this.#tested(node, access);
        return outer.left === node && outer.operator === '&&' ? undefined : { node: outer, access };
      case 'ConditionalExpression':
        return outer.test === node ? this.#used(access, true) : { node: outer, access };
      case 'IfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'SwitchStatement':
        return this.#tested(node, access);
      case 'UnaryExpression':
        return outer.operator === 'void' ? undefined : this.#tested(node, access);
      case 'BinaryExpression':
        if (outer.operator === '+') return this.#used(access);
        return this.#tested(node, access, outer.operator === 'instanceof' && outer.left === node);
      case 'ReturnStatement':
        return this.#returned(functionAround(outer), access);
      case 'ArrowFunctionExpression':
        return this.#returned(outer, access);
      case 'ArrayExpression': {
        const list = parentOf(outer);
        const isWaited = list && awaits(list);
        return isWaited
          ? { node: list, access: combinedResult(inList(access, outer.elements.indexOf(node as never)), methodOf(list)) }
          : this.#used(access);
      }
      case 'CallExpression': {
        if (awaits(outer)) return { node: outer, access: combinedResult(access, methodOf(outer)) };
        if (parses(outer, node)) return { node: outer, access };
        if (this.#collected(outer, access)) return undefined;
        const pairs = isInList(access) ? paired(access, outer, node) : undefined;
        return pairs ? { node: outer, access: pairs } : this.#used(access);
      }
      case 'ForOfStatement':
        if (!isInList(access) || outer.right !== node) return this.#used(access);
        this.#intoItem(outer.left, access);
        return undefined;
      default:
        return this.#used(access);
    }
  }

  #use({ path }: AccessPath, isTest = false, isKind = false): void {
    const handledAt = this.#current && path.length > 0 ? thrownWith(this.reading, this.#current) : undefined;
    this.#uses.push({ path, isTest, ...(isKind && { isKind }), ...(handledAt && { handledAt }) });
  }

  #used(access: AccessPath, isTest = false, isKind = false): undefined {
    this.#use(access, isTest, isKind);
  }

  #tested(node: Node, { path }: AccessPath, isKind = false): undefined {
    const handledAt = thrownTo(this.reading, node);
    this.#uses.push({ path, isTest: true, ...(isKind && { isKind }), ...(handledAt && { handledAt }) });
  }

  /** Follows `responses[0]` and `responses.map((response) => …)`. A promise of a list is treated as the list. */
  #memberOfList(member: TSESTree.MemberExpression, access: AccessPath): { readonly node: Node; readonly access: AccessPath } | undefined {
    const outer = parentOf(member);
    const call = outer?.type === 'CallExpression' && outer.callee === member ? outer : undefined;
    if (call && /^(?:then|catch|finally)$/.test(methodOf(call) ?? '')) return this.#member(member, access);
    const use = useOfList(access, member, call);
    if (!use) return this.#used(access);
    // A test for any bodies reveals as little as a test for one.
    if (use.isCount && access.path.length > 0) this.#use(access, true);
    if (use.into) this.#into(use.into.pattern, use.into.access);
    return use.access && { node: call ?? member, access: use.access };
  }

  /** Follows `response.ok`, `response.json()`, `promise.then(…)`. */
  #member(member: TSESTree.MemberExpression, access: AccessPath): { readonly node: Node; readonly access: AccessPath } | undefined {
    // `response[isText ? 'text' : 'json']()` reads one of two members; the first stands for both.
    const property = member.property.type === 'ConditionalExpression' ? member.property.consequent : member.property;
    const key = staticKey(property, member.computed) ?? '?';
    const call = parentOf(member);
    const isCalled = call?.type === 'CallExpression' && call.callee === member;
    const looked = isCalled && this.reading.language.lookups.has(key) ? lookedUp(call) : undefined;
    const path = key === 'clone' || key === 'toPromise' ? access.path : [...access.path, looked ?? key];
    if (access.isSettled && !isInList(access)) {
      const settled = settledMember(access, key);
      return isCalled ? this.#used(access) : settled && { node: member, access: settled };
    }
    if (!isCalled) return { node: member, access: { path } };
    if (key === 'catch' || key === 'finally') return { node: call, access };
    if (key !== 'then') return { node: call, access: { path } };
    const [callback] = call.arguments;
    if (!callback || !isFunction(callback)) return callback ? this.#used(access) : { node: call, access };
    const [parameter] = callback.params;
    return parameter ? this.#into(parameter, access) : undefined;
  }

  /** Continues from a returned value: it is the result of the function's own call, or of the call that the function is a callback of. */
  #returned(callback: FunctionNode | undefined, access: AccessPath): { readonly node: Node; readonly access: AccessPath } | undefined {
    let frame = this.frame;
    while (frame && frame.callee !== callback) frame = frame.outer;
    if (frame) {
      this.#uses.push({ path: access.path, isTest: false, caller: frame.call.outcome });
      return undefined;
    }
    const call = callback && parentOf(callback);
    if (call?.type !== 'CallExpression') {
      this.#uses.push({ path: access.path, isTest: false, isReturned: callback !== undefined });
      return undefined;
    }
    if (call.callee === callback) return { node: call, access };
    const method = methodOf(call);
    if (method === 'forEach') return undefined;
    if ((callback && runsCallback(this.reading, call, callback)) || method === 'then' || method === 'catch') return { node: call, access };
    if (method === 'map' || method === 'from') return { node: call, access: inList(access) };
    if (method === 'flatMap') return { node: call, access: isInList(access) ? access : inList(access) };
    return this.#used(access, choosing.has(method ?? ''));
  }

  /** Follows a value into a variable or a destructuring pattern. */
  #into(pattern: Node, access: AccessPath): undefined {
    switch (pattern.type) {
      case 'Identifier': {
        const variable = this.reading.scope.variable(pattern);
        if (!variable || access.path.length >= MAX_MEMBERS || isExported(variable)) this.#use(access);
        else this.#readsOf(variable, pattern, access);
        return;
      }
      case 'AssignmentPattern':
        this.#into(pattern.left, access);
        return;
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          if (property.type === 'RestElement' || isInList(access)) this.#use(access);
          else this.#intoMember(property.value, access, staticKey(property.key, property.computed) ?? '?');
        }
        return;
      case 'ArrayPattern':
        if (!isInList(access)) this.#use(access);
        else for (const [index, element] of pattern.elements.entries()) this.#intoItem(element, access, index);
        return;
      case 'RestElement':
        this.#into(pattern.argument, atUnknownIndex(access));
        return;
      case 'VariableDeclaration':
        this.#into(pattern.declarations[0].id, access);
        return;
      default:
        this.#use(access);
    }
  }

  #intoMember(pattern: Node, access: AccessPath, key: string): void {
    const member = access.isSettled ? settledMember(access, key) : { path: [...access.path, key] };
    if (member) this.#into(pattern, member);
  }

  #intoItem(pattern: Node | null, access: AccessPath, index?: number): void {
    const item = pattern?.type === 'RestElement' ? access : itemOf(access, index);
    if (pattern && item) this.#into(pattern, item);
  }

  /** Follows `tasks.push(fetch(…))` into a list whose variable is never reassigned. */
  #collected(call: TSESTree.CallExpression, access: AccessPath): boolean {
    const list = collector(call);
    const variable = list && this.reading.scope.variable(list);
    const [name] = variable?.identifiers ?? [];
    if (!variable || !name || access.path.length > 1 || isExported(variable) || !isAccumulator(variable)) return false;
    this.#readsOf(variable, name, inList(access));
    return true;
  }

  #readsOf(variable: Variable, written: Node, access: AccessPath): void {
    const key = [written.range[0], access.lists?.length ?? 0, ...access.path].join(' ');
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    let isRead = false;
    for (const reference of variable.references) {
      if (this.#steps <= 0) return this.#use(access);
      if (isKnownError(reference.identifier)) continue;
      if (!reference.isRead() || !mayReach(variable, reference.identifier, written)) continue;
      isRead = true;
      this.#from(reference.identifier, access);
    }
    if (!isRead && access.path.length > 0) this.#uses.push({ path: access.path, isTest: false, isDropped: true });
  }
}

/** Whether a call decodes a text: `JSON.parse(await response.text())`. */
function parses(call: Node, text: Node): boolean {
  return call.type === 'CallExpression' && call.arguments[0] === text && nameOf(call.callee)?.join('.') === 'JSON.parse';
}

/** The string literal that is the first argument. */
function lookedUp({ arguments: [name] }: TSESTree.CallExpression): string | undefined {
  return name?.type === 'Literal' && typeof name.value === 'string' ? name.value : undefined;
}
