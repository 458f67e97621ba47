/** The functions that a program declares: names of parameters stand for anything in them. */
import { type Group, isMark, isWord, type Item, splitAt } from './groups.js';
import type { Profile } from './profile.js';
import type { Token } from './tokens.js';
import { newScope, type Scope } from './tree.js';

/** A function's keyword has no more words before it than this. */
const MOST_BEFORE = 8;

/** The scope of a function that a statement declares, its parameters noted. */
export function functionIn(items: readonly Item[], outer: Scope, { functions, typeFirst }: Profile): Scope | undefined {
  const keyword = functions.length === 0 ? -1 : items.findIndex((item, index) => index < MOST_BEFORE && isWord(item, ...functions));
  let parameters: Group | undefined;
  if (keyword !== -1) {
    const groups = items.slice(keyword, keyword + 6).filter((item): item is Group => item.kind === 'group' && item.open === '(');
    // Go's methods have their receiver first.
    parameters = items[keyword + 1]?.kind === 'group' ? (groups[1] ?? groups[0]) : groups[0];
  } else if (functions.length === 0 || typeFirst) {
    const index = items.findIndex((item, at) => item.kind === 'group' && item.open === '(' && isWord(items[at - 1]) && at > 0);
    const found = items[index];
    const last = items.at(-1);
    const isDeclaration =
      !items.slice(0, index).some((item) => isMark(item, '=')) &&
      last?.kind === 'group' &&
      last.open === '{' &&
      items.slice(index + 1, -1).every((item) => item.kind !== 'group');
    if (found?.kind === 'group' && isDeclaration && isParameters(found)) parameters = found;
  }
  if (!parameters && (keyword === -1 || items.some((item) => isMark(item, '=')))) return undefined;
  const scope = newScope(outer);
  for (const part of splitAt(parameters?.items.filter(({ kind }) => kind !== 'line') ?? [], (item) => isMark(item, ','))) {
    const end = part.findIndex((item) => isMark(item, '=', ':'));
    const words = (end === -1 ? part : part.slice(0, end)).filter((item): item is Token => isWord(item));
    const name = typeFirst || isMark(part[end], ':') ? words.at(-1) : words.find(({ text }) => !/^(?:mut|self|this)$/.test(text));
    if (name) scope.parameters.set(name.text, name.at);
  }
  return scope;
}

/** `(String key, int count)`: each part is a type and a name. */
function isParameters({ items }: Group): boolean {
  return splitAt(
    items.filter(({ kind }) => kind !== 'line'),
    (item) => isMark(item, ','),
  ).every((part) => part.length === 0 || part.filter(({ kind }) => kind === 'word').length >= 2);
}
