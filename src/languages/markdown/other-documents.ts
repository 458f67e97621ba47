/** Blocks of code in AsciiDoc, Org and reStructuredText, divided like the fences of a Markdown document. */
import { linesOf as plainLines } from '../settings/lines.js';
import { type Fence, type Line, type Lines, linesOf } from './lines.js';

/** How blocks of code begin and end in a language for documents. */
interface Syntax {
  /** The info string of the block that begins with a line; undefined if none does. `before` is the line that is not blank before it. */
  readonly opens: (line: string, before: string) => string | undefined;
  /** The last line of the block that began with `opening`; absent if its indentation ends it. */
  readonly closes?: (line: string, opening: string) => boolean;
}

const syntaxes: readonly (readonly [path: RegExp, syntax: Syntax])[] = [
  [
    // https://docs.asciidoctor.org/asciidoc/latest/verbatim/source-blocks/
    /\.(?:adoc|asciidoc)$/i,
    {
      opens: (line, before) => (/^(?:-{4,}|\.{4,})\s*$/.test(line) ? (/^\[[%\w]*,\s*([\w-]+)/.exec(before)?.[1] ?? '') : undefined),
      closes: (line, opening) => line.trimEnd() === opening.trimEnd(),
    },
  ],
  [
    // https://orgmode.org/manual/Structure-of-Code-Blocks.html
    /\.org$/i,
    {
      opens: (line) => /^\s*#\+begin_(?:src|example)\b[^\S\n]*(\S*)/i.exec(line)?.[1],
      closes: (line) => /^\s*#\+end_(?:src|example)\b/i.test(line),
    },
  ],
  [
    // https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html#directive-code-block
    /\.rst$/i,
    {
      opens: (line) =>
        /^\s*\.\. (?:code-block|code|sourcecode|prompt)::\s*(\S*)/.exec(line)?.[1] ?? (/^(?!\s*\.\.).*::\s*$/.test(line) ? '' : undefined),
    },
  ],
];

/** Whether a document is in a language other than Markdown. */
export function isOtherDocument(path: string): boolean {
  return syntaxes.some(([of]) => of.test(path));
}

/** Separates the blocks of code of a document from its other lines. */
export function documentLines(text: string, path: string): Lines {
  const syntax = syntaxes.find(([of]) => of.test(path))?.[1];
  if (!syntax) return linesOf(text);
  const running: Line[] = [];
  const fences: Fence[] = [];
  let open: Open | undefined;
  let before = '';
  for (const { start, end } of plainLines(text)) {
    const line: Line = { start, end, text: text.slice(start, end) };
    if (open && !ends(line.text, open, syntax)) {
      open.lines.push(line);
      continue;
    }
    const isClosing = open !== undefined && syntax.closes !== undefined;
    if (open) fences.push(fenceOf(open));
    const info = isClosing ? undefined : syntax.opens(line.text, before);
    open = info === undefined ? undefined : { opening: line.text, info, lines: [] };
    running.push(line);
    // In AsciiDoc, a title may stand between the attributes of a block and the block.
    if (line.text.trim() !== '' && !/^\.[^.\s]/.test(line.text)) before = line.text;
  }
  if (open) fences.push(fenceOf(open));
  return { running, fences };
}

interface Open {
  /** The line that it begins with. */
  readonly opening: string;
  readonly info: string;
  readonly lines: Line[];
}

function ends(line: string, { opening }: Open, { closes }: Syntax): boolean {
  return closes ? closes(line, opening) : line.trim() !== '' && indentationOf(line) <= indentationOf(opening);
}

function indentationOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}

/** Removes the indentation of a block, and the options of a directive of reStructuredText before it: `:linenos:`. */
function fenceOf({ info, lines }: Open): Fence {
  const code = lines.slice(lines.findIndex(({ text }) => !/^\s+:[\w-]+:/.test(text)));
  const least = Math.min(...code.flatMap(({ text }) => (text.trim() === '' ? [] : [indentationOf(text)])));
  return {
    info,
    lines: code.map(({ start, end, text }) => {
      const cut = Math.min(least, text.length);
      return { start: start + cut, end, text: text.slice(cut) };
    }),
  };
}
