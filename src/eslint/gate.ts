import { passesGate } from '../languages/gate.js';

let last = { text: '', passes: false };

/**
 * Whether a file can hold anything that a rule speaks of. All rules ask for one file before they ask for the next, so that its text is searched once;
 * the tree is not looked at, which oxlint makes only for those who do.
 */
export function concernsUs({ text }: { readonly text: string }): boolean {
  if (text !== last.text) last = { text, passes: passesGate(text) };
  return last.passes;
}
