import { passesGate } from '../languages/gate.js';
import { evidencePath } from './evidence-path.js';

let last = { text: '', path: '', passes: false };

/**
 * Whether a file can hold anything that a rule speaks of. All rules ask for one file before they ask for the next, so that its text is searched once;
 * the tree is not looked at, which oxlint makes only for those who do.
 */
export function concernsUs({ text }: { readonly text: string }, path: string): boolean {
  if (text !== last.text || path !== last.path) last = { text, path, passes: passesGate(text, evidencePath(path)) };
  return last.passes;
}
