/** What every report takes from a file: nothing of a secret, and nothing that is obeyed. */
import { lastUpTo, lineStartsOf } from '../../languages/line-starts.js';
import { redacted, redactedPath, redactedSource } from '../../redaction.js';
import type { FileResult, Message, Run } from '../result.js';
import { printable } from './printable.js';

/** The path of a file, for people. */
export const shownPath = ({ path }: Pick<FileResult, 'path'>): string => printable(redactedPath(path));

/** A message in one line. */
export const shownMessage = ({ message }: Pick<Message, 'message'>): string => printable(message);

/** The lines of a file's source without secrets; offsets and columns stay what they were. */
export class ShownSource {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor({ source = '', secrets = [] }: Pick<FileResult, 'source' | 'secrets'>) {
    this.#text = redactedSource(source, secrets);
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
export function isHarmless(code: string, { source = '', secrets = [] }: FileResult): boolean {
  return redacted(code) === code && !secrets.some(({ start, end }) => code.includes(source.slice(start, end)));
}

/** The files that were read, as text only or by the reader of their language. */
export const scanned = ({ files }: Run): readonly FileResult[] => files.filter(({ read }) => read !== 'skipped');

/** The files with findings. */
export const withFindings = ({ files }: Run): readonly FileResult[] => files.filter(({ messages }) => messages.length > 0);

/** The number of things, with the noun in the right form. */
export const counted = (count: number, noun: string): string => `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;

/** A number as people write it: `1,204`. */
export const grouped = (count: number): string => count.toLocaleString('en-US');
