/** Reports findings for GitLab's code quality widget: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
import { weaknesses } from '../../../rules/weaknesses.js';
import type { Run } from '../result.js';
import { fingerprints } from './fingerprints.js';
import { printableJson } from './printable.js';
import { shownMessage, shownPath } from './shown.js';

/** GitLab's levels for the numeric severities in {@link weaknesses}. */
const levels = [
  { from: 9, level: 'blocker' },
  { from: 7, level: 'critical' },
  { from: 5, level: 'major' },
  { from: 0, level: 'minor' },
] as const;

export function gitlab({ files }: Run): string {
  const issues = files.flatMap((file) => {
    const prints = fingerprints(file);
    return file.messages.map((message, index) => ({
      description: shownMessage(message),
      check_name: message.ruleId,
      fingerprint: prints[index],
      severity: severityOf(message.ruleId),
      location: { path: shownPath(file), lines: { begin: message.line, end: message.endLine } },
    }));
  });
  return `${printableJson(issues)}\n`;
}

function severityOf(ruleId: string): string {
  const { severity } = weaknesses[ruleId.slice(ruleId.indexOf('/') + 1) as keyof typeof weaknesses];
  return levels.find(({ from }) => severity >= from)?.level ?? 'minor';
}
