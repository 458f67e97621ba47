/** How the results of calls are used, followed through members and variables, and which handler their failures reach. */
import type { Handler, Outcome, Span, Use } from '../../source/model.js';
import { within } from '../../source/span.js';
import type { Found } from './found.js';
import type { Protected } from './handlers.js';
import { type Assignment, bare, type CallNode, type NameNode, type Node, scopeOf } from './tree.js';

/** Most steps that a result is followed through; any use beyond them counts as unknown. */
const MAX_STEPS = 200;

type Parent =
  | { readonly how: 'member'; readonly node: NameNode }
  | { readonly how: 'callee' | 'argument'; readonly node: CallNode }
  | { readonly how: 'assigned'; readonly to: Assignment };

/** Determines how results of calls are used and where their failures are handled. */
export class Outcomes {
  private parents: Map<Node, Parent> | undefined;
  private reads: Map<string, NameNode[]> | undefined;

  constructor(
    private readonly found: Found,
    private readonly protectedBy: readonly Protected[],
    /** Functions that only discard their arguments. */
    private readonly discards: RegExp | undefined,
  ) {}

  of(call: CallNode): Outcome {
    let uses: readonly Use[] | undefined;
    const usesOf = (): readonly Use[] => this.uses(call);
    const handlerOf = (): Handler | undefined => this.handler(call);
    return {
      get uses() {
        return (uses ??= usesOf());
      },
      callbackUses: undefined,
      get handler() {
        return handlerOf();
      },
    };
  }

  private handler({ at }: CallNode): Handler | undefined {
    return this.protectedAt(at)?.handler;
  }

  private protectedAt(at: Span): Protected | undefined {
    const around = this.protectedBy.filter(({ span }) => within(at, span));
    return around.reduce<Protected | undefined>((best, each) => (!best || within(each.span, best.span) ? each : best), undefined);
  }

  private uses(call: CallNode): readonly Use[] {
    const uses: Use[] = [];
    let steps = 0;
    const climb = (node: Node, path: readonly string[]): void => {
      const parent = (this.parents ??= this.parentsOfAll()).get(node);
      steps += 1;
      if (steps > MAX_STEPS) uses.push({ path, isTest: false, isUnknown: true });
      else if (parent?.how === 'member') climb(parent.node, [...path, bare(parent.node.name)]);
      else if (parent?.how === 'callee') climb(parent.node, path);
      else if (this.found.dropped.has(node)) {
        if (path.length > 0) uses.push({ path, isTest: false, isDropped: true });
      } else if (parent?.how === 'assigned' && !this.found.given.has(node) && !parent.to.target.object) {
        const reads = this.readsOf(parent.to.target);
        if (reads.length === 0 && path.length > 0) uses.push({ path, isTest: false, isDropped: true });
        for (const read of reads) climb(read, path);
      } else if (parent?.how === 'argument' && this.isDiscarding(parent.node)) {
        if (path.length > 0) uses.push({ path, isTest: false, isDropped: true });
      } else {
        const isReturned = this.found.given.has(node);
        const isPassed = parent?.how === 'argument' || (path.length === 0 && this.found.returned.has(node));
        const protectedBy = this.protectedAt(node.at);
        const handledAt = protectedBy?.throwsIf.some((throwing) => within(node.at, throwing)) ? protectedBy.handler.at : undefined;
        uses.push({ path, isTest: false, isReturned, isUnknown: !isPassed && !isReturned, ...(handledAt && { handledAt }) });
      }
    };
    climb(call, []);
    return uses;
  }

  private isDiscarding({ callee }: CallNode): boolean {
    return callee.kind === 'name' && this.discards?.test(callee.name) === true;
  }

  private parentsOfAll(): Map<Node, Parent> {
    const { names, calls, assignments } = this.found;
    return new Map<Node, Parent>([
      ...names.flatMap((node) => (node.object ? [[node.object, { how: 'member', node }] as const] : [])),
      ...calls.flatMap((node) => node.arguments.map((each) => [each, { how: 'argument', node }] as const)),
      ...calls.map((node) => [node.callee, { how: 'callee', node }] as const),
      ...assignments.map((to) => [to.value, { how: 'assigned', to }] as const),
    ]);
  }

  /** The reads of the variable that an assignment targets. */
  private readsOf({ name, scope, at }: NameNode): readonly NameNode[] {
    if (!this.reads) {
      const targets = new Set(this.found.assignments.map(({ target }) => target));
      this.reads = new Map();
      for (const node of this.found.names) {
        if (node.object || targets.has(node)) continue;
        const known = this.reads.get(node.name);
        if (known) known.push(node);
        else this.reads.set(node.name, [node]);
      }
    }
    const own = scopeOf(name, scope);
    return (this.reads.get(name) ?? []).filter((node) => node.at.start > at.start && scopeOf(name, node.scope) === own);
  }
}
