import type { Needs, Report } from './report.js';
import { heading, sections, where } from './words.js';

/** The report as Markdown. */
export function markdown({ applications, total }: Report): string {
  if (applications.length === 0) return "No call of Cloudflare's API was found.\n";
  const parts = applications.length > 1 ? [...applications, total] : applications;
  return `${parts.map(part).join('\n\n')}\n`;
}

function part(needs: Needs): string {
  const rows = needs.grants.flatMap(({ name, scope, calls }) =>
    calls.map((call) => `| ${name} | ${scope} | \`${call.what}\` | ${where(call, Infinity)} |`),
  );
  const grants =
    rows.length === 0 ? ['No permission is needed.'] : ['| Permission | Level | Call | Where |', '| --- | --- | --- | --- |', ...rows];
  const others = sections(needs).flatMap(({ title, calls }) => [
    '',
    `${title}:`,
    '',
    ...calls.map((call) => `- \`${call.what}\`: ${where(call, Infinity)}`),
  ]);
  return [`## ${heading(needs)}`, '', ...grants, ...others].join('\n');
}
