/** The state while a program is lowered: its text, its structs, and the function that is being lowered. */
import { declaration, identifier, node, type Node, type Place } from '../../lowering/nodes.js';
import { type Lowerers, TreeLowering } from '../../lowering/tree-lowering.js';
import { partsOf } from '../../lowering/lezer.js';
import type { GoNode } from '../parser.js';
import type { Struct } from './structs.js';

/** The function that is being lowered; the program counts as one. */
export interface Around {
  /** The receiver, in methods. */
  readonly receiver: string | undefined;
  /** The kind of its last result, if that reports success or failure: an error, or whether there is a result. */
  readonly status: 'error' | 'bool' | undefined;
  /** The names of its results, if they have any: a bare `return` returns these. */
  readonly results: readonly string[];
  /** The error that is not nil here, inside its handler. */
  readonly caught?: string | undefined;
}

export class Lowering extends TreeLowering<Around> {
  #scopes: readonly Set<string>[] = [new Set()];

  constructor(
    text: string,
    /** The structs of the file, by name. */
    readonly structs: ReadonlyMap<string, Struct>,
    protected readonly lowerers: Lowerers<Lowering>,
  ) {
    super(text, { receiver: undefined, status: undefined, results: [] });
  }

  /** A block, which ends the scope of its variables; where it is missing, an empty one after `otherwise`. */
  block(of: GoNode | undefined, otherwise: GoNode): Node {
    const inner = of ? partsOf(of).filter(({ name }) => name !== '{' && name !== '}') : [];
    return this.scoped(() => this.blockOf(of, inner, otherwise));
  }

  /** Lowers something with a scope of its own. */
  scoped<T>(work: () => T, names: Iterable<string> = []): T {
    const before = this.#scopes;
    this.#scopes = [...before, new Set(names)];
    const result = work();
    this.#scopes = before;
    return result;
  }

  /** Whether this is the first declaration of a name in its block. */
  declare(name: string): boolean {
    const scope = this.#scopes.at(-1);
    if (!scope || scope.has(name)) return false;
    scope.add(name);
    return true;
  }

  /** A variable; the receiver in methods is `this`. */
  variable(of: GoNode): Node {
    const name = this.textOf(of);
    return name === this.around.receiver ? node('ThisExpression', this.place(of)) : identifier(name, this.place(of));
  }
}

/** A variable of the enclosing block. */
export function variable(name: Node, value: Node | null, place: Place): Node {
  return { ...declaration(name, value, place), kind: 'let' } as Node;
}
