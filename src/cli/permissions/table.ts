import type { Needs, Report } from './report.js';
import { heading, sections, where } from './words.js';

/** As many places stand in one line. */
const MOST_PLACES = 3;

/** The report as text for a terminal. */
export function table({ applications, total }: Report): string {
  if (applications.length === 0) return "No call of Cloudflare's API was found.\n";
  const parts = applications.length > 1 ? [...applications, total] : applications;
  return `${parts.map(part).join('\n\n')}\n`;
}

function part(needs: Needs): string {
  const rows = needs.grants.flatMap(({ name, scope, id, calls }) =>
    calls.map((call, index) => [
      ...(index === 0 ? [id === undefined ? `${name} (id not known)` : name, scope] : ['', '']),
      call.what,
      where(call, MOST_PLACES),
    ]),
  );
  const grants = rows.length === 0 ? ['No permission is needed.'] : aligned([['Permission', 'Level', 'Call', 'Where'], ...rows]);
  const others = sections(needs).flatMap(({ title, calls }) => [
    '',
    `${title}:`,
    ...aligned(calls.map((call) => [call.what, where(call, MOST_PLACES)])).map((line) => `  ${line}`),
  ]);
  return [heading(needs), '', ...[...grants, ...others].map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
