/** Keywords and operators that mean the same in many languages. */
import type { Span } from '../../source/model.js';
import { isMark, isWord, type Item } from './tokens/groups.js';
import type { Profile } from './profile.js';
import type { ConstantNode } from './tree.js';

/** Words before an expression that do not change its value. */
const prefixes = new Set(
  'await return throw raise yield try not typeof move mut if elif elsif elseif unless while until case when in assert defer go else then do async let var val const final static public private protected internal readonly export local my our use print_r pub override lazy late out ref params vararg'.split(
    ' ',
  ),
);
/** Operators that compare or compute: their result is not a string. */
export const nonStringOperators = new Set('== != === !== <= >= < > && and in is =~ !~ <> <=> | ^ - * / & << >> -> <- |= ++ --'.split(' '));
export const constants: Readonly<Record<string, boolean | null>> = {
  true: true,
  True: true,
  TRUE: true,
  $true: true,
  false: false,
  False: false,
  FALSE: false,
  $false: false,
  nil: null,
  null: null,
  None: null,
  NULL: null,
  $null: null,
};

const prefixMarks = new Set(['!', '?', '-', '&', '*', '@', '^', '%', '#', '...', '**', '<-', '++']);

/** Strips leading words and marks that do not change an expression's value. */
export function withoutPrefixes(items: readonly Item[], { members }: Profile): readonly Item[] {
  let start = 0;
  for (; start < items.length - 1; start += 1) {
    const item = items[start];
    const isPrefix =
      item?.kind === 'word'
        ? prefixes.has(item.text) && !isMark(items[start + 1], ...members)
        : item?.kind === 'mark' && prefixMarks.has(item.text);
    if (!isPrefix) break;
  }
  return start === 0 ? items : items.slice(start);
}

/** Whether a prefix reduces a value to whether it is set, or to its length. */
export function isPresenceTest(before: readonly Item[], { lengthMark = '!' }: Profile): boolean {
  return before.some((item) => isMark(item, '!', lengthMark) || isWord(item, 'not'));
}

/** `|error| value`, `() -> value`, `error => value`: read as the value that the closure returns. */
export function closureIn(
  items: readonly Item[],
  { members, pairs }: Profile,
): { readonly parameters: readonly Item[]; readonly body: readonly Item[] } | undefined {
  const [first] = items;
  const arrows = ['->', '=>'].filter((arrow) => !members.includes(arrow) && !Object.values(pairs).some((own) => own.includes(arrow)));
  const isBarred = isMark(first, '|', '||');
  const end = isMark(first, '|') ? items.findIndex((item, index) => index > 0 && isMark(item, '|')) : 0;
  const arrow = isBarred ? end : items.slice(0, MAX_PARAMETERS).findIndex((item) => isMark(item, ...arrows));
  return arrow === -1 || (arrow === 0 && !isBarred) || arrow === items.length - 1
    ? undefined
    : { parameters: isBarred ? [] : items.slice(0, arrow), body: items.slice(arrow + 1) };
}

/** An arrow further from the start does not belong to a closure. */
const MAX_PARAMETERS = 6;

/** The bounds of a slice: `[2:5]`, `[:4]`. */
export function bounds(items: readonly Item[], at: Span): readonly ConstantNode[] {
  const [first, second] = items;
  const last = items.at(-1);
  const numbers = [isMark(first, ':', '..') ? undefined : first, last === first ? second : last];
  const found = numbers.map((item): ConstantNode => ({ kind: 'constant', value: item?.kind === 'number' ? Number(item.text) : 0, at }));
  return isMark(last, ':', '..') ? found.slice(0, 1) : found;
}

/** `a if c else b`, `c ? a : b`: the condition and the options. */
export function conditionalIn(
  items: readonly Item[],
): { readonly condition: readonly Item[]; readonly options: readonly (readonly Item[])[] } | undefined {
  const question = items.findIndex((item, index) => index > 0 && (isMark(item, '?') ? item.spaced : isWord(item, 'if', 'unless')));
  if (question === -1) return undefined;
  const other = items.findIndex((item, index) => index > question && (isMark(item, ':') || isWord(item, 'else')));
  const before = items.slice(0, question);
  const between = items.slice(question + 1, other === -1 ? undefined : other);
  const [condition, then] = isWord(items[question]) ? [between, before] : [before, between];
  return { condition, options: other === -1 ? [then] : [then, items.slice(other + 1)] };
}

/** `if (c) { a } else { b }`, `if (c) a else b`, `if c then a else b`: the condition, and the value in each case. */
export function branchesIn(
  items: readonly Item[],
): { readonly condition: readonly Item[]; readonly then: readonly Item[]; readonly other: readonly Item[] } | undefined {
  const end = isWord(items[0], 'if') ? items.findIndex((item) => isWord(item, 'else', 'elseif', 'elsif', 'elif')) : -1;
  const word = items[end];
  const head = items.slice(1, end);
  const then = thenIn(head);
  if (!isWord(word) || then === -1) return undefined;
  const rest = items.slice(end + 1);
  return {
    condition: head.slice(0, then),
    then: head.slice(isWord(head[then], 'then') ? then + 1 : then),
    other: word.text === 'else' ? rest : [{ ...word, text: 'if' }, ...rest],
  };
}

/** Where the condition ends: at `then`, before a block, or after brackets. */
function thenIn(head: readonly Item[]): number {
  const word = head.findIndex((item) => isWord(item, 'then'));
  const last = head.at(-1);
  if (word !== -1) return word;
  if (last?.kind === 'group' && last.open === '{') return head.length - 1;
  const [first] = head;
  return first?.kind === 'group' && first.open === '(' && head.length > 1 ? 1 : -1;
}
