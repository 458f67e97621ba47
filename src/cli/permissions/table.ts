import { aligned, WIDTH, wrapped } from './layout.js';
import type { Needs, Report } from './report.js';
import { heading, introduction, placesOf, sections, describedCall } from './words.js';

/** Maximum number of places listed for one call. */
const MAX_PLACES = 3;

/** Formats the report for a terminal. */
export function table({ applications, total }: Report): string {
  if (applications.length === 0) return "No call of Cloudflare's API was found.\n";
  const parts = applications.length > 1 ? [...applications, total] : applications;
  return `${parts.map(part).join('\n\n')}\n`;
}

function part(needs: Needs): string {
  const first = introduction(needs);
  const said = first === undefined ? [] : wrapped(first, WIDTH - 2);
  const grants = grantRows(needs);
  const others = sections(needs).flatMap(({ title, rows }) => [
    '',
    `${title}:`,
    ...listed(rows.map(({ what, places }) => [what, where(places)])).map((line) => `  ${line}`),
  ]);
  const lines = [...said, ...(said.length > 0 && grants.length > 0 ? [''] : []), ...grants, ...others];
  return [heading(needs), '', ...lines.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
}

/** Formats permissions as a table, or, if that is too wide, with the calls below their permission. */
function grantRows({ grants }: Needs): readonly string[] {
  if (grants.length === 0) return [];
  const named = grants.map(({ name, id, ...grant }) => ({ ...grant, name: id === undefined ? `${name} (id not known)` : name }));
  const rows = named.flatMap(({ name, scope, calls }) =>
    calls.map((call, index) => [...(index === 0 ? [name, scope] : ['', '']), describedCall(call), where(placesOf(call))]),
  );
  const lines = aligned([['Permission', 'Level', 'Call', 'Where'], ...rows]);
  if (fits(lines, 2)) return lines;
  return named.flatMap(({ name, scope, calls }) => [
    `${name} (${scope})`,
    ...listed(calls.map((call) => [describedCall(call), where(placesOf(call))])).map((line) => `  ${line}`),
  ]);
}

/** Formats rows in two columns, or, if that is too wide, with the second below the first. */
function listed(rows: readonly (readonly [string, string])[]): readonly string[] {
  const lines = aligned(rows);
  if (fits(lines, 4)) return lines;
  return rows.flatMap(([what, places]) => [...wrapped(what, WIDTH - 4, 2), ...wrapped(places, WIDTH - 6).map((line) => `  ${line}`)]);
}

function fits(lines: readonly string[], indentation: number): boolean {
  return lines.every(({ length }) => length + indentation <= WIDTH);
}

function where(places: readonly string[]): string {
  const left = places.length - MAX_PLACES;
  return [...places.slice(0, MAX_PLACES), ...(left > 0 ? [`${String(left)} more`] : [])].join(', ');
}
