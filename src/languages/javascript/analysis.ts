/** Adds to a tree from a parser what ESLint would add: the parents of its nodes, and its scopes. */
import { analyze } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceCode } from './source-code.js';

/** Sets the parents in a tree and analyzes its scopes. `complete` adds to each node what its parser omits. */
export function analyzed(text: string, ast: TSESTree.Program, visitorKeys: Keys, complete?: (node: object) => void): SourceCode {
  complete?.(ast);
  // An explicit stack: a deeply nested program must not overflow the call stack.
  const stack: TSESTree.Node[] = [];
  const enter = (child: unknown, parent: TSESTree.Node): void => {
    if (typeof child !== 'object' || child === null) return;
    const node = child as TSESTree.Node;
    node.parent = parent;
    complete?.(node);
    stack.push(node);
  };
  for (let node: TSESTree.Node | undefined = ast; node; node = stack.pop()) {
    for (const key of visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      if (Array.isArray(child)) for (const each of child) enter(each, node);
      else enter(child, node);
    }
  }
  return { text, ast, scopeManager: analyze(ast, { sourceType: 'module', lib: [] }), visitorKeys };
}

type Keys = Readonly<Record<string, readonly string[]>>;
