import { broadLinkParts, tokenFormLink } from '../../cloudflare/tokens/permissions.js';
import type { SourceFile, Span } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { place, shape } from '../../source/values.js';

/** A part of a link to the dashboard's token form that requests more than a program needs. */
export interface BroadLink {
  readonly sort: 'link';
  readonly at: Span;
  readonly reaches: string;
}

/** Returns the links of a file that ask users to create a token with access to everything. */
export const templateLinks = perFile((file: SourceFile): readonly BroadLink[] =>
  file.texts.flatMap((text) => {
    const written = shape(text);
    const link = tokenFormLink.exec(written);
    if (!link) return [];
    return broadLinkParts.flatMap(({ part, reaches }) => {
      const found = part.exec(link[0]);
      if (!found) return [];
      const start = link.index + found.index + 1;
      return [{ sort: 'link' as const, at: place(text, start, start + found[0].length - 1), reaches }];
    });
  }),
);
