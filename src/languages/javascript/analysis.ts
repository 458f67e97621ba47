/** What is made of a tree that comes without it: the parents of its nodes, and its scopes. */
import { analyze } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceCode } from './source-code.js';

/** A parsed program with its scopes. `complete` adds to each node what its parser leaves out. */
export function analyzed(text: string, ast: TSESTree.Program, visitorKeys: Keys, complete?: (node: object) => void): SourceCode {
  complete?.(ast);
  // A stack of its own: a deeply nested program must not overflow the engine's.
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
