/** Calls without brackets around the arguments, in languages where only certain names are called like that: `puts a, b`. */
import type { Found } from '../found.js';
import type { Profile } from '../profile.js';
import { isMark, isWord, type Item, spanOf, type Statement } from '../tokens/groups.js';
import type { CallNode, Place, Scope } from '../tree.js';
import type { Chains } from './chains.js';
import { optionsIn } from './options.js';
import { readProgramCall } from './program-calls.js';

/** Reads the statements around a call, and its arguments. */
interface Arguments {
  given(statements: readonly Statement[], scope: Scope, names: readonly string[]): Pick<CallNode, 'arguments' | 'named'>;
  bindsAt(items: readonly Item[]): boolean;
}

export class BareCalls {
  constructor(
    readonly profile: Profile,
    readonly found: Found,
    private readonly statements: Arguments,
    readonly parts: Chains,
  ) {}

  /** `puts a, b`, `Write-Host "…" -NoNewline`: a call without brackets around its arguments. */
  read(items: readonly Item[], place: Place): CallNode | undefined {
    const { bareCalls, converting, members, options } = this.profile;
    if (options && items.some((item) => isMark(item, '|'))) return undefined;
    const program = readProgramCall(items, place, this);
    if (program) return program;
    let end = 1;
    while (bareCalls && isMark(items[end], ...members) && isWord(items[end + 1])) end += 2;
    const [first, last, next] = [items[0], items[end - 1], items[end]];
    if (!bareCalls || !isWord(first) || !isWord(last) || !bareCalls.test(last.text) || !next) return undefined;
    const isArgument =
      next.spaced &&
      (next.kind === 'string' ||
        next.kind === 'word' ||
        next.kind === 'number' ||
        (next.kind === 'group' && (next.open === '[' || options === true)) ||
        isMark(next, '-', '@', '&', ':', '$'));
    if (!isArgument || (!options && isMark(next, '-', '&') && items[end + 1]?.spaced === true)) return undefined;
    if (isWord(next, 'if', 'unless', 'do', 'and', 'or', 'in', 'is', 'rescue') || this.statements.bindsAt(items.slice(0, end + 2)))
      return undefined;
    const [callee] = this.parts.chain(items.slice(0, end), 0, place);
    if (!callee) return undefined;
    const rest = items.slice(end);
    const isConverted = converting?.test(last.text) === true;
    const given = options
      ? optionsIn(rest, (of, from, names) => this.parts.chain(of, from, { scope: place.scope, names: isConverted ? place.names : names }))
      : this.statements.given([{ items: rest, column: undefined }], place.scope, []);
    return this.found.call({ callee, ...given, isNew: false, at: spanOf(items) });
  }
}
