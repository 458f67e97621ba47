import type { ScopeManager } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';

/** A parsed program, independent of the parser. */
export interface SourceCode {
  readonly text: string;
  readonly ast: TSESTree.Program;
  readonly scopeManager?: ScopeManager | null | undefined;
  /** The properties of each type of node that hold its children, if the parser has its own. */
  readonly visitorKeys?: Readonly<Record<string, readonly string[] | undefined>> | undefined;
  /** Whether every declaration is exported. */
  readonly exportsAll?: boolean;
}
