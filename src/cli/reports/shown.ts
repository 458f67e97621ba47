/** What every report takes from a file: nothing of a secret, and nothing that is obeyed. */
import { lastUpTo, lineStartsOf } from '../../languages/line-starts.js';
import type { FileResult, Message, Run } from '../result.js';
import { masked, maskedName, withoutSecrets } from './masked.js';
import { printable } from './printable.js';

/** The path of a file, for people. */
export const shownPath = ({ path }: Pick<FileResult, 'path'>): string => printable(maskedName(path));

/** A message in one line. */
export const shownMessage = ({ message }: Pick<Message, 'message'>): string => printable(message);

/** The lines of a file's source without secrets; offsets and columns stay what they were. */
export class ShownSource {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor({ source = '', messages }: Pick<FileResult, 'source' | 'messages'>) {
    this.#text = masked(source, messages);
    this.#starts = lineStartsOf(source);
  }

  /** The line that an offset lies in, without its end, and where it begins. */
  lineAt(offset: number): { readonly text: string; readonly start: number } {
    const line = lastUpTo(this.#starts, offset);
    const start = this.#starts[line] ?? 0;
    return { text: this.#text.slice(start, this.#starts[line + 1]).replace(/\r?[\r\n\u2028\u2029]$/, ''), start };
  }
}

/** Whether code that a fix writes can be shown: fixes may repeat what stands between two changes. */
export function isHarmless(code: string, { source = '', messages }: FileResult): boolean {
  if (withoutSecrets(code) !== code || maskedName(code) !== code) return false;
  const secrets = messages.filter(({ ruleId }) => ruleId.endsWith('/no-hardcoded-credentials'));
  return !secrets.some(({ start, end }) => code.includes(source.slice(start, end)));
}

/** The files that were read, as text only or by the reader of their language. */
export const scanned = ({ files }: Run): readonly FileResult[] => files.filter(({ read }) => read !== 'skipped');

/** The files with findings. */
export const withFindings = ({ files }: Run): readonly FileResult[] => files.filter(({ messages }) => messages.length > 0);

/** The number of things, with the noun in the right form. */
export const counted = (count: number, noun: string): string => `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;

/** A number as people write it: `1,204`. */
export const grouped = (count: number): string => count.toLocaleString('en-US');
