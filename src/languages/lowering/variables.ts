/** Variables of languages in which a function has them as soon as they are assigned anywhere in it. */
import { declaration, identifier, type Node } from './nodes.js';

/** The variables of one function, or of the program. */
export class Variables {
  readonly #declared: Set<string>;
  /** What holds for the whole function, in whatever block it stands: imports, functions, classes, variables that expressions assign. */
  readonly hoisted: Node[] = [];

  /** `given` are names that are declared otherwise: parameters, and variables of functions around. */
  constructor(given: Iterable<string> = []) {
    this.#declared = new Set(given);
  }

  /** Takes a name for declared elsewhere, as `global` says. */
  exclude(name: string): void {
    this.#declared.add(name);
  }

  /** Whether an assignment to a name is the first, which declares it. */
  declare(name: string): boolean {
    if (this.#declared.has(name)) return false;
    this.#declared.add(name);
    return true;
  }

  /** Declares a name that is assigned in an expression. */
  declareApart(name: string, at: number): void {
    if (this.declare(name)) this.hoisted.push(declaration(identifier(name, [at, at]), null, [at, at]));
  }
}

/** The names of the variables that a pattern assigns to. */
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
