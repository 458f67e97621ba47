/** What is made of a tree that comes without it: the parents of its nodes, and its scopes. */
import { analyze } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceCode } from './source-code.js';

/** A parsed program with its scopes. */
export function analyzed(text: string, ast: TSESTree.Program, visitorKeys: Readonly<Record<string, readonly string[]>>): SourceCode {
  setParents(ast, visitorKeys);
  return { text, ast, scopeManager: analyze(ast, { sourceType: 'module', lib: [] }), visitorKeys };
}

/** A stack of its own: a deeply nested program must not overflow the engine's. */
function setParents(root: TSESTree.Program, keys: Readonly<Record<string, readonly string[]>>): void {
  const stack: TSESTree.Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (const key of keys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      for (const each of Array.isArray(child) ? (child as unknown[]) : [child]) {
        if (typeof each !== 'object' || each === null) continue;
        (each as { parent?: TSESTree.Node }).parent = node;
        stack.push(each as TSESTree.Node);
      }
    }
  }
}
