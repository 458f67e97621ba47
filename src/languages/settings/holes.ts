/** Places in a value that are filled later: variables, and placeholders of template engines. */
import type { Hole, Name, Piece, Span, Text } from '../../source/model.js';
import { within } from '../../source/span.js';
import { unknown } from '../../source/values.js';
import { run } from '../data/strings.js';

/** Jinja, Mustache, Go and Helm; ERB and EJS; autoconf; Maven and Spring; placeholders for readers to replace. */
const templates =
  /\{\{[^{}\n]{0,200}\}\}|\{%[^%\n]{0,200}%\}|<%[^%\n]{0,200}%>|@[A-Z]\w{1,60}@|\$\{\{?([\w.:-]{1,100})(?::[-?=+]?([^{}\n]{0,200}))?[^{}\n]{0,200}\}\}?|\$([A-Z_][A-Z\d_]+)|\$\([^()\n]{0,200}\)|<[A-Za-z][\w .-]{0,60}>|%[A-Z]\w{0,60}%/g;

/** Most holes in one value; the rest is text. */
const MAX_HOLES = 500;

/** Returns the text between `start` and `end`, with its holes. */
export function textAt(
  file: string,
  { start, end }: Span,
  names: readonly string[],
  variables?: RegExp,
  known: (name: string) => Text | undefined = () => undefined,
): Text {
  const written = file.slice(start, end);
  const parts: (Piece | Hole)[] = [];
  let from = start;
  const holes = [...(variables ? written.matchAll(variables) : []), ...written.matchAll(templates)]
    .sort((one, other) => one.index - other.index)
    .slice(0, MAX_HOLES);
  for (const match of holes) {
    const at = { start: start + match.index, end: start + match.index + match[0].length };
    if (at.start < from) continue;
    const name = match.slice(1).find(Boolean);
    const given = name === undefined ? undefined : known(name);
    const isVariable = name !== undefined && /^\w+$/.test(name);
    const value: Name | undefined = isVariable ? { kind: 'name', path: ['env', name], at } : nameIn(match[0], at);
    parts.push(
      ...run(file, from, at.start),
      ...(given ? given.parts.map((part) => filledAt(part, at)) : [{ kind: 'hole' as const, value: value ?? unknown(at), at }]),
    );
    from = at.end;
  }
  return {
    kind: 'text',
    parts: [...parts, ...run(file, from, end)].slice(0, MAX_PARTS),
    names,
    fallbackFor: undefined,
    at: { start, end },
  };
}

/** A place of a variable's own value is filled where the variable is used. */
function filledAt(part: Piece | Hole, at: Span): Piece | Hole {
  return part.kind === 'hole' ? { ...part, value: { ...part.value, at }, at } : part;
}

const MAX_PARTS = 1_000;

/** Returns a long word that a variable fills as a hole, so that it keeps its place in the file; a shell does not split it. */
export function wordOfVariable(part: Piece | Hole, line: Span): Piece | Hole {
  if (part.kind === 'hole' || within(part.at, line) || !/^[\w.:+/=-]{20,}$/.test(part.text)) return part;
  return { kind: 'hole', value: { kind: 'text', parts: [part], names: [], fallbackFor: undefined, at: part.at }, at: part.at };
}

/** `{{ name }}`, `{{ .Values.name | quote }}` and `<%= @name %>` are names that cannot be resolved. */
function nameIn(template: string, at: Span): Name | undefined {
  const name = /^(?:\{\{-?|<%=)\s*[$@.]?([A-Z_][\w.]*)\s*(?:\|\s*quote\s*)?-?(?:\}\}|%>)$/i.exec(template)?.[1];
  return name === undefined ? undefined : { kind: 'name', path: name.split('.'), at };
}

/** The inside of a value that is quoted as a whole. */
export function withoutQuotes(file: string, { start, end }: Span): Span {
  const quote = file.charAt(start);
  return end - start > 1 && /["'`]/.test(quote) && file.charAt(end - 1) === quote ? { start: start + 1, end: end - 1 } : { start, end };
}

/** A span without the blanks around it. */
export function trimmed(file: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(file.charAt(from))) from += 1;
  while (to > from && /\s/.test(file.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
