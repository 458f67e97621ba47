import type { TSESLint } from '@typescript-eslint/utils';
import { mentionsCloudflare } from '../cloudflare/mentions.js';

/** Whether a file's text can hold anything that a rule speaks of. */
export function passesGate(text: string): boolean {
  return mentionsCloudflare.test(text);
}

// Keyed on the tree: oxlint uses the same context and source code object for one file after the other.
const passed = new WeakMap<object, boolean>();

/** Whether a file can hold anything that a rule speaks of; its text is looked through once for all rules. */
export function concernsUs({ ast, text }: Pick<TSESLint.SourceCode, 'ast' | 'text'>): boolean {
  let passes = passed.get(ast);
  if (passes === undefined) {
    passes = passesGate(text);
    passed.set(ast, passes);
  }
  return passes;
}
