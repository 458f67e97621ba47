/** The summary at the end: how many findings in how many files, and what was not read. */
import type { Run } from '../result.js';
import { counted, grouped, scanned, shownPath, withFindings } from './shown.js';

/** `2 findings in 2 files (1,204 scanned, 3 as text only, 12 skipped; --verbose lists them).` */
export function summary(run: Run): string {
  const found = withFindings(run);
  const messages = found.flatMap((file) => file.messages);
  const read = scanned(run);
  const skipped = run.files.length - read.length;
  const asText = read.filter((file) => file.read === 'text').length;
  const unread = [...(asText > 0 ? [`${grouped(asText)} as text only`] : []), ...(skipped > 0 ? [`${grouped(skipped)} skipped`] : [])];
  const more = unread.length > 0 ? '; --verbose lists them' : '';
  if (read.length === 0) return skipped > 0 ? `Nothing to scan (${unread.join(', ')}${more}).` : 'Nothing to scan.';
  const findings = messages.length === 0 ? 'No findings' : `${counted(messages.length, 'finding')} in ${counted(found.length, 'file')}`;
  return `${findings} (${[`${grouped(read.length)} scanned`, ...unread].join(', ')}${more}).`;
}

/** A line for each file that was skipped or read as text only. */
export function unreadFiles({ files }: Run): readonly string[] {
  return files
    .filter(({ read }) => read !== 'parsed')
    .map(
      (file) =>
        `${shownPath(file)}: ${[file.read === 'text' ? 'read as text only' : 'skipped', ...((file.reason ?? '') ? [file.reason] : [])].join(', ')}`,
    );
}

/** The number of findings per rule, highest first. */
export function statistics(run: Run): readonly string[] {
  const counts = new Map<string, { findings: number; files: number }>();
  for (const { messages } of run.files) {
    const inFile = new Set<string>();
    for (const { ruleId } of messages) {
      const count = counts.get(ruleId) ?? { findings: 0, files: 0 };
      counts.set(ruleId, { findings: count.findings + 1, files: count.files + (inFile.has(ruleId) ? 0 : 1) });
      inFile.add(ruleId);
    }
  }
  const suppressed = run.files.reduce((sum, file) => sum + file.suppressed, 0);
  const rows = [...counts].sort(([a, one], [b, other]) => other.findings - one.findings || (a < b ? -1 : 1));
  const width = Math.max(0, ...rows.map(([, { findings }]) => grouped(findings).length));
  return [
    ...rows.map(([rule, { findings, files }]) => `${grouped(findings).padStart(width)} ${rule} in ${counted(files, 'file')}`),
    ...(suppressed > 0 ? [`${counted(suppressed, 'finding')} disabled by comments`] : []),
  ];
}

/** The parts that follow the findings in human-readable formats. */
export function conclusion(run: Run, options: { readonly verbose: boolean; readonly statistics: boolean }): readonly string[] {
  const parts = [options.verbose ? unreadFiles(run) : [], options.statistics ? statistics(run) : []];
  return parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
}
