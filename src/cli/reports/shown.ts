/** The parts of a file that reports may show: without secrets, and without control sequences. */
import { lastUpTo, lineStartsOf } from '../../languages/line-starts.js';
import { redacted, redactedPath, redactedSource } from '../../redaction.js';
import type { FileResult, Message, Run } from '../result.js';
import { printable } from './printable.js';

/** A file's path, safe to print. */
export const shownPath = ({ path }: Pick<FileResult, 'path'>): string => printable(redactedPath(path));

/** A message on one line, safe to print. */
export const shownMessage = ({ message }: Pick<Message, 'message'>): string => printable(message);

/** The lines of a file's source with secrets masked; offsets and columns do not change. */
export class ShownSource {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor({ source = '', secrets = [] }: Pick<FileResult, 'source' | 'secrets'>) {
    this.#text = redactedSource(source, secrets);
    this.#starts = lineStartsOf(source);
  }

  /** Returns the line that contains an offset, without its line break, and where it starts. */
  lineAt(offset: number): { readonly text: string; readonly start: number } {
    const line = lastUpTo(this.#starts, offset);
    const start = this.#starts[line] ?? 0;
    return { text: this.#text.slice(start, this.#starts[line + 1]).replace(/\r?[\r\n\u2028\u2029]$/, ''), start };
  }
}

/** Whether the code of a fix can be shown: a merged fix repeats the text between its edits, which may contain a secret. */
export function isHarmless(code: string, { source = '', secrets = [] }: FileResult): boolean {
  return redacted(code) === code && !secrets.some(({ start, end }) => code.includes(source.slice(start, end)));
}

/** The files that were read, as text only or by their language's reader. */
export const scanned = ({ files }: Run): readonly FileResult[] => files.filter(({ read }) => read !== 'skipped');

/** The files with findings. */
export const withFindings = ({ files }: Run): readonly FileResult[] => files.filter(({ messages }) => messages.length > 0);

/** A number with its noun in singular or plural. */
export const counted = (count: number, noun: string): string => `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;

/** A number with thousands separators: `1,204`. Node takes 15 ms to load the data of locales. */
export function grouped(count: number): string {
  const digits = String(count);
  return digits.length <= 3 ? digits : `${grouped(Math.floor(count / 1000))},${digits.slice(-3)}`;
}
