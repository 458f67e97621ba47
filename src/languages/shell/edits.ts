/** The edit writer of shell scripts. */
import type { Contents, Span } from '../../source/model.js';
import type { Change, EditWriter } from '../../source/edits.js';
import { disabling } from '../disable-comments.js';

export function spelling(text: string, contents: Contents): EditWriter {
  return {
    fromEnvironment: (at, variable) => fromEnvironment(text, at, variable),
    replaceEntry: (at, key, before, variable) => replaceEntry(text, at, key, before, variable),
    remove: (at) => remove(text, at),
    disable: disabling(text, contents),
  };
}

/** Replaces a value by `$NAME`, outside single quotes, in which it would not be expanded. */
function fromEnvironment(text: string, at: Span, variable: string): Change | undefined {
  const line = text.slice(text.lastIndexOf('\n', at.start - 1) + 1, at.start);
  if (new RegExp(`(?:^|[\\s;&(])${variable}=["']?$`).test(line) || isInQuotedDocument(text, at.start)) return undefined;
  const quote = quoteAt(line);
  const isWhole = quote === "'" && line.endsWith("'") && text.charAt(at.end) === "'";
  const read = quote === '"' ? `\${${variable}}` : `"$${variable}"`;
  const code = quote === '"' ? read : `$${variable}`;
  if (isWhole) return { edits: [{ at: { start: at.start - 1, end: at.end + 1 }, text: read }], code };
  return { edits: [{ at, text: quote === "'" ? `'${read}'` : read }], code };
}

/** Whether an offset is in a here-document with a quoted delimiter, in which nothing is expanded. */
function isInQuotedDocument(text: string, offset: number): boolean {
  let word: string | undefined;
  for (const line of text.slice(0, offset).split('\n')) {
    if (word === undefined) word = /<<-?[^\S\n]*(?:'(\w+)'|"(\w+)"|\\(\w+)\b)/.exec(line)?.slice(1).find(Boolean);
    else if (line.trim() === word) word = undefined;
  }
  return word !== undefined;
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

/** Replaces a word that is a header: curl's `-H 'Name: value'` has a space after the colon, an item of HTTPie (`Name:value`) has none. */
function replaceEntry(text: string, at: Span, key: string, before: string, variable: string): Change | undefined {
  const word = text.slice(at.start, at.end);
  const space = /^["']?[\w-]+:(\s?)/.exec(word)?.[1];
  if (space === undefined) return undefined;
  const code = `"${key}:${space}${before}$${variable}"`;
  return { edits: [{ at, text: code }], code };
}

/** The option before a header, and the whitespace between words. */
const option = /(?:(?:\s|\\\n)(?:(?:-H|--header)(?:[^\S\n]|\\\n)|--header=|-H)?|(?<=\()(?:-H|--header)[^\S\n])$/;

/** Most characters and steps for which options and blanks before a word are searched. */
const MAX_BEFORE = 80;

/** Removes a word with the option before it. */
function remove(text: string, at: Span): Change | undefined {
  let start = at.start;
  for (let steps = 0; steps < MAX_BEFORE; steps += 1) {
    const found = option.exec(text.slice(Math.max(0, start - MAX_BEFORE), start))?.[0];
    if (found === undefined) break;
    start -= found.length;
  }
  // At the beginning of a line, it is not an argument of any command.
  return start === at.start ? undefined : { edits: [{ at: { start, end: at.end }, text: '' }], code: '' };
}
