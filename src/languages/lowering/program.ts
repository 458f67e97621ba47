/** Turns a lowered tree into a program that can be evaluated. */
import type { TSESTree } from '@typescript-eslint/utils';
import { analyzed } from '../javascript/analysis.js';
import type { SourceCode } from '../javascript/source-code.js';
import { type Node, node, type Place } from './nodes.js';
import { visitorKeys } from './visitor-keys.js';

/** Thrown if a program is nested too deep to be lowered. */
export class TooDeep extends Error {}

/** Deepest nesting that is lowered: later visitors recurse on the engine's stack. */
export const MAX_NESTED = 250;
/** Longest chain of calls or operators. */
export const MAX_CHAINED = 600;

/** Returns the program of a text that begins at offset `base`. */
export function lowered(text: string, body: readonly Node[], comments: readonly Place[], base = 0): SourceCode {
  const ast = node<TSESTree.Program>('Program', [base, base + text.length], {
    body,
    sourceType: 'module',
    tokens: [],
    comments: comments.map((range) => ({ type: 'Line', value: '', range })),
  });
  return { ...analyzed(text, ast, visitorKeys), exportsAll: true };
}
