/** Strings of a program, and the expressions in them. */
import type { Piece, Span } from '../../source/model.js';
import type { Found } from './found.js';
import type { Profile } from './profile.js';
import { partsOf, withoutQuotes } from './strings.js';
import { grouped, isMark, type Item } from './tokens/groups.js';
import { type Token, tokensOf } from './tokens/tokens.js';
import type { Node, Place, Scope, TextNode } from './tree.js';

/** Deepest nesting of strings in strings that is read. */
const MAX_DEPTH = 4;

export class Texts {
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly profile: Profile,
    private readonly found: Found,
    private readonly expression: (items: readonly Item[], place: Place) => Node,
  ) {}

  string(token: Token, { scope, names }: Place): TextNode {
    const { form, inside = token.at } = token;
    const parts: readonly (Piece | { readonly kind: 'fill'; readonly node: Node; readonly at: Span })[] = form
      ? partsOf(this.text, inside, form).map((part) =>
          part.kind === 'piece' ? part : { kind: 'fill', node: this.filling(part, scope), at: part.at },
        )
      : [];
    const node: TextNode = { kind: 'text', parts: withoutQuotes(parts), names, at: inside };
    return this.found.text(node);
  }

  private filling(
    {
      by,
      at,
    }: { readonly by: { readonly expression: Span } | { readonly name: string; readonly nameAt: Span } | undefined; readonly at: Span },
    scope: Scope,
  ): Node {
    if (!by || this.depth >= MAX_DEPTH) return { kind: 'unknown', at };
    this.depth += 1;
    const span = 'name' in by ? by.nameAt : by.expression;
    const { tokens } = tokensOf(this.text, this.profile, span.start, span.end);
    const all = grouped(tokens, span).items;
    // `{token!r}`, `{token:>20}`: what follows `!` or `:` is a format.
    const end = all.findIndex((item, index) => index > 0 && isMark(item, ':', '!') && !item.spaced);
    const items = end === -1 ? all : all.slice(0, end);
    const node = this.expression(items, { scope, names: [] });
    this.depth -= 1;
    return node;
  }
}
