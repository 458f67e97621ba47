import type { ScopeManager } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';

/** A parsed program, whichever parser parsed it. */
export interface SourceCode {
  readonly text: string;
  readonly ast: TSESTree.Program;
  readonly scopeManager?: ScopeManager | null | undefined;
  /** The properties of each kind of node that hold its children, if the tree is not of the usual kinds. */
  readonly visitorKeys?: Readonly<Record<string, readonly string[] | undefined>> | undefined;
  /** Whether others may import whatever it declares. */
  readonly exportsAll?: boolean;
}
