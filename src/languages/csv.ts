/** The CSV reader: values in columns, each named after the header in the first line. */
import type { SourceFile, Span, Text } from '../source/model.js';
import { textAt, trimmed, withoutQuotes } from './settings/holes.js';
import { linesOf } from './settings/lines.js';

/** Most columns of a line that are read separately. */
const MAX_COLUMNS = 500;

/** Reads lines of values separated by commas, semicolons or tabs. */
export function readCsv(text: string, path: string): SourceFile {
  const texts: Text[] = [];
  const comments: Span[] = [];
  let columns: readonly string[] | undefined;
  for (const line of linesOf(text)) {
    if (line.start === line.end) continue;
    if (text.charAt(line.start) === '#') {
      comments.push(line);
      continue;
    }
    const spans = cellsOf(text, line).map((cell) => withoutQuotes(text, trimmed(text, cell)));
    if (columns) for (const [index, at] of spans.entries()) texts.push(textAt(text, at, [columns[index] ?? '']));
    else {
      columns = spans.map(({ start, end }) => text.slice(start, end));
      for (const at of spans) texts.push(textAt(text, at, []));
    }
  }
  return { language: 'csv', path, text, texts, comments, tables: [], calls: [], bindings: [], reads: [] };
}

function cellsOf(text: string, { start, end }: Span): readonly Span[] {
  const found: Span[] = [];
  let from = start;
  let isQuoted = false;
  for (let index = start; index <= end && found.length < MAX_COLUMNS; index += 1) {
    const character = text.charAt(index);
    if (character === '"') isQuoted = !isQuoted;
    if (index < end && (isQuoted || !/[,;\t]/.test(character))) continue;
    found.push({ start: from, end: index });
    from = index + 1;
  }
  return found;
}
