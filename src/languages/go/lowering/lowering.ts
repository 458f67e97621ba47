/** What is known while a program is lowered: its text, its structs, and the function that is being lowered. */
import { block, declaration, identifier, node, type Node, type Place } from '../../lowering/nodes.js';
import { MOST_NESTED, TooDeep } from '../../lowering/program.js';
import { partsOf } from '../../lowering/lezer.js';
import type { GoNode } from '../parser.js';
import type { Struct } from './structs.js';

/** The function that is being lowered; the program itself is one. */
export interface Around {
  /** What it is called on, in methods. */
  readonly receiver: string | undefined;
  /** What it says last: an error, or whether there is a result. */
  readonly status: 'error' | 'bool' | undefined;
}

/** How expressions and statements are lowered; they need one another. */
export interface Lowerers {
  readonly expression: (lowering: Lowering, node: GoNode) => Node;
  readonly statements: (lowering: Lowering, nodes: readonly GoNode[]) => readonly Node[];
}

export class Lowering {
  around: Around = { receiver: undefined, status: undefined };
  #scopes: readonly Set<string>[] = [new Set()];
  #depth = 0;

  constructor(
    readonly text: string,
    /** The structs of the file, by name. */
    readonly structs: ReadonlyMap<string, Struct>,
    private readonly lowerers: Lowerers,
  ) {}

  expression(of: GoNode): Node {
    return this.#deeper(() => this.lowerers.expression(this, of));
  }

  /** What stands in a block, whose variables end with it. */
  statements(of: readonly GoNode[]): readonly Node[] {
    return this.#deeper(() => this.lowerers.statements(this, of));
  }

  /** A block; where it is missing, an empty one behind `otherwise`. */
  block(of: GoNode | undefined, otherwise: GoNode): Node {
    const place = this.place(of ?? otherwise);
    const inner = of ? partsOf(of).filter(({ name }) => name !== '{' && name !== '}') : [];
    return this.scoped(() => block(this.statements(inner), of ? place : [place[1], place[1]]));
  }

  /** Lowers what has variables of its own. */
  scoped<T>(work: () => T, names: Iterable<string> = []): T {
    const before = this.#scopes;
    this.#scopes = [...before, new Set(names)];
    const result = work();
    this.#scopes = before;
    return result;
  }

  /** Lowers something inside of another function. */
  inside<T>(around: Around, work: () => T): T {
    const before = this.around;
    this.around = around;
    const result = work();
    this.around = before;
    return result;
  }

  /** Whether a name is declared here for the first time in its block. */
  declare(name: string): boolean {
    const scope = this.#scopes.at(-1);
    if (!scope || scope.has(name)) return false;
    scope.add(name);
    return true;
  }

  #deeper<T>(work: () => T): T {
    if (this.#depth >= MOST_NESTED) throw new TooDeep();
    this.#depth += 1;
    const result = work();
    this.#depth -= 1;
    return result;
  }

  place(of: GoNode): Place {
    return [of.from, of.to];
  }

  textOf(of: GoNode): string {
    return this.text.slice(of.from, of.to);
  }

  /** A variable; in methods, the object itself. */
  variable(of: GoNode): Node {
    const name = this.textOf(of);
    return name === this.around.receiver ? node('ThisExpression', this.place(of)) : identifier(name, this.place(of));
  }

  unknown(of: GoNode): Node {
    return node('Super', this.place(of));
  }
}

/** A variable of the block around it. */
export function variable(name: Node, value: Node | null, place: Place): Node {
  return { ...declaration(name, value, place), kind: 'let' } as Node;
}
