/** Findings as annotations of GitHub Actions: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
import { relative, sep } from 'node:path';
import type { ESLint } from 'eslint';

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** The formatter: one workflow command for each finding. */
export default function github(results: readonly ESLint.LintResult[], { cwd }: ESLint.LintResultData): string {
  return results
    .flatMap(({ filePath, messages }) =>
      messages.map(({ severity, line, column, endLine = line, endColumn = column, ruleId, message }) => {
        const file = property(relative(cwd, filePath).split(sep).join('/'));
        const at = `line=${String(line)},endLine=${String(endLine)},col=${String(column)},endColumn=${String(endColumn)}`;
        return `::${severity === 2 ? 'error' : 'warning'} file=${file},${at},title=${property(ruleId ?? 'ESLint')}::${escaped(message)}`;
      }),
    )
    .join('\n');
}
