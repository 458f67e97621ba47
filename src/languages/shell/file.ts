import type { Change, Contents, SourceFile, Span } from '../../source.js';
import { readShell } from './index.js';

/** Reads a file that is a script. One whose name does not say so is one if its first line names a shell; otherwise only its text is looked at. */
export function readShellFile(text: string, path: string): SourceFile {
  const isNamed = path.split(/[/\\]/).at(-1)?.includes('.') === true;
  if (!isNamed && !/^#!.*sh\b/.test(text)) return { ...nothing, language: 'text', path, text };
  return {
    language: 'shell',
    path,
    text,
    ...readShell(text, (start, end) => ({ start, end })),
    spelling: {
      fromEnvironment: (at, variable) => fromEnvironment(text, at, variable),
      replaceEntry: () => undefined,
      remove: () => undefined,
    },
  };
}

const nothing: Contents = { texts: [], comments: [], tables: [], calls: [], bindings: [], reads: [] };

/** `$NAME`, which single quotes around it would keep from being read. */
function fromEnvironment(text: string, at: Span, variable: string): Change | undefined {
  const line = text.slice(text.lastIndexOf('\n', at.start - 1) + 1, at.start);
  const quote = quoteAt(line);
  const isWhole = quote === "'" && line.endsWith("'") && text.charAt(at.end) === "'";
  const read = quote === '"' ? `\${${variable}}` : `"$${variable}"`;
  const code = quote === '"' ? read : `$${variable}`;
  if (isWhole) return { edits: [{ at: { start: at.start - 1, end: at.end + 1 }, text: read }], code };
  return { edits: [{ at, text: quote === "'" ? `'${read}'` : read }], code };
}

/** The quote that is open at the end of a line. */
function quoteAt(line: string): string {
  let quote = '';
  for (let index = 0; index < line.length; index += 1) {
    const character = line.charAt(index);
    if (character === '\\' && quote !== "'") index += 1;
    else if (quote === '' && /["']/.test(character)) quote = character;
    else if (character === quote) quote = '';
  }
  return quote;
}
