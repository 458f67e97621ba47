/** The parts of a statement: its value, and a block or a body behind it. */
import type { Span } from '../../../source/model.js';
import type { Profile } from '../profile.js';
import { isMark, isWord, type Item, splitAt, type Statement } from './groups.js';
import type { Token } from './tokens.js';

/** Splits `let name = value in body` into two statements. */
export function withBodies(statement: Statement): readonly Statement[] {
  const [first = [], ...rest] = splitAt(statement.items, (item, index) => index > 0 && isWord(item, 'in'));
  return [{ ...statement, items: first }, ...rest.filter((items) => items.length > 0).map((items) => ({ items, column: undefined }))];
}

/** Returns a statement without a trailing `do |parameter|`, and that parameter; or without `.use { }`, which does nothing. */
export function withoutBlock(
  items: readonly Item[],
  { passesResult, trailingBlocks }: Profile,
): { readonly items: readonly Item[]; readonly parameter?: Token | undefined } {
  const [mark, method, block] = items.slice(-3);
  const isEmpty = block?.kind === 'group' && block.open === '{' && block.items.every(({ kind }) => kind === 'line');
  if (trailingBlocks && isEmpty && isMark(mark, '.', '?.') && isWord(method, 'use', 'also', 'apply')) return { items: items.slice(0, -3) };
  const begin = passesResult ? items.findIndex((item, index) => index > 0 && isWord(item, 'do')) : -1;
  const parameter = items[begin + 2];
  const hasParameter = begin !== -1 && isMark(items[begin + 1], '|') && isMark(items[begin + 3], '|') && items.length === begin + 4;
  return hasParameter && isWord(parameter) ? { items: items.slice(0, begin), parameter } : { items };
}

/** Whether a statement is nothing but an expression, so that its value is discarded. */
export function isWhole(at: Span, items: readonly Item[], { modifiers = [], trailingBlocks }: Profile): boolean {
  const condition = items.findIndex((item, index) => index > 0 && isWord(item, ...modifiers));
  const own = condition === -1 || modifiers.length === 0 ? items : items.slice(0, condition);
  const first = own.findIndex((item) => !isWord(item, 'await', 'try', 'void', 'async') && !isMark(item, '@', '?', '!'));
  const last = own.findLastIndex(
    (item) => !isMark(item, '?', '!', '!!') && !(trailingBlocks && item.open === '{' && item.at.start >= at.end),
  );
  return own[first]?.at.start === at.start && own[last]?.at.end === at.end;
}
