/** The state while a program is lowered: its text, its names, and the function that is being lowered. */
import { identifier, node, type Node } from '../../lowering/nodes.js';
import { type Lowerers, TreeLowering } from '../../lowering/tree-lowering.js';
import { Variables } from '../../lowering/variables.js';
import { partsOf } from '../../lowering/lezer.js';
import type { PhpNode } from '../parser.js';

/** The function that is being lowered; the program counts as one. */
export interface Around {
  readonly variables: Variables;
  /** The class of a method. */
  readonly owner: string | undefined;
  generates: boolean;
}

/** Names of a file that need translation. */
export interface Names {
  /** Full class names by the names that `use` declares. */
  readonly classes: ReadonlyMap<string, string>;
  /** Names of functions: variables with these names keep their `$`, so that the two differ. */
  readonly functions: ReadonlySet<string>;
}

export class Lowering extends TreeLowering<Around> {
  constructor(
    text: string,
    readonly names: Names,
    protected readonly lowerers: Lowerers<Lowering>,
  ) {
    super(text, { variables: new Variables(), owner: undefined, generates: false });
  }

  /** A block, or a single statement in its place; where it is missing, an empty one after `otherwise`. */
  block(of: PhpNode | undefined, otherwise: PhpNode): Node {
    const inner = of ? (of.name.endsWith('Block') ? partsOf(of) : [of]) : [];
    return this.blockOf(of, inner, otherwise);
  }

  /** The name of a variable, without `$`. */
  variableName(of: PhpNode): string {
    const name = this.textOf(of).replace(/^\$+/, '');
    return this.names.functions.has(name) ? `$${name}` : name;
  }

  variable(of: PhpNode): Node {
    if (this.textOf(of) === '$this') return node('ThisExpression', this.place(of));
    return identifier(this.variableName(of), this.place(of));
  }

  /** A class by its full name; `self` and `static` are the enclosing class. */
  class(of: PhpNode): Node {
    return identifier(this.className(this.textOf(of)), this.place(of));
  }

  className(written: string): string {
    const { owner } = this.around;
    if (/^(?:self|static)$/i.test(written)) return owner ?? written;
    const [head = '', ...rest] = written.split('\\');
    if (head === '') return rest.join('\\');
    return [this.names.classes.get(head.toLowerCase()) ?? head, ...rest].join('\\');
  }
}
