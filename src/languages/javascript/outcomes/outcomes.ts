/** How a call's result and its failure are handled: followed from the call outwards, through variables, promises and callbacks. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Outcome, Use } from '../../../source/model.js';
import { isKnownError } from './errors.js';
import { awaits, handlerAround, handlerBehind, handlerOfCallback, isIdle, methodOf, retryAround } from './handlers.js';
import type { Frame, Reading } from '../reading.js';
import type { Variable } from '../syntax/scope.js';
import { runsWhatItIsGiven } from './running.js';
import { maySee } from '../syntax/reaching.js';
import { functionAround, type FunctionNode, isFunction, type Node, parentOf, staticKey, wrapped } from '../syntax/syntax.js';

/** No result is followed through more steps than this; what is beyond counts as used. */
const MOST_STEPS = 400;
/** Members further down than this are not followed through variables: that they are used is enough. */
const MOST_MEMBERS = 3;

const asking = /^(?:(?:Logical|Conditional|Unary|Binary)Expression|IfStatement)$/;

export function outcomeOf(reading: Reading, node: Node, frame?: Frame): Outcome {
  let uses: readonly Use[] | undefined;
  return {
    get uses() {
      return (uses ??= new Following(reading, frame).of(node));
    },
    get handed() {
      return handedIn(reading, node);
    },
    get handler() {
      return handlerBehind(reading, node) ?? handlerAround(reading, node) ?? handlerOfCallback(reading, node);
    },
    get retry() {
      return retryAround(reading, node);
    },
  };
}

function handedIn(reading: Reading, node: Node): readonly (readonly Use[])[] | undefined {
  const callback = node.type === 'CallExpression' ? node.arguments.findLast((argument) => isFunction(argument)) : undefined;
  if (!callback || !isFunction(callback)) return undefined;
  return callback.params.map((parameter) => new Following(reading, undefined).ofParameter(parameter));
}

interface Way {
  readonly path: readonly string[];
  /** Its place in the list that `Promise.all` gives. */
  readonly index?: number | undefined;
}

class Following {
  readonly #uses: Use[] = [];
  readonly #seen = new Set<string>();
  #steps = MOST_STEPS;

  constructor(
    private readonly reading: Reading,
    private readonly frame: Frame | undefined,
  ) {}

  of(node: Node): readonly Use[] {
    this.#from(node, { path: [] });
    return this.#uses;
  }

  /** What a function does with one of the things that it is handed. */
  ofParameter(parameter: Node): readonly Use[] {
    this.#into(parameter, { path: [] });
    return this.#uses;
  }

  /** Climbs from an expression that holds the result, or the member of it at `path`, to what takes it. */
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

  /** One step outwards; undefined if the way ends here. */
  #step(node: Node, outer: Node, way: Way): { readonly node: Node; readonly way: Way } | undefined {
    if (asking.test(outer.type) && isIdle(this.reading, node)) return undefined;
    switch (outer.type) {
      case 'ExpressionStatement':
      case 'SequenceExpression':
        // `request.on('response', …);` is a use, though nothing takes what it gives.
        return way.path.length > 0 ? this.#used(way) : undefined;
      case 'MemberExpression':
        return outer.object === node ? this.#member(outer, way) : this.#used(way);
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
        return list && awaits(list) ? { node: list, way: { ...way, index: outer.elements.indexOf(node as never) } } : this.#used(way);
      }
      case 'CallExpression':
        return awaits(outer) ? { node: outer, way } : this.#used(way);
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

  /** `response.ok`, `response.json()`, `promise.then(…)`. */
  #member(member: TSESTree.MemberExpression, way: Way): { readonly node: Node; readonly way: Way } | undefined {
    // `response[isText ? 'text' : 'json']()` reads the one or the other.
    const property = member.property.type === 'ConditionalExpression' ? member.property.consequent : member.property;
    const key = staticKey(property, member.computed) ?? '?';
    const call = parentOf(member);
    const isCalled = call?.type === 'CallExpression' && call.callee === member;
    const looked = isCalled && this.reading.language.lookups.has(key) ? lookedUp(call) : undefined;
    const path = key === 'clone' || key === 'toPromise' ? way.path : [...way.path, looked ?? key];
    if (!isCalled) return { node: member, way: { path } };
    if (key === 'catch' || key === 'finally') return { node: call, way };
    if (key !== 'then') return { node: call, way: { path } };
    const [callback] = call.arguments;
    if (!callback || !isFunction(callback)) return callback ? this.#used(way) : { node: call, way };
    const [parameter] = callback.params;
    return parameter ? this.#into(parameter, way) : undefined;
  }

  /** What a function returns is the result of the call it is a callback of, or of its own call. */
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
    if (callback && runsWhatItIsGiven(this.reading, call, callback)) return { node: call, way };
    return method === 'then' || method === 'catch' || method === 'map' || method === 'flatMap' ? { node: call, way } : this.#used(way);
  }

  /** Into a variable, or what is destructured. */
  #into(pattern: Node, way: Way): undefined {
    switch (pattern.type) {
      case 'Identifier': {
        const variable = this.reading.scope.variable(pattern);
        if (!variable || way.path.length >= MOST_MEMBERS || isExported(variable)) this.#use(way);
        else this.#readsOf(variable, pattern, way);
        return;
      }
      case 'AssignmentPattern':
        this.#into(pattern.left, way);
        return;
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          if (property.type === 'RestElement') this.#use(way);
          else this.#into(property.value, { path: [...way.path, staticKey(property.key, property.computed) ?? '?'] });
        }
        return;
      case 'ArrayPattern': {
        const element = way.index === undefined ? undefined : pattern.elements[way.index];
        if (element) this.#into(element, { path: way.path });
        else if (way.index === undefined) this.#use(way);
        return;
      }
      default:
        this.#use(way);
    }
  }

  #readsOf(variable: Variable, written: Node, way: Way): void {
    const key = [written.range[0], ...way.path].join(' ');
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    for (const reference of variable.references) {
      if (this.#steps <= 0) return this.#use(way);
      if (isKnownError(reference.identifier)) continue;
      if (reference.isRead() && maySee(variable, reference.identifier, written)) this.#from(reference.identifier, way);
    }
  }
}

/** The name that a method is given first. */
function lookedUp({ arguments: [name] }: TSESTree.CallExpression): string | undefined {
  return name?.type === 'Literal' && typeof name.value === 'string' ? name.value : undefined;
}

function isExported({ defs: [definition] }: Variable): boolean {
  const declaration = definition && parentOf(definition.node);
  return declaration !== undefined && parentOf(declaration)?.type === 'ExportNamedDeclaration';
}
