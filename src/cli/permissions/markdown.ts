import type { Needs, Report } from './report.js';
import { heading, introduction, placesOf, sections, describedCall } from './words.js';

/** Formats the report as Markdown. */
export function markdown({ applications, total }: Report): string {
  if (applications.length === 0) return "No call of Cloudflare's API was found.\n";
  const parts = applications.length > 1 ? [...applications, total] : applications;
  return `${parts.map(part).join('\n\n')}\n`;
}

function part(needs: Needs): string {
  const first = introduction(needs);
  const rows = needs.grants.flatMap(({ name, scope, calls }) =>
    calls.map((call) => `| ${plain(name)} | ${scope} | ${code(describedCall(call))} | ${plain(placesOf(call).join(', '))} |`),
  );
  const table = rows.length === 0 ? [] : ['| Permission | Level | Call | Where |', '| --- | --- | --- | --- |', ...rows];
  const others = sections(needs).flatMap(({ title, rows: calls }) => [
    '',
    `${title}:`,
    '',
    ...calls.map(({ what, places }) => `- ${code(what)}: ${plain(places.join(', '))}`),
  ]);
  const said = first === undefined ? [] : [first];
  return [`## ${plain(heading(needs))}`, '', ...said, ...(said.length > 0 && table.length > 0 ? [''] : []), ...table, ...others].join('\n');
}

/** Escapes Markdown: names of files and folders may contain anything. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*[\]<>|]/g, (mark) => `\\${mark}`);
}

/** Formats inline code that may be inside a table, where `|` ends a cell. */
function code(text: string): string {
  return `\`${text.replaceAll('`', "'").replaceAll('|', '\\|')}\``;
}
