import type { TSESLint } from '@typescript-eslint/utils';
import { mentionsCloudflare } from '../cloudflare/mentions.js';

/** Whether a file's text can hold anything that a rule speaks of. */
export function passesGate(text: string): boolean {
  return mentionsCloudflare.test(text);
}

let last = { text: '', passes: false };

/**
 * Whether a file can hold anything that a rule speaks of. All rules ask for one file before they ask for the next, so that its text is looked through
 * once; the tree is not looked at, which oxlint makes only for those who do.
 */
export function concernsUs({ text }: Pick<TSESLint.SourceCode, 'text'>): boolean {
  if (text !== last.text) last = { text, passes: passesGate(text) };
  return last.passes;
}
