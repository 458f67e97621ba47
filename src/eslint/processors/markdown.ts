/**
 * Lints the fences of a document as files of their own, each under the name it would have, and in our own language: what parses files of that name need not
 * parse fences, as with typed linting, which knows no file of that name.
 */
import type { Linter } from 'eslint';
import { lastUpTo, lineStartsOf } from '../../languages/line-starts.js';
import { type Block, blocksOf, offsetsIn, replacementIn } from '../../languages/markdown/blocks.js';
import { blocksFor, fenceBlock, inOrder, messagesOf } from './blocks.js';

/** What was cut out of each document, until its messages come back. */
const documents = new Map<string, { readonly text: string; readonly fences: readonly Block[] }>();

/** A processor for Markdown. Of what is said of fences, only what our own rules say gets through: other rules are not asked about examples. */
export function markdownProcessor(prefix: string): Linter.Processor {
  return {
    meta: { name: `${prefix}/markdown`, version: '1' },
    supportsAutofix: true,
    preprocess(text, filename) {
      const fences = blocksOf(text);
      documents.set(filename, { text, fences });
      return blocksFor(
        'markdown',
        text,
        fences.map((fence) => ({ text: fence.text, filename: fenceBlock(fence.filename) })),
      );
    },
    postprocess(messages, filename) {
      const { text = '', fences = [] } = documents.get(filename) ?? {};
      documents.delete(filename);
      const { file, own, others } = messagesOf(prefix, messages);
      const lineStarts = lineStartsOf(text);
      const inFences = fences.flatMap((fence, index) => (others[index] ?? []).map((message) => moved(message, fence, text, lineStarts)));
      // What shows by itself what it is, is found in the document too; in its fence it is known better.
      return inOrder([...inFences, ...file, ...own]);
    },
  };
}

/** A message about a block, at its place in the document. */
function moved(message: Linter.LintMessage, block: Block, document: string, lineStarts: readonly number[]): Linter.LintMessage {
  const starts = lineStartsOf(block.text);
  const offset = offsetsIn(block);
  const place = (line: number, column: number): { readonly line: number; readonly column: number } => {
    const at = offset((starts[line - 1] ?? 0) + column - 1);
    const row = lastUpTo(lineStarts, at);
    return { line: row + 1, column: at - (lineStarts[row] ?? 0) + 1 };
  };
  const { fix, suggestions, line, column, endLine, endColumn, ...rest } = message;
  const placed = replacementIn(block, document);
  const placedFix = fix && placed(fix.range, fix.text);
  const placedSuggestions = suggestions?.flatMap((each) => {
    const change = placed(each.fix.range, each.fix.text);
    return change ? [{ ...each, fix: change }] : [];
  });
  const end = endLine === undefined || endColumn === undefined ? undefined : place(endLine, endColumn);
  return {
    ...rest,
    ...place(line, column),
    ...(end && { endLine: end.line, endColumn: end.column }),
    ...(placedFix && { fix: placedFix }),
    ...(placedSuggestions && { suggestions: placedSuggestions }),
  };
}
