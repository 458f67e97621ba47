/** Findings for people: grouped by file, with the code, and a caret under the place. What could be a secret is not shown. */
import { relative } from 'node:path';
import process from 'node:process';
import type { ESLint, Linter } from 'eslint';
import { hidden, printable } from './hidden.js';

const isColoured = process.stdout.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';

const styled =
  (code: number) =>
  (text: string): string =>
    isColoured ? `\u001B[${String(code)}m${text}\u001B[0m` : text;

const [bold, red, yellow, grey] = [styled(1), styled(31), styled(33), styled(90)];

/** The formatter. */
export default function readable(results: readonly ESLint.LintResult[], { cwd }: ESLint.LintResultData): string {
  const width = Math.max(40, Math.min(process.stdout.columns || 80, 120));
  const found = results.filter(({ messages }) => messages.length > 0);
  if (found.length === 0) return '';
  const files = found.map((result) => {
    const lines = hidden(result.source ?? '', result.messages).split(/\r\n|[\r\n\u2028\u2029]/);
    const path = printable(relative(cwd, result.filePath));
    return [bold(path), ...result.messages.map((message) => finding(message, lines, width))].join('\n');
  });
  return `${files.join('\n\n')}\n\n${summary(found)}`;
}

function finding(message: Linter.LintMessage, lines: readonly string[], width: number): string {
  const { line, column, ruleId, severity } = message;
  const level = severity === 2 ? red('error') : yellow('warning');
  const code = excerpt(message, lines[line - 1] ?? '', width);
  const text = wrapped(printable(message.message), width - 4).map((each) => `    ${each}`);
  return [`  ${grey(`${String(line)}:${String(column)}`)} ${level} ${grey(ruleId ?? '')}`, ...code, ...text].join('\n');
}

/** The line of a finding, cut to what fits, and the carets. */
function excerpt(
  { line, column, endLine = line, endColumn = column + 1 }: Linter.LintMessage,
  text: string,
  width: number,
): readonly string[] {
  const number = String(line);
  const room = width - number.length - 8;
  const start = column - 1;
  const end = Math.max(start + 1, endLine === line ? endColumn - 1 : text.length);
  const indented = text.length - text.trimStart().length;
  const from = end <= room + indented ? indented : Math.max(indented, Math.min(start, end - room));
  const shown = printable(text.slice(from, from + room)).trimEnd();
  if (shown === '') return [];
  const carets = '^'.repeat(Math.max(1, Math.min(end - start, room - (start - from))));
  return [`    ${grey(`${number} │`)} ${shown}`, `    ${' '.repeat(number.length)} ${grey('│')} ${' '.repeat(start - from)}${red(carets)}`];
}

/** A text in lines of a width; words are never cut. */
function wrapped(text: string, width: number): readonly string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

function summary(found: readonly ESLint.LintResult[]): string {
  const messages = found.flatMap((result) => result.messages);
  const counted = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
  const fixable = messages.filter(({ fix }) => fix).length;
  const rule = messages
    .find(({ ruleId }) => ruleId)
    ?.ruleId?.split('/')
    .at(-1);
  return [
    bold(`${counted(messages.length, 'finding')} in ${counted(found.length, 'file')}.`),
    ...(fixable > 0 ? [`--fix repairs ${String(fixable)}.`] : []),
    ...(rule ? [`More: --explain ${rule}`] : []),
  ].join(' ');
}
