/** What is known while a program is lowered: its text, its classes, and the function that is being lowered. */
import { MOST_NESTED, TooDeep } from '../../lowering/program.js';
import { block, identifier, node, type Node, type Place } from '../../lowering/nodes.js';
import { Variables } from '../../lowering/variables.js';
import { partsOf } from '../../lowering/lezer.js';
import type { PythonNode } from '../parser.js';

/** The function that is being lowered; the program itself is one. */
export interface Around {
  readonly variables: Variables;
  /** The parameter that is the object, or the class, that a method is called on. */
  readonly self: string | undefined;
  /** Whether `self` is the class. */
  readonly isOfClass?: boolean;
  generates: boolean;
}

/** How expressions and statements are lowered; they need one another. */
export interface Lowerers {
  readonly expression: (lowering: Lowering, node: PythonNode) => Node;
  readonly statements: (lowering: Lowering, nodes: readonly PythonNode[]) => readonly Node[];
}

export class Lowering {
  around: Around = { variables: new Variables(), self: undefined, generates: false };
  #depth = 0;

  constructor(
    readonly text: string,
    /** The classes of the file: calling one makes an object. */
    readonly classes: ReadonlySet<string>,
    private readonly lowerers: Lowerers,
    /** Where the characters of the program stand in the file. */
    readonly placeOf: (start: number, end: number) => Place = (start, end) => [start, end],
  ) {}

  expression(of: PythonNode): Node {
    return this.#deeper(() => this.lowerers.expression(this, of));
  }

  statements(of: readonly PythonNode[]): readonly Node[] {
    return this.#deeper(() => this.lowerers.statements(this, of));
  }

  /** A body; where it is missing, an empty one behind `otherwise`. */
  block(body: PythonNode | undefined, otherwise: PythonNode): Node {
    const place = this.place(body ?? otherwise);
    return block(body ? this.statements(partsOf(body)) : [], body ? place : [place[1], place[1]]);
  }

  #deeper<T>(work: () => T): T {
    if (this.#depth >= MOST_NESTED) throw new TooDeep();
    this.#depth += 1;
    const result = work();
    this.#depth -= 1;
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

  place(of: PythonNode): Place {
    return this.placeOf(of.from, of.to);
  }

  textOf(of: PythonNode): string {
    return this.text.slice(of.from, of.to);
  }

  /** A variable; in methods, the object itself. */
  variable(of: PythonNode): Node {
    const name = this.textOf(of);
    return name === this.around.self ? node('ThisExpression', this.place(of)) : identifier(name, this.place(of));
  }

  unknown(of: PythonNode): Node {
    return node('Super', this.place(of));
  }
}
