/** What lowering needs in every language: the text, the function that is being lowered, and a depth limit. */
import type { SyntaxNode } from './lezer.js';
import { block, node, type Node, type Place } from './nodes.js';
import { MAX_NESTED, TooDeep } from './program.js';

/** Lower expressions and statements, each of which contain the other. */
export interface Lowerers<L> {
  readonly expression: (lowering: L, node: SyntaxNode) => Node;
  readonly statements: (lowering: L, nodes: readonly SyntaxNode[]) => readonly Node[];
}

/** The state while a program is lowered. */
export abstract class TreeLowering<Around> {
  protected abstract readonly lowerers: Lowerers<this>;
  #depth = 0;

  constructor(
    readonly text: string,
    /** The function that is being lowered; the program counts as one. */
    public around: Around,
  ) {}

  expression(of: SyntaxNode): Node {
    return this.#deeper(() => this.lowerers.expression(this, of));
  }

  /** Lowers the statements of a block. */
  statements(of: readonly SyntaxNode[]): readonly Node[] {
    return this.#deeper(() => this.lowerers.statements(this, of));
  }

  #deeper<T>(work: () => T): T {
    if (this.#depth >= MAX_NESTED) throw new TooDeep();
    this.#depth += 1;
    const result = work();
    this.#depth -= 1;
    return result;
  }

  /** A block of statements; where it is missing, an empty one after `otherwise`. */
  protected blockOf(of: SyntaxNode | undefined, inner: readonly SyntaxNode[], otherwise: SyntaxNode): Node {
    const place = this.place(of ?? otherwise);
    return block(this.statements(inner), of ? place : [place[1], place[1]]);
  }

  /** Lowers something within another function. */
  inside<T>(around: Around, work: () => T): T {
    const before = this.around;
    this.around = around;
    const result = work();
    this.around = before;
    return result;
  }

  place(of: SyntaxNode): Place {
    return [of.from, of.to];
  }

  textOf(of: SyntaxNode): string {
    return this.text.slice(of.from, of.to);
  }

  unknown(of: SyntaxNode): Node {
    return node('Super', this.place(of));
  }
}
