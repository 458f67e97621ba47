/** What is known while a program is lowered: its text, its structs, and the function that is being lowered. */
import { declaration, identifier, node, type Node, type Place } from '../../lowering/nodes.js';
import { type Lowerers, TreeLowering } from '../../lowering/tree-lowering.js';
import { partsOf } from '../../lowering/lezer.js';
import type { GoNode } from '../parser.js';
import type { Struct } from './structs.js';

/** The function that is being lowered; the program itself is one. */
export interface Around {
  /** What it is called on, in methods. */
  readonly receiver: string | undefined;
  /** What it says last: an error, or whether there is a result. */
  readonly status: 'error' | 'bool' | undefined;
  /** The names of its results, if they have any: a `return` alone gives these. */
  readonly results: readonly string[];
  /** The error that is certain where a handler of it is. */
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

  /** A block, whose variables end with it; where it is missing, an empty one behind `otherwise`. */
  block(of: GoNode | undefined, otherwise: GoNode): Node {
    const inner = of ? partsOf(of).filter(({ name }) => name !== '{' && name !== '}') : [];
    return this.scoped(() => this.blockOf(of, inner, otherwise));
  }

  /** Lowers what has variables of its own. */
  scoped<T>(work: () => T, names: Iterable<string> = []): T {
    const before = this.#scopes;
    this.#scopes = [...before, new Set(names)];
    const result = work();
    this.#scopes = before;
    return result;
  }

  /** Whether a name is declared here for the first time in its block. */
  declare(name: string): boolean {
    const scope = this.#scopes.at(-1);
    if (!scope || scope.has(name)) return false;
    scope.add(name);
    return true;
  }

  /** A variable; in methods, the object itself. */
  variable(of: GoNode): Node {
    const name = this.textOf(of);
    return name === this.around.receiver ? node('ThisExpression', this.place(of)) : identifier(name, this.place(of));
  }
}

/** A variable of the block around it. */
export function variable(name: Node, value: Node | null, place: Place): Node {
  return { ...declaration(name, value, place), kind: 'let' } as Node;
}
