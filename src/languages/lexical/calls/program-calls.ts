/** Programs that a shell runs: `cloudflared tunnel run --token $env:TOKEN`, `& "C:\Tools\wrangler.cmd" deploy`. */
import type { Piece } from '../../../source/model.js';
import type { Found } from '../found.js';
import type { Profile } from '../profile.js';
import { isMark, type Item, spanOf } from '../tokens/groups.js';
import type { CallNode, Node, Place, TextNode } from '../tree.js';
import type { Chains } from './chains.js';

/** What the call of a program is named in the model; the program is its first argument. */
export const programCall = 'program';

/** Reads a command line, whose words are texts even without quotes; undefined if the items are none. */
export function readProgramCall(
  items: readonly Item[],
  place: Place,
  { profile: { programs }, found, parts }: { readonly profile: Profile; readonly found: Found; readonly parts: Chains },
): CallNode | undefined {
  const [first] = items;
  if (!programs || !first) return undefined;
  const isOperator = isMark(first, '&') && items[1]?.spaced === true && items[1].kind !== 'group';
  const line = isOperator ? items.slice(1) : items;
  const end = line.findIndex((item, index) => index > 0 && item.spaced);
  const program = line.slice(0, end);
  if (end === -1 || isMark(line[end], '=') || (!isOperator && !programs.test(writtenIn(program)))) return undefined;
  const words = wordsOf(line);
  // `curl -Uri …` is an alias of a command of the shell's own.
  if (!isOperator && words.some((word) => /^-[A-Z][a-z]{2}/.test(writtenIn(word)))) return undefined;
  const valueOf = (word: readonly Item[]): Node => {
    const from = word.findIndex((item) => !isPlain(item));
    if (from === 0) return parts.chain(word, 0, { scope: place.scope, names: [] })[0] ?? { kind: 'unknown', at: spanOf(word) };
    const pieces: TextNode['parts'][number][] = [pieceOf(from === -1 ? word : word.slice(0, from))];
    // `--header="…"`, `--token=$env:TOKEN`
    const fill = from === -1 ? undefined : valueOf(word.slice(from));
    if (fill) pieces.push({ kind: 'fill', node: fill, at: fill.at });
    return found.text({ kind: 'text', parts: pieces, names: [], at: spanOf(word) });
  };
  const at = spanOf(program);
  const callee: Node = { kind: 'name', name: programCall, nameAt: at, scope: place.scope, at };
  return found.call({ callee, arguments: words.map(valueOf), named: [], isNew: false, at: spanOf(items) });
}

/** Splits items at the spaces between them. */
function wordsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const words: Item[][] = [];
  for (const item of items) {
    const last = words.at(-1);
    if (last && !item.spaced) last.push(item);
    else words.push([item]);
  }
  return words;
}

function writtenIn(word: readonly Item[]): string {
  return word.map((item) => (isPlain(item) ? item.text : ' ')).join('');
}

/** Whether an item is neither a string, nor a variable, nor in brackets. */
function isPlain(item: Item | undefined): item is Exclude<Item, { readonly kind: 'group' }> {
  return item !== undefined && item.kind !== 'group' && item.kind !== 'string' && !/^[$@]\w/.test(item.text);
}

function pieceOf(word: readonly Item[]): Piece {
  const [at, text] = [spanOf(word), writtenIn(word)];
  return { kind: 'piece', text, at, exact: text.length === at.end - at.start };
}
