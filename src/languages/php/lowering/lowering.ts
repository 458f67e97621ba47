/** What is known while a program is lowered: its text, its names, and the function that is being lowered. */
import { block, identifier, node, type Node, type Place } from '../../lowering/nodes.js';
import { MOST_NESTED, TooDeep } from '../../lowering/program.js';
import { Variables } from '../../lowering/variables.js';
import { partsOf } from '../../lowering/lezer.js';
import type { PhpNode } from '../parser.js';

/** The function that is being lowered; the program itself is one. */
export interface Around {
  readonly variables: Variables;
  /** The class that it is a method of. */
  readonly owner: string | undefined;
  generates: boolean;
}

/** How expressions and statements are lowered; they need one another. */
export interface Lowerers {
  readonly expression: (lowering: Lowering, node: PhpNode) => Node;
  readonly statements: (lowering: Lowering, nodes: readonly PhpNode[]) => readonly Node[];
}

/** Names of a file that are not what they seem. */
export interface Names {
  /** What `use` calls classes of other namespaces. */
  readonly classes: ReadonlyMap<string, string>;
  /** What is called as a function: variables of these names keep their sign, to be told apart. */
  readonly functions: ReadonlySet<string>;
}

export class Lowering {
  around: Around = { variables: new Variables(), owner: undefined, generates: false };
  #depth = 0;

  constructor(
    readonly text: string,
    readonly names: Names,
    private readonly lowerers: Lowerers,
  ) {}

  expression(of: PhpNode): Node {
    return this.#deeper(() => this.lowerers.expression(this, of));
  }

  statements(of: readonly PhpNode[]): readonly Node[] {
    return this.#deeper(() => this.lowerers.statements(this, of));
  }

  /** A block, or the statement in its place; where it is missing, an empty one behind `otherwise`. */
  block(of: PhpNode | undefined, otherwise: PhpNode): Node {
    const place = this.place(of ?? otherwise);
    const isBlock = of?.name.endsWith('Block') === true;
    const inner = of ? (isBlock ? partsOf(of) : [of]) : [];
    return block(this.statements(inner), of ? place : [place[1], place[1]]);
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

  place(of: PhpNode): Place {
    return [of.from, of.to];
  }

  textOf(of: PhpNode): string {
    return this.text.slice(of.from, of.to);
  }

  /** The name of a variable, without its sign. */
  variableName(of: PhpNode): string {
    const name = this.textOf(of).replace(/^\$+/, '');
    return this.names.functions.has(name) ? `$${name}` : name;
  }

  variable(of: PhpNode): Node {
    if (this.textOf(of) === '$this') return node('ThisExpression', this.place(of));
    return identifier(this.variableName(of), this.place(of));
  }

  /** A class by its whole name; in a class, itself by its own. */
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

  unknown(of: PhpNode): Node {
    return node('Super', this.place(of));
  }
}
