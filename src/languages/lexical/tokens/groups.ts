/** Tokens grouped by brackets, and the statements in a group. */
import type { Span } from '../../../source/model.js';
import type { Profile } from '../profile.js';
import type { Token } from './tokens.js';

/** Brackets with the items between them. */
export interface Group {
  readonly kind: 'group';
  /** The opening bracket; empty for the whole text. */
  readonly open: '(' | '[' | '{' | '';
  readonly items: Item[];
  readonly at: Span;
  readonly spaced: boolean;
}

export type Item = Token | Group;

const closes: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Groups tokens by brackets. Unclosed brackets end with the text; a closing bracket without an opening one is skipped. */
export function grouped(tokens: readonly Token[], at: Span): Group {
  type Open = Omit<Group, 'at'> & { at: { start: number; end: number } };
  const root: Open = { kind: 'group', open: '', items: [], at: { ...at }, spaced: false };
  const stack: Open[] = [root];
  const depths: Record<string, number> = { '(': 0, '[': 0, '{': 0 };
  for (const token of tokens) {
    const top = stack.at(-1) ?? root;
    if (token.kind === 'open') {
      const open = token.text as '(';
      const group: Open = { kind: 'group', open, items: [], at: { start: token.at.start, end: at.end }, spaced: token.spaced };
      top.items.push(group);
      stack.push(group);
      depths[open] = (depths[open] ?? 0) + 1;
    } else if (token.kind === 'close') {
      const open = closes[token.text] ?? '';
      if ((depths[open] ?? 0) === 0) continue;
      for (let closed = stack.pop(); closed; closed = stack.pop()) {
        closed.at.end = token.at.end;
        depths[closed.open] = (depths[closed.open] ?? 0) - 1;
        if (closed.open === open) break;
      }
    } else top.items.push(token);
  }
  return root;
}

/** Whether an item is one of these marks. */
export function isMark(item: Item | undefined, ...texts: readonly string[]): item is Token {
  return item?.kind === 'mark' && texts.includes(item.text);
}

/** Whether an item is one of these words, or any word if none is named. */
export function isWord(item: Item | undefined, ...texts: readonly string[]): item is Token {
  return item?.kind === 'word' && (texts.length === 0 || texts.includes(item.text));
}

export interface Statement {
  readonly items: readonly Item[];
  /** Its indentation, if it is the first on its line. */
  readonly column: number | undefined;
  /** Whether a semicolon ends it. */
  readonly isClosed?: boolean;
}

/** Marks other than operators that do not continue the statement on the next line. */
const ending = new Set(['!', '?', '++', '--', ';', '*', '>', '%', '/', '.', '^', '~', '`', '$']);
/** Marks that continue the statement of the line before. */
const continuing = new Set(['.', '?.', '->', '::', '&.', '|>', '||', '&&', '+', '..', '<>', '??', '?:', '?', ':', '=>', '=', '|']);

/** The statements of a group. The end of a line ends a statement, unless the statement cannot end there. */
export function statementsOf({ items, open }: Group, profile: Profile): readonly Statement[] {
  const found: Statement[] = [];
  let current: Item[] = [];
  let column: number | undefined;
  let lineEnd: number | undefined;
  const finish = (isClosed = false): void => {
    if (current.length > 0) found.push({ items: current, column, isClosed });
    current = [];
    column = undefined;
  };
  for (const item of items) {
    if (item.kind === 'line') {
      lineEnd = item.at.end;
      continue;
    }
    if (lineEnd !== undefined && current.length > 0 && !continuesStatement(current.at(-1), item, open, profile)) finish();
    if (isMark(item, ';')) {
      finish(true);
      lineEnd = undefined;
      continue;
    }
    if (current.length === 0 && lineEnd !== undefined) column = item.at.start - lineEnd;
    if (current.length === 0 && lineEnd === undefined && found.length === 0 && open === '') column = item.at.start;
    lineEnd = undefined;
    current.push(item);
  }
  finish();
  return found;
}

function continuesStatement(last: Item | undefined, next: Item, open: string, profile: Profile): boolean {
  // `do |parameter|`
  if (isMark(last, '|') && profile.passesResult) return false;
  // A colon ends the line before an indented block; within brackets, a value follows it.
  if (last?.kind === 'mark' && !ending.has(last.text)) return last.text !== ':' || open !== '';
  if (next.kind === 'mark' && continuing.has(next.text)) return true;
  // In languages whose blocks have no brackets, a bracket that begins a line begins a table.
  if (next.kind === 'group') return next.open === '{' && last?.kind !== 'string' && !profile.blockEnds;
  if (open === '(' && isWord(next, 'or', 'and', 'if', 'else')) return true;
  return profile.adjacent === true && open !== '' && last?.kind === 'string' && next.kind === 'string';
}

/** Splits items at separators. */
export function splitAt(items: readonly Item[], separates: (item: Item, index: number) => boolean): readonly (readonly Item[])[] {
  const found: Item[][] = [[]];
  for (const [index, item] of items.entries()) {
    if (separates(item, index)) found.push([]);
    else found.at(-1)?.push(item);
  }
  return found;
}

export function spanOf(items: readonly Item[]): Span {
  return { start: items[0]?.at.start ?? 0, end: items.at(-1)?.at.end ?? 0 };
}
