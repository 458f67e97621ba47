/** Where failures are handled: `try { … } catch { … }`, `rescue`, and functions that swallow a failure. */
import type { Handler, Span } from '../../source/model.js';
import { type Group, isMark, isWord, type Item, spanOf, type Statement, statementsOf } from './tokens/groups.js';
import type { HandlerForms, Profile } from './profile.js';

/** A span of the program, and the handler of the failures in it. */
export interface Protected {
  readonly span: Span;
  readonly handler: Handler;
  /** Where it only throws, under a condition: `if (response.statusCode() != 200) throw …`. */
  readonly throwsIf: readonly Span[];
}

/** Deepest nesting of brackets that is searched. */
const MAX_DEPTH = 100;

/** Finds the spans of a program whose failures are handled. */
export function protectedIn(root: Group, profile: Profile): readonly Protected[] {
  const forms = profile.handlers;
  const found: Protected[] = [];
  const visit = (group: Group, depth: number): void => {
    if (forms?.braces) found.push(...braces(group, forms.braces));
    if (forms?.capturing) found.push(...capturing(group, forms.capturing));
    if (forms?.line !== undefined || forms?.modifier !== undefined) found.push(...lines(statementsOf(group, profile), forms));
    for (const item of group.items) if (item.kind === 'group' && depth < MAX_DEPTH) visit(item, depth + 1);
  };
  if (forms) visit(root, 0);
  return found;
}

/** `try { … } catch (Error error) { … }` */
function braces({ items: all }: Group, [tries, catches]: NonNullable<HandlerForms['braces']>): readonly Protected[] {
  const items = all.filter(({ kind }) => kind !== 'line');
  return items.flatMap((item, index): readonly Protected[] => {
    if (!isWord(item, ...tries)) return [];
    const block = nextBlock(items, index + 1);
    const body = block === undefined ? undefined : items[block];
    if (block === undefined || !body) return [];
    const taken: Handler[] = [];
    for (let at = block + 1; isWord(items[at], ...catches);) {
      const end = nextBlock(items, at + 1);
      const word = items[at];
      const own = end === undefined ? undefined : items[end];
      if (end === undefined || own?.kind !== 'group' || !word) break;
      const isBlind = isIdle(own.items) && !isNarrow(items.slice(at + 1, end));
      taken.push({ at: { start: word.at.start, end: own.at.end }, usesError: !isBlind, throws: false });
      at = end + 1;
    }
    const handler = taken.find(({ usesError }) => usesError) ?? taken[0];
    return handler ? [{ span: body.at, handler, throwsIf: handler.usesError ? [] : throwsIf(body) }] : [];
  });
}

/** Finds each `if` whose block or statement begins with `throw`: its condition with what it throws. */
function throwsIf(item: Item, depth = 0): readonly Span[] {
  if (item.kind !== 'group' || depth > MAX_DEPTH) return [];
  const { items } = item;
  return items.flatMap((each, index): readonly Span[] => {
    const begin = items.findIndex(({ kind }, at) => at > index && kind !== 'line');
    const next = items[begin];
    const first = next?.kind === 'group' && next.open === '{' ? next.items.find(({ kind }) => kind !== 'line') : next;
    const isCondition = each.kind === 'group' && each.open === '(' && isWord(items[index - 1], 'if') && isWord(first, 'throw');
    if (!isCondition || !next) return throwsIf(each, depth + 1);
    const end = items.findIndex((after, at) => at > begin && (after.kind === 'line' || isMark(after, ';')));
    return [{ start: each.at.start, end: next.kind === 'group' ? next.at.end : (items[end] ?? item).at.end }];
  });
}

/** Most items between a keyword and its block. */
const MAX_BETWEEN = 8;

function nextBlock(items: readonly Item[], from: number): number | undefined {
  for (let index = from; index < Math.min(items.length, from + MAX_BETWEEN); index += 1) {
    const item = items[index];
    if (item?.kind === 'group' && item.open === '{') return index;
    if (item?.kind === 'string' || isMark(item, ';', '=')) return undefined;
  }
  return undefined;
}

/** Errors other than those of a rejected request: ignoring one of these does not mean that all errors are ignored. */
const narrow = /Cancel|Interrupt|Timeout|NotFound|Json|JSON|Pars|Format|Number|Syntax|Unsupported|Encoding|Close|Duplicate|Exists|Socket/;

function isNarrow(items: readonly Item[]): boolean {
  return items.some((item) => (item.kind === 'group' ? isNarrow(item.items) : item.kind === 'word' && narrow.test(item.text)));
}

const nothing = new Set('return continue break next pass nil null None undefined Unit $null () _'.split(' '));

/** Whether brackets contain nothing that could report a failure. */
function isIdle(items: readonly Item[]): boolean {
  return items.every((item) => {
    switch (item.kind) {
      case 'group':
        return item.items.every(({ kind }) => kind === 'line');
      case 'line':
        return true;
      case 'mark':
        return item.text === ';' || item.text === '->';
      case 'word':
        return nothing.has(item.text);
      default:
        return item.kind === 'string' && item.text === '';
    }
  });
}

/** `runCatching { … }`, alone or followed by `.getOrNull()`. */
function capturing({ items: all }: Group, [functions, discarding]: NonNullable<HandlerForms['capturing']>): readonly Protected[] {
  const items = all.filter(({ kind }) => kind !== 'line');
  return items.flatMap((item, index): readonly Protected[] => {
    const body = items[index + 1];
    if (!isWord(item, ...functions) || body?.kind !== 'group' || body.open !== '{') return [];
    const isAlone = isFirst(all, item) && !isMark(items[index + 2], '.', '?.', '?:', '!!');
    const isDiscarded = isMark(items[index + 2], '.') && isWord(items[index + 3], ...discarding) && isFirst(all, item);
    return [{ span: body.at, handler: { at: item.at, usesError: !isAlone && !isDiscarded, throws: false }, throwsIf: throwsIf(body) }];
  });
}

/** Whether an item is the first on its line. */
function isFirst(items: readonly Item[], item: Item): boolean {
  const before = items[items.indexOf(item) - 1];
  return before === undefined || before.kind === 'line' || isMark(before, ';');
}

/** `rescue` at the beginning of a line, and `rescue` after a statement. */
function lines(statements: readonly Statement[], { line = '', modifier = '' }: HandlerForms): readonly Protected[] {
  return statements.flatMap(({ items, column }, index): readonly Protected[] => {
    const [first] = items;
    if (line !== '' && isWord(first, line) && column !== undefined) return ofLine(statements, index, column, line);
    const at = modifier === '' ? -1 : items.findIndex((item, place) => place > 0 && isWord(item, modifier));
    const word = items[at];
    if (!word) return [];
    const rest = items.slice(at + 1);
    const handler = { at: spanOf([word, ...rest]), usesError: rest.length === 0 || !isIdle(rest), throws: false };
    return [{ span: spanOf(items.slice(0, at)), handler, throwsIf: [] }];
  });
}

/** `raise Error unless response.success?` */
function raisesIf(items: readonly Item[]): readonly Span[] {
  return isWord(items[0], 'raise') && items.some((item) => isWord(item, 'if', 'unless')) ? [spanOf(items)] : [];
}

function ofLine(statements: readonly Statement[], index: number, column: number, word: string): readonly Protected[] {
  const isWithin = (each: Statement): boolean => each.column === undefined || each.column > column;
  let begin = index - 1;
  while (begin >= 0 && isWithin(statements[begin] ?? { items: [], column: 0 })) begin -= 1;
  let end = index + 1;
  while (end < statements.length && isWithin(statements[end] ?? { items: [], column: 0 })) end += 1;
  const own = statements[index]?.items ?? [];
  const body = statements.slice(index + 1, end).flatMap(({ items }) => items);
  const opener = statements[begin];
  const first = statements[begin + 1]?.items[0];
  const isOnly = !isWord(opener?.items[0], word) && !isWord(statements[end]?.items[0], word);
  if (!opener || !first || begin + 1 >= index) return [];
  const isBlind = isOnly && isIdle(body) && !isNarrow(own);
  const at = spanOf([...own, ...body]);
  const tried = statements.slice(begin + 1, index).flatMap((each) => raisesIf(each.items));
  const span = { start: first.at.start, end: spanOf(own).start };
  return [{ span, handler: { at, usesError: !isBlind, throws: false }, throwsIf: isBlind ? tried : [] }];
}
