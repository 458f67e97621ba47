/** Runs to write reports of, made by hand. */
import { weaknesses } from '../../../rules/weaknesses.js';
import type { ReportOptions } from '../../../src/cli/reports/report.js';
import type { FileResult, Message, Run } from '../../../src/cli/result.js';
import { lastUpTo, lineStartsOf } from '../../../src/languages/line-starts.js';

/** A finding at the first place of a text. */
export interface At {
  readonly rule?: keyof typeof weaknesses;
  readonly text: string;
  readonly message?: string;
  readonly severity?: 1 | 2;
  readonly fix?: string;
}

export function file(path: string, source = '', findings: readonly At[] = [], rest: Partial<FileResult> = {}): FileResult {
  const starts = lineStartsOf(source);
  const place = (offset: number): { line: number; column: number } => {
    const line = lastUpTo(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
  const messages = findings.map(({ rule = 'require-https', text, message = 'Use `https://`.', severity = 2, fix }): Message => {
    const start = source.indexOf(text);
    const end = start + text.length;
    const { line: endLine, column: endColumn } = place(end);
    return {
      ruleId: `cloudflare-auth/${rule}`,
      severity,
      message,
      messageId: 'id',
      ...place(start),
      endLine,
      endColumn,
      start,
      end,
      ...(fix !== undefined && { fix: { range: [start, end], text: fix } }),
    };
  });
  const absolutePath = path.startsWith('/') ? path : `/project/${path}`;
  const secrets = messages.filter(({ ruleId }) => ruleId.endsWith('/no-hardcoded-credentials'));
  return { path, absolutePath, read: 'parsed', messages, suppressed: 0, ...(messages.length > 0 && { source, secrets }), ...rest };
}

export function run(...files: readonly FileResult[]): Run {
  const rules = Object.keys(weaknesses)
    .sort()
    .map((name) => ({ id: `cloudflare-auth/${name}`, description: `What ${name} says.`, url: `https://example.com/${name}` }));
  return { cwd: '/project', files, warnings: [], rules, version: '1.2.3' };
}

export const options: ReportOptions = { colour: false, width: 80, verbose: false, statistics: false };
