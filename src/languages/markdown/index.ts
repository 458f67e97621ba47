/** The reader of documents: Markdown, AsciiDoc, Org and reStructuredText. It reads the text of a document and needs no tree of it: rules look for fences, lines and code spans. */
import type { Contents, SourceFile, Span, Text } from '../../source/model.js';
import { placing } from '../data/strings.js';
import { readShell } from '../shell/index.js';
import { fenceName, withoutPrompts } from './fence-names.js';
import { looseContents } from '../text/index.js';
import type { Fence, Line } from './lines.js';
import { documentLines, isOtherDocument } from './other-documents.js';

/** Reads a document whose fences are linted as separate files. */
export function readMarkdown(text: string, path: string): SourceFile {
  const { running, fences } = documentLines(text, path);
  if (isOtherDocument(path)) return { language: 'markdown', path, text, ...looseContents(without(fences, text)) };
  return {
    language: 'markdown',
    path,
    text,
    texts: runningTexts(running),
    comments: commentsOf(text),
    tables: [],
    calls: [],
    bindings: [],
    reads: [],
  };
}

/** Blanks fences. */
function without(fences: readonly Fence[], text: string): string {
  const lines = fences.flatMap((fence) => fence.lines);
  let from = 0;
  const parts = lines.map(({ start, end }) => {
    const before = text.slice(from, start);
    from = end;
    return before + ' '.repeat(end - start);
  });
  return parts.join('') + text.slice(from);
}

function commentsOf(text: string): readonly Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf('<!--'); start !== -1;) {
    const close = text.indexOf('-->', start + '<!--'.length);
    if (close === -1) break; // an unclosed comment is not one
    found.push({ start, end: close + '-->'.length });
    start = text.indexOf('<!--', close);
  }
  return found;
}

/** Reads a document and the scripts in its fences. */
export function readMarkdownWithScripts(text: string, path: string): SourceFile {
  const file = readMarkdown(text, path);
  const { fences } = documentLines(text, path);
  const inside = fences.map((fence) => contentsOf(fence));
  const all = [file, ...inside];
  return {
    ...file,
    texts: all.flatMap(({ texts }) => texts),
    comments: all.flatMap(({ comments }) => comments),
    calls: all.flatMap(({ calls }) => calls),
    bindings: all.flatMap(({ bindings }) => bindings),
    reads: all.flatMap(({ reads }) => reads),
  };
}

function contentsOf(fence: Fence): Contents {
  const isShell = fenceName(fence)?.endsWith('sh') === true;
  const lines = isShell ? withoutPrompts(fence.lines) : fence.lines;
  if (!isShell)
    return { texts: lines.map(({ text, ...at }) => textOf(text, at, [])), comments: [], tables: [], calls: [], bindings: [], reads: [] };
  const pieces = lines.map(({ text, start, end }) => ({
    kind: 'piece' as const,
    text: `${text}\n`,
    at: { start, end: end + 1 },
    exact: true,
  }));
  const script = pieces.map(({ text }) => text).join('');
  return readShell(script, placing(pieces, { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 }));
}

/** Most lines between a variable's name and a code span with its value. */
const REACH = 3;

/** Returns each line as a text, and each code span that has a label. */
function runningTexts(lines: readonly Line[]): readonly Text[] {
  const headings: string[] = [];
  const variables: { readonly name: string; readonly index: number }[] = [];
  return lines.flatMap(({ text, start, end }, index) => {
    const [, level = '', title = ''] = /^(#{1,6})\s+(\S.*)$/.exec(text) ?? [];
    if (level !== '') headings.splice(level.length - 1, headings.length, title);
    const spans = [...text.matchAll(/`([^`]+)`/g)].flatMap(({ 1: code = '', index: at }) => {
      if (/^[A-Z][A-Z\d]*_[A-Z\d_]+$/.test(code)) variables.push({ name: code, index });
      if (/\s/.test(code)) return [];
      const variable = variables.at(-1);
      const near = variable && index - variable.index <= REACH ? variable.name : undefined;
      const names = namesOf(labelBefore(text.slice(0, at)), near);
      return names ? [textOf(code, { start: start + at + 1, end: start + at + 1 + code.length }, [...headings, ...names])] : [];
    });
    const labelled = labelledIn(text);
    const value =
      labelled &&
      textOf(labelled.value, { start: start + labelled.from, end: start + labelled.from + labelled.value.length }, [
        ...headings,
        labelled.label,
      ]);
    return [textOf(text, { start, end }, []), ...(value ? [value] : []), ...spans];
  });
}

/** A label and a value at the beginning of a line, without a code span around the value: `Global API Key: …`, `| Secret access key | … |`. */
const labelledForms = [
  /^[*_]{0,3}([\p{L}\d][\p{L}\d ().-]{1,40}?)[*_]{0,3}\s?:[*_]{0,3}\s+(\S{20,})$/u,
  /^\|\s?[*_]{0,3}([\p{L}\d][\p{L}\d ().-]{1,40}?)[*_]{0,3}\s*\|\s?([^\s|`]{20,})\s*\|/u,
];

function labelledIn(text: string): { readonly label: string; readonly value: string; readonly from: number } | undefined {
  const [whole, label, value] = labelledForms.map((form) => form.exec(text)).find((match) => match !== null) ?? [];
  if (whole === undefined || label === undefined || value === undefined) return undefined;
  return { label: label.match(/[\p{L}\d]+/gu)?.join('_') ?? label, value, from: whole.lastIndexOf(value) };
}

function textOf(text: string, at: Span, names: readonly string[]): Text {
  return { kind: 'text', parts: [{ kind: 'piece', text, at, exact: true }], names, fallbackFor: undefined, at };
}

/** Most characters before a code span that may be its label. */
const MAX_LABEL = 80;

/** Returns the label before a code span: `**API token:**`, `| Secret key |`. */
function labelBefore(before: string): string | undefined {
  const phrases = before.slice(-MAX_LABEL).split(/[.,;:|=!?<>[\]`]/);
  const words =
    phrases
      .filter((phrase) => !/^\s*(?:for example|e|g|eg|such as|like|namely|zum Beispiel|par exemple|por ejemplo)\s*$/i.test(phrase))
      .map((phrase) => phrase.match(/[\p{L}\d]+/gu) ?? [])
      .findLast(({ length }) => length > 0) ?? [];
  return words.length > 0 && words.length <= 4 ? words.join('_') : undefined;
}

/** The names for a label. `Value` and the like label the value of the variable named before. */
function namesOf(label: string | undefined, variable: string | undefined): readonly string[] | undefined {
  if (label === undefined) return undefined;
  if (variable === undefined || !/^(?:current_)?(?:value|wert|valeur|valor|token|key|secret)$/i.test(label)) return [label];
  const word = /^.*(token|key|secret)/i.exec(variable)?.[1];
  return word === undefined || variable.toLowerCase().endsWith(word.toLowerCase()) ? [variable] : [variable, word];
}
