import type { SourceFile, Slot, Span } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { creations, slotAt } from './creations.js';

/** The settings of an account, where a program sets them. */
export interface Account {
  readonly at: Span;
  /** Whether members must log in with a second factor. */
  readonly twoFactor: Slot;
  /** How the interface in use spells that option. */
  readonly option: string;
}

/** Returns the accounts that a program creates or changes. */
export const accounts = perFile((file: SourceFile): readonly Account[] =>
  creations(file)
    .filter(({ makes }) => makes === 'account')
    .map(({ at, table, words }) => ({
      at,
      twoFactor: slotAt(table, ...words.twoFactor),
      option: words.twoFactor[0].join('.'),
    })),
);
