/** The lines of a Markdown document, and the fences among them. */

export interface Line {
  /** The offset in the document, after the marks of quotes and lists around it. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Fence {
  /** The info string after the opening fence: `toml title="wrangler.toml"`. */
  readonly info: string;
  readonly lines: readonly Line[];
}

export interface Lines {
  /** Lines outside fences. */
  readonly running: readonly Line[];
  readonly fences: readonly Fence[];
}

/** Marks of quotes and lists, and the indentation of their contents. */
const marks = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/;

const opening = /^(`{3,}|~{3,}(?!~))([^`]*)$/;

/** Separates the fences of a document from its other lines. */
export function linesOf(text: string): Lines {
  const running: Line[] = [];
  const fences: Fence[] = [];
  let open: { readonly mark: string; readonly info: string; readonly indentation: number; readonly lines: Line[] } | undefined;
  for (let offset = 0; offset <= text.length;) {
    const end = endOf(text, offset);
    const written = text.slice(offset, end);
    const before = marks.exec(written)?.[0] ?? '';
    const bare = written.slice(before.length);
    if (open) {
      const closes = bare.startsWith(open.mark) && /^[`~]+\s*$/.test(bare);
      if (closes) open = void fences.push(open);
      else open.lines.push(inside(written, offset, open.indentation));
    } else {
      const [, mark, info = ''] = opening.exec(bare) ?? [];
      if (mark === undefined) running.push({ start: offset + before.length, end, text: bare });
      else open = { mark, info: info.trim(), indentation: before.length, lines: [] };
    }
    offset = end + (text.charAt(end) === '\r' ? 2 : 1);
  }
  // An unclosed fence continues to the end of the document.
  if (open) fences.push(open);
  return { running, fences };
}

function endOf(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  const end = newline === -1 ? text.length : newline;
  return end > offset && text.charAt(end - 1) === '\r' ? end - 1 : end;
}

/** A line of a fence, without the indentation or quote marks that the fence has. */
function inside(written: string, offset: number, indentation: number): Line {
  let cut = 0;
  while (cut < indentation && /[ \t>]/.test(written.charAt(cut))) cut += 1;
  return { start: offset + cut, end: offset + written.length, text: written.slice(cut) };
}
