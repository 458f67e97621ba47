import type { Scope as LexicalScope, ScopeManager, Variable as ScopeVariable } from '@typescript-eslint/scope-manager';
import type { SourceCode } from '../source-code.js';
import { type Node, parentOf } from './syntax.js';

export type Variable = ScopeVariable;

const scopes = new WeakMap<object, Scope>();

export function scopeOf({ ast, scopeManager }: SourceCode): Scope {
  const known = scopes.get(ast) ?? new Scope(scopeManager ?? undefined);
  scopes.set(ast, known);
  return known;
}

/** Resolves identifiers to variables: the parser's scope analysis as one map. */
export class Scope {
  readonly #variables = new Map<Node, Variable>();

  constructor(private readonly manager: ScopeManager | undefined) {
    for (const scope of manager?.scopes ?? []) {
      for (const reference of scope.references) if (reference.resolved) this.#variables.set(reference.identifier, reference.resolved);
      for (const variable of scope.variables) for (const name of variable.identifiers) this.#variables.set(name, variable);
    }
  }

  /** The variable that an identifier refers to; undefined for globals. */
  variable(identifier: Node): Variable | undefined {
    const variable = this.#variables.get(identifier);
    return variable?.defs.length ? variable : undefined;
  }

  /** The variable that the module declares or imports under a name. */
  ofModule(name: string): Variable | undefined {
    return (
      this.manager?.scopes.find(({ type }) => (type as string) === 'module')?.set.get(name) ?? this.manager?.globalScope?.set.get(name)
    );
  }

  /** The innermost scope that a node is in. */
  around(node: Node): LexicalScope | null {
    for (let at: Node | undefined = node; at; at = parentOf(at)) {
      const scope = this.manager?.acquire(at, true);
      // The scope of a function expression's name declares nothing else.
      if (scope) return scope.type === 'function-expression-name' ? (scope.childScopes[0] ?? scope) : scope;
    }
    return null;
  }
}

export function isExported({ defs: [definition] }: Variable): boolean {
  const declaration = definition && parentOf(definition.node);
  return declaration !== undefined && parentOf(declaration)?.type === 'ExportNamedDeclaration';
}
