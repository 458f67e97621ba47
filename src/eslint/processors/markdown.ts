/** Lints the fences of a document as files of their own, each under the name it would have. */
import type { Linter } from 'eslint';
import { lastUpTo, lineStartsOf } from '../../languages/line-starts.js';
import { type Block, blocksOf, offsetsIn } from '../../languages/markdown/blocks.js';
import type { Line } from '../../languages/markdown/lines.js';
import { blocksFor, inOrder, messagesOf } from './blocks.js';

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
      return blocksFor('markdown', text, [...fences]);
    },
    postprocess(messages, filename) {
      const { text = '', fences = [] } = documents.get(filename) ?? {};
      documents.delete(filename);
      const { file, own, others } = messagesOf(prefix, messages);
      const lineStarts = lineStartsOf(text);
      const inFences = fences.flatMap((fence, index) => (others[index] ?? []).flatMap((message) => moved(message, fence, lineStarts)));
      // What shows by itself what it is, is found in the document too; in its fence it is known better.
      return inOrder([...inFences, ...file, ...own]);
    },
  };
}

/** A message about a block, at its place in the document. */
function moved(message: Linter.LintMessage, block: Block, lineStarts: readonly number[]): readonly Linter.LintMessage[] {
  const { lines } = block;
  const first = lines[message.line - 1];
  if (!first) return [];
  const row = lastUpTo(lineStarts, first.start);
  const last = lines[(message.endLine ?? message.line) - 1] ?? first;
  const shift = (line: Line): number => line.start - (lineStarts[lastUpTo(lineStarts, line.start)] ?? 0);
  const { fix, suggestions, endLine, endColumn, ...rest } = message;
  const offset = offsetsIn(block);
  const movedFix = (each: NonNullable<typeof fix>): typeof each => ({ ...each, range: [offset(each.range[0]), offset(each.range[1])] });
  return [
    {
      ...rest,
      line: row + 1,
      column: message.column + shift(first),
      ...(endLine !== undefined && { endLine: lastUpTo(lineStarts, last.start) + 1 }),
      ...(endColumn !== undefined && { endColumn: endColumn + shift(last) }),
      ...(fix && { fix: movedFix(fix) }),
      ...(suggestions && { suggestions: suggestions.map((each) => ({ ...each, fix: movedFix(each.fix) })) }),
    },
  ];
}
