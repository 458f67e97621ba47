/** `.ini` files, as certbot's plugins and many services read them: sections, `name = value`, comments after `#` and `;`. */
import type { Binding, Name, SourceFile, Span, Text } from '../source/model.js';
import { unwrapHole } from '../source/values.js';
import { textAt } from './settings/holes.js';

/** Reads a settings file. Settings above the first section are bound like environment variables, because tools document them that way. */
export function readIni(text: string, path: string): SourceFile {
  const comments: Span[] = [];
  const bindings: Binding[] = [];
  const texts: Text[] = [];
  const reads: Name[] = [];
  let section = 'env';
  let offset = 0;
  for (const line of text.split('\n')) {
    const indent = line.length - line.trimStart().length;
    const start = offset + indent;
    const end = offset + line.trimEnd().length;
    const header = /^\s*\[([^\]]*)\]/.exec(line)?.[1];
    const separator = line.search(/[=:]/);
    if (/[#;]/.test(line.charAt(indent))) comments.push({ start, end });
    else if (header !== undefined) section = header.trim();
    else if (separator > indent) {
      const nameAt = { start, end: offset + line.slice(0, separator).trimEnd().length };
      const written = valueAt(text, offset + separator + 1, end, [section, text.slice(nameAt.start, nameAt.end)]);
      const { names } = written;
      const value = unwrapHole(written);
      const target = section === 'env' ? ({ kind: 'name', path: names, at: nameAt } as const) : undefined;
      if (value.kind === 'text') texts.push(value);
      else if (value.kind === 'name') reads.push(value);
      bindings.push({ names, value, target, nameAt, at: { start, end } });
    }
    offset += line.length + 1;
  }
  return { language: 'ini', path, text, texts, comments, tables: [], calls: [], bindings, reads };
}

/** A value up to the end of the line or to a comment, without quotes. */
function valueAt(text: string, start: number, lineEnd: number, names: readonly string[]): Text {
  const written = text.slice(start, lineEnd);
  const comment = written.search(/\s[#;]/);
  const whole = (comment === -1 ? written : written.slice(0, comment)).trimEnd();
  const from = start + whole.length - whole.trimStart().length;
  const quote = text.charAt(from);
  const isQuoted = /["']/.test(quote) && whole.endsWith(quote) && start + whole.length - from > 1;
  const at = isQuoted ? { start: from + 1, end: start + whole.length - 1 } : { start: from, end: start + whole.length };
  return textAt(text, at, names);
}
