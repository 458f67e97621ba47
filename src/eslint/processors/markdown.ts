/**
 * Lints each fenced code block of a document as a file of its own, under the name it would have, but in our own language. The parser that is configured
 * for files of that name may not parse fences: typed linting, for example, fails on files that its project does not contain.
 */
import type { Linter } from 'eslint';
import { lastUpTo, lineStartsOf } from '../../languages/line-starts.js';
import { type Block, blocksOf, offsetsIn, replacementIn } from '../../languages/markdown/blocks.js';
import { blocksFor, fenceBlock, inOrder, messagesOf } from './blocks.js';

/** The text and fences of each document, kept between `preprocess` and `postprocess`. */
const documents = new Map<string, { readonly text: string; readonly fences: readonly Block[] }>();

/** Returns a processor for Markdown. In fences, only messages of our own rules are kept: other rules are not meant to judge examples. */
export function markdownProcessor(prefix: string): Linter.Processor {
  return {
    meta: { name: `${prefix}/markdown`, version: '1' },
    supportsAutofix: true,
    preprocess(text, filename) {
      const fences = blocksOf(text, filename);
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
      // A credential with an unmistakable format is found in the document as well; its fence comes first, since more is known there.
      return inOrder([...inFences, ...file, ...own]);
    },
  };
}

/** Maps a message about a block to its position in the document. */
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
