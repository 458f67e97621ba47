/** The default report: findings by file, with the line of code, and carets under the finding. */
import type { FileResult, Message, Run } from '../result.js';
import type { ReportOptions } from './report.js';
import { printable } from './printable.js';
import { shownMessage, shownPath, ShownSource, withFindings } from './shown.js';
import { conclusion, summary } from './summary.js';

type Style = (text: string) => string;

interface Styles {
  readonly bold: Style;
  readonly red: Style;
  readonly yellow: Style;
  readonly grey: Style;
}

/** The styles of a terminal, or none. */
export function styles(colour: boolean): Styles {
  const styled =
    (code: number): Style =>
    (text) =>
      colour ? `\u001B[${String(code)}m${text}\u001B[0m` : text;
  return { bold: styled(1), red: styled(31), yellow: styled(33), grey: styled(90) };
}

const [minWidth, maxWidth] = [40, 120];

export function readable(run: Run, options: ReportOptions): string {
  const style = styles(options.colour);
  const width = Math.max(minWidth, Math.min(options.width, maxWidth));
  const files = withFindings(run).map((file) => fileReport(file, width, style));
  return `${[...files, ...conclusion(run, options), style.bold(summary(run)) + hints(run)].join('\n\n')}\n`;
}

function fileReport(file: FileResult, width: number, style: Styles): string {
  const source = new ShownSource(file);
  return [style.bold(shownPath(file)), ...file.messages.map((message) => finding(message, source, width, style))].join('\n');
}

function finding(message: Message, source: ShownSource, width: number, style: Styles): string {
  const level = message.severity === 2 ? style.red('error') : style.yellow('warning');
  const head = `  ${style.grey(`${String(message.line)}:${String(message.column)}`)} ${level} ${style.grey(message.ruleId)}`;
  const text = wrapped(shownMessage(message), width - 4).map((each) => `    ${each}`);
  return [head, ...excerpt(message, source, width, style), ...text].join('\n');
}

/** The line of a finding, cut to the available width, and the carets below. */
function excerpt({ line, start: from, end: to }: Message, source: ShownSource, width: number, style: Styles): readonly string[] {
  const { text, start: lineStart } = source.lineAt(from);
  const number = String(line);
  const room = width - number.length - 8;
  const start = from - lineStart;
  const end = Math.max(start + 1, Math.min(to - lineStart, text.length));
  const indentation = text.length - text.trimStart().length;
  const cut = end <= room + indentation ? indentation : Math.max(indentation, Math.min(start, end - room));
  const shown = printable(text.slice(cut, cut + room)).trimEnd();
  if (shown === '') return [];
  const carets = '^'.repeat(Math.max(1, Math.min(end - start, room - (start - cut))));
  return [
    `    ${style.grey(`${number} │`)} ${shown}`,
    `    ${' '.repeat(number.length)} ${style.grey('│')} ${' '.repeat(Math.max(0, start - cut))}${style.red(carets)}`,
  ];
}

/** Wraps text to a width; never cuts words. */
function wrapped(text: string, width: number): readonly string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

function hints(run: Run): string {
  const messages = run.files.flatMap((file) => file.messages);
  const fixable = messages.filter(({ fix }) => fix).length;
  const rule = messages[0]?.ruleId.split('/').at(-1);
  return `${fixable > 0 ? ` --fix repairs ${String(fixable)}.` : ''}${rule === undefined ? '' : ` More: --explain ${rule}`}`;
}
