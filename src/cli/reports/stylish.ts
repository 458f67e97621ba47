/** Reports findings in columns, like ESLint's format of the same name. */
import type { Message, Run } from '../result.js';
import type { ReportOptions } from './report.js';
import { styles } from './readable.js';
import { shownMessage, shownPath, withFindings } from './shown.js';
import { conclusion, summary } from './summary.js';

export function stylish(run: Run, options: ReportOptions): string {
  const { bold, red, yellow, grey } = styles(options.colour);
  const files = withFindings(run).map((file) => {
    const width = Math.max(...file.messages.map((message) => placeOf(message).length));
    const rows = file.messages.map((message) => {
      const level = message.severity === 2 ? red('error  ') : yellow('warning');
      return `  ${grey(placeOf(message).padStart(width))}  ${level}  ${shownMessage(message)}  ${grey(message.ruleId)}`;
    });
    return [bold(shownPath(file)), ...rows].join('\n');
  });
  return `${[...files, ...conclusion(run, options), bold(summary(run))].join('\n\n')}\n`;
}

const placeOf = ({ line, column }: Message): string => `${String(line)}:${String(column)}`;
