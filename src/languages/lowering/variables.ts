/** Variables of languages in which an assignment anywhere in a function declares a variable of the whole function. */
import { declaration, identifier, type Node } from './nodes.js';

/** The variables of one function, or of the program. */
export class Variables {
  readonly #declared: Set<string>;
  /** Declarations that apply to the whole function, in whatever block they are: imports, functions, classes, variables assigned in expressions. */
  readonly hoisted: Node[] = [];

  /** `given` are names declared otherwise: parameters, and variables of outer functions. */
  constructor(given: Iterable<string> = []) {
    this.#declared = new Set(given);
  }

  /** Treats a name as declared elsewhere, as `global` does. */
  exclude(name: string): void {
    this.#declared.add(name);
  }

  /** Whether an assignment to a name is the first, and so declares it. */
  declare(name: string): boolean {
    if (this.#declared.has(name)) return false;
    this.#declared.add(name);
    return true;
  }

  /** Declares a name that is assigned within an expression. */
  declareApart(name: string, at: number): void {
    if (this.declare(name)) this.hoisted.push(declaration(identifier(name, [at, at]), null, [at, at]));
  }
}

/** The variables that a pattern assigns to. */
export function patternNames(pattern: Node): readonly string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ArrayPattern':
      return pattern.elements.flatMap((each) => (each ? patternNames(each) : []));
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) => (each.type === 'Property' ? patternNames(each.value) : []));
    case 'RestElement':
      return patternNames(pattern.argument);
    default:
      return [];
  }
}
