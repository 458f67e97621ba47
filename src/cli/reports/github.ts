/** Reports findings as GitHub Actions annotations: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
import type { Run } from '../result.js';
import { shownMessage, shownPath } from './shown.js';

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** One workflow command for each finding. */
export function github({ files }: Run): string {
  return files
    .flatMap((file) =>
      file.messages.map((message) => {
        const { severity, line, column, endLine, endColumn, ruleId } = message;
        const at = `line=${String(line)},endLine=${String(endLine)},col=${String(column)},endColumn=${String(endColumn)}`;
        const path = property(shownPath(file));
        return `::${severity === 2 ? 'error' : 'warning'} file=${path},${at},title=${property(ruleId)}::${escaped(shownMessage(message))}\n`;
      }),
    )
    .join('');
}
