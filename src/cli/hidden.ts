/** Source text that can be shown: without what is, or could be, a secret. */
import type { Linter } from 'eslint';

/** Rules whose findings stand at the very characters of a secret. */
const atSecrets = '/no-hardcoded-credentials';

/** What is in the way of a terminal: control characters, and those that turn the direction of text. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text that a terminal shows and does not obey. */
export const printable = (text: string): string => text.replaceAll(unprintable, ' ');

/** The same text, in which dots stand for secrets; places stay where they were. */
export function hidden(text: string, messages: readonly Linter.LintMessage[]): string {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|[\r\n\u2028\u2029]/g)) starts.push(index + end.length);
  const offset = (line: number, column: number): number => (starts[line - 1] ?? text.length) + column - 1;
  let shown = text;
  for (const { ruleId, line, column, endLine = line, endColumn = column } of messages) {
    if (!ruleId?.endsWith(atSecrets)) continue;
    const [start, end] = [offset(line, column), offset(endLine, endColumn)];
    shown = shown.slice(0, start) + dots(shown.slice(start, end)) + shown.slice(end);
  }
  return withoutSecrets(shown);
}

/** Text with dots for what nobody reports and may be a secret all the same: of another service, or allowed by an option. Rather a name too many than a secret. */
export function withoutSecrets(text: string): string {
  return text
    .replaceAll(/(?<=:\/\/[^\s/:@]{0,80}:)[^\s/@]+(?=@)/g, dots)
    .replaceAll(/[\w+/-]{20,}={0,2}/g, (word) => (/\d/.test(word) && /[a-z]/.test(word) && /[A-Z]/.test(word) ? dots(word) : word))
    .replaceAll(/[\w+-]{16,}={0,2}/g, (word) => (isName(word) ? word : dots(word)));
}

const dots = (text: string): string => text.replaceAll(/[^\r\n\u2028\u2029]/g, '•');

/** Words without digits, and words with few of them between underscores or dashes. */
function isName(word: string): boolean {
  const digits = word.replaceAll(/\D/g, '').length;
  return digits === 0
    ? word.length < 32 || /[_-]/.test(word)
    : digits <= 3 && /^(?:[A-Z][A-Z0-9]*|[a-z][a-z0-9]*)(?:[_-][A-Za-z0-9]{1,14})+$/.test(word);
}
