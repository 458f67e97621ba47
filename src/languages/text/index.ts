/** Plain text of any kind: its lines, with the labels found before values. */
import type { Contents, SourceFile, Span, Text } from '../../source/model.js';
import { textAt, trimmed, withoutQuotes } from '../settings/holes.js';
import { linesOf } from '../settings/lines.js';

/** Reads a text of unknown format. */
export function readText(text: string, path: string): SourceFile {
  return { language: 'text', path, text, ...looseContents(text) };
}

/** Longer lines were not written by hand. */
const MAX_LINE = 2_000;

/** Reads `NAME=value`, `"name": "value"`, `Label of it: value` in a text whose language is unknown or that is malformed. */
export function looseContents(text: string): Contents {
  const texts: Text[] = [];
  const comments: Span[] = [];
  let heading: string | undefined;
  for (const line of linesOf(text)) {
    if (line.end - line.start > MAX_LINE) continue;
    const at = trimmed(text, line);
    if (at.start === at.end) continue;
    const written = text.slice(at.start, at.end);
    if (/^(?:#|\/\/|;|--|<!--|\/?\*)/.test(written)) comments.push(at);
    const setting = labelled.exec(written);
    const underline = /^[=~-]{3,}$/.test(written);
    if (setting) {
      const [head, label = ''] = setting;
      const value = trimmed(text, { start: at.start + head.length, end: at.end });
      const end = /[,;]$/.test(text.slice(value.start, value.end)) ? value.end - 1 : value.end;
      const names = [
        ...(heading === undefined ? [] : [heading]),
        label
          .replace(/\([^()]*\)/g, '')
          .trim()
          .replace(/[^\w.-]+/g, '_'),
      ];
      texts.push(textAt(text, withoutQuotes(text, { start: value.start, end: Math.max(value.start, end) }), names));
    } else {
      if (!underline && written.length < MAX_HEADING && !/^[-*#/]/.test(written)) heading = written.replace(/[[\]:#]/g, '').trim();
      texts.push(textAt(text, at, []));
    }
  }
  return { texts, comments, tables: [], calls: [], bindings: [], reads: [] };
}

const MAX_HEADING = 60;

/** What precedes a value, with the label as its group. */
const labelled =
  /^(?:[-*+>#;/]+\s+|\/\/\s*)?(?:(?:export|set|const|let|var)\s+)?["'`*]{0,3}([A-Za-z][\w .()/-]{0,60}?)["'`*]{0,3}\s*(?::=|=>|[=:])\s*(?=\S)/;
