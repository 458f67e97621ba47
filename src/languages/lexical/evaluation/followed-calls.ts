/** The calls inside a function that the program declares, as made by a call of it: with the arguments of that call for its parameters. */
import type { Call, Span, Value } from '../../../source/model.js';
import type { Found } from '../found.js';
import type { Profile } from '../profile.js';
import { bare, type CallNode, type NameNode, type Node, pathOf, type Scope } from '../tree.js';

/** Most functions inside one another that are followed; `MAX_WRAPPERS` of the facts is not more. */
const MAX_DEPTH = 3;
/** Most calls inside functions that are evaluated for the calls of one file. */
const MAX_CALLS = 2000;
/** Most scopes around a call that count as functions that contain it. */
const MAX_SCOPES = 8;

/** Values of parameters, by where they are declared. */
export type Arguments = ReadonlyMap<number, Value>;

/** Evaluates a call with values for parameters. */
type EvaluateWith = (values: Arguments, depth: number) => (call: CallNode) => Value;

/** Finds and evaluates the calls inside functions. */
export class FollowedCalls {
  private callsIn: Map<Scope, CallNode[]> | undefined;
  private left = MAX_CALLS;

  constructor(
    private readonly found: Found,
    private readonly profile: Profile,
    private readonly evaluateWith: EvaluateWith,
  ) {}

  /** Returns the calls inside the function that a call calls. `depth` is the number of functions that have been followed to the call. */
  inside(call: CallNode, value: (node: Node) => Value, depth: number): readonly Call[] {
    const scope = depth < MAX_DEPTH && this.left > 0 ? this.calledBy(call) : undefined;
    const calls = (scope && (this.callsIn ??= this.callsByScope()).get(scope)) ?? [];
    const values = scope && calls.length > 0 ? argumentsOf(call, scope.parameters, value) : new Map<number, Value>();
    if (![...values.values()].some(isKnown)) return [];
    this.left -= calls.length;
    const evaluate = this.evaluateWith(values, depth + 1);
    return calls.flatMap((inner) => {
      const made = evaluate(inner);
      return made.kind === 'call' && made.at === inner.at ? [made] : [];
    });
  }

  /** The scope of the only function of the program that a call can call. */
  private calledBy({ callee, arguments: values, named, isNew }: CallNode): Scope | undefined {
    if (isNew || callee.kind !== 'name' || !this.isOwn(callee)) return undefined;
    const count = values.length + named.length;
    const all = this.found.functions.get(callee.name) ?? [];
    const exact = all.filter(({ parameters }) => parameters.size === count);
    // Parameters without an argument have a default.
    const [only, ...more] = exact.length > 0 ? exact : all.filter(({ parameters }) => parameters.size > count);
    return more.length === 0 ? only : undefined;
  }

  /** `show(…)`, `self.show(…)` or `Main.show(…)`, but not `client.show(…)`, which may be a method of something else. */
  private isOwn(callee: NameNode): boolean {
    const [first = '', ...rest] = pathOf(callee);
    if (!callee.object) return !isParameter(callee);
    if (callee.object.kind !== 'name' || rest.length > 1) return false;
    return this.profile.self?.test(first) === true || this.found.owners.has(bare(first));
  }

  private callsByScope(): Map<Scope, CallNode[]> {
    const all = new Map<Scope, CallNode[]>();
    for (const call of this.found.calls) {
      let scope = call.callee.kind === 'name' ? call.callee.scope : undefined;
      for (let around = 0; scope?.outer && around < MAX_SCOPES; around += 1, scope = scope.outer) {
        const known = all.get(scope);
        if (known) known.push(call);
        else all.set(scope, [call]);
      }
    }
    return all;
  }
}

/** Whether a parameter becomes better known by a value. */
function isKnown(value: Value): boolean {
  return value.kind === 'name' ? value.local !== true || value.path.length > 1 : value.kind !== 'opaque';
}

function isParameter({ name, scope: from }: NameNode): boolean {
  for (let scope: Scope | undefined = from; scope; scope = scope.outer) if (scope.parameters.has(name)) return true;
  return false;
}

/** Pairs arguments with parameters: named ones first, then the others in order. */
function argumentsOf(call: CallNode, parameters: ReadonlyMap<string, Span>, value: (node: Node) => Value): Arguments {
  const open = new Map([...parameters].map(([name, at]) => [bare(name).toLowerCase(), at.start]));
  const given = new Map<number, Value>();
  // In Swift, a label may differ from the parameter's name.
  const unnamed = [...call.arguments];
  for (const pair of call.named) {
    const key = bare(pair.key).toLowerCase();
    const at = open.get(key);
    if (at === undefined) unnamed.push(pair.value);
    else given.set(at, value(pair.value));
    open.delete(key);
  }
  const rest = [...open.values()];
  for (const [index, each] of unnamed.entries()) {
    const at = rest[index];
    if (at !== undefined) given.set(at, value(each));
  }
  return given;
}
