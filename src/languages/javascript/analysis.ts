/** What is made of a tree that comes without it: the parents of its nodes, and its scopes. */
import { analyze } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceCode } from './source-code.js';

/** A parsed program with its scopes. */
export function analyzed(text: string, ast: TSESTree.Program, visitorKeys: Keys): SourceCode {
  visitNodes(ast, visitorKeys, (node, parent) => {
    if (parent) node.parent = parent;
  });
  return { text, ast, scopeManager: analyze(ast, { sourceType: 'module', lib: [] }), visitorKeys };
}

type Keys = Readonly<Record<string, readonly string[]>>;

/** Visits every node with what it stands in. A stack of its own: a deeply nested program must not overflow the engine's. */
export function visitNodes(
  root: TSESTree.Program,
  keys: Keys,
  visit: (node: TSESTree.Node, parent: TSESTree.Node | undefined) => void,
): void {
  visit(root, undefined);
  const stack: TSESTree.Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (const key of keys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      for (const each of Array.isArray(child) ? (child as unknown[]) : [child]) {
        if (typeof each !== 'object' || each === null) continue;
        visit(each as TSESTree.Node, node);
        stack.push(each as TSESTree.Node);
      }
    }
  }
}
