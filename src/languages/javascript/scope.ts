import type { TSESLint } from '@typescript-eslint/utils';
import type { Node } from './syntax.js';

export type Variable = TSESLint.Scope.Variable;

/** Which variable an identifier means: the parser's own scope analysis, turned into one look-up. */
export class Scope {
  readonly #variables = new Map<Node, Variable>();

  constructor(manager: TSESLint.Scope.ScopeManager | undefined) {
    for (const scope of manager?.scopes ?? []) {
      for (const reference of scope.references) if (reference.resolved) this.#variables.set(reference.identifier, reference.resolved);
      for (const variable of scope.variables) for (const name of variable.identifiers) this.#variables.set(name, variable);
    }
  }

  /** The variable an identifier means; none for globals. */
  variable(identifier: Node): Variable | undefined {
    const variable = this.#variables.get(identifier);
    return variable?.defs.length ? variable : undefined;
  }
}
