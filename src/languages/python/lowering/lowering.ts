/** The state while a program is lowered: its text, its classes, and the function that is being lowered. */
import { type Lowerers, TreeLowering } from '../../lowering/tree-lowering.js';
import { identifier, node, type Node, type Place } from '../../lowering/nodes.js';
import { Variables } from '../../lowering/variables.js';
import { partsOf } from '../../lowering/lezer.js';
import type { PythonNode } from '../parser.js';

/** The function that is being lowered; the program counts as one. */
export interface Around {
  readonly variables: Variables;
  /** The parameter for the object or class of a method. */
  readonly self: string | undefined;
  /** Whether `self` is the class. */
  readonly isOfClass?: boolean;
  generates: boolean;
}

export class Lowering extends TreeLowering<Around> {
  constructor(
    text: string,
    /** The classes of the file: calling one creates an object. */
    readonly classes: ReadonlySet<string>,
    protected readonly lowerers: Lowerers<Lowering>,
    /** Maps characters of the program to the file. */
    readonly placeOf: (start: number, end: number) => Place = (start, end) => [start, end],
  ) {
    super(text, { variables: new Variables(), self: undefined, generates: false });
  }

  /** A body; where it is missing, an empty one after `otherwise`. */
  block(body: PythonNode | undefined, otherwise: PythonNode): Node {
    return this.blockOf(body, body ? partsOf(body) : [], otherwise);
  }

  override place(of: PythonNode): Place {
    return this.placeOf(of.from, of.to);
  }

  /** A variable; `self` in methods is `this`. */
  variable(of: PythonNode): Node {
    const name = this.textOf(of);
    return name === this.around.self ? node('ThisExpression', this.place(of)) : identifier(name, this.place(of));
  }
}
