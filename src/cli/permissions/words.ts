/** Wording shared by the human-readable formats. */
import { printable } from '../reports/printable.js';
import { counted } from '../reports/shown.js';
import { type Call, isComplete, type Needs } from './report.js';

/** Calls or files for which no permission is listed. */
export interface Section {
  readonly title: string;
  readonly rows: readonly { readonly what: string; readonly places: readonly string[] }[];
}

const reasons = {
  path: 'its path is unknown',
  method: 'its method is unknown',
  several: 'it may be one of several',
  undescribed: 'Cloudflare describes no such operation',
  resource: 'its operations are not in our table',
  command: 'the command cannot be seen, or is not in our table',
  modules: 'what functions of other modules send is too much to follow',
} as const;

/** Groups the calls and files without a listed permission by reason. */
export function sections({ free, unnamed, refused, unclear, unread }: Needs): readonly Section[] {
  const rows = (calls: readonly Call[]): Section['rows'] => calls.map((call) => ({ what: describedCall(call), places: placesOf(call) }));
  const all: readonly Section[] = [
    { title: 'Any token may do this', rows: rows(free) },
    { title: "Permission not known: Cloudflare's description of its API names none", rows: rows(unnamed) },
    { title: 'API tokens may not be accepted', rows: rows(refused) },
    {
      title: 'Unknown calls',
      rows: unclear.map((call) => ({ what: `${describedCall(call)} (${reasons[call.why]})`, places: placesOf(call) })),
    },
    { title: 'Files that could not be read', rows: unread.map(({ file, why }) => ({ what: printable(file), places: [why] })) },
  ];
  return all.filter((section) => section.rows.length > 0);
}

/** The description of a call. */
export const describedCall = ({ what }: Call): string => printable(what);

/** `src/api.ts:12`, for each place of a call. */
export const placesOf = ({ places }: Call): readonly string[] => places.map(({ file, line }) => `${printable(file)}:${String(line)}`);

/** `api (packages/api)` */
export function heading({ name, folder }: Needs): string {
  return folder === '' || folder === name ? printable(name) : printable(`${name} (${folder})`);
}

/** The sentence before the permissions, or in place of them; undefined if the list is complete and needs none. */
export function introduction(needs: Needs): string | undefined {
  const hasGrants = needs.grants.length > 0;
  if (isComplete(needs)) return hasGrants ? undefined : 'No permission is needed.';
  return hasGrants
    ? `At least these: ${unresolvedSummary(needs)}.`
    : `Cannot tell which permissions are needed: ${unresolvedSummary(needs)}.`;
}

/** `2 calls are unknown, and 1 file could not be read` */
export function unresolvedSummary({ unclear, unnamed, refused, unread }: Needs): string {
  const are = (count: number): string => (count === 1 ? 'is' : 'are');
  const parts = [
    [unclear.length, `${counted(unclear.length, 'call')} ${are(unclear.length)} unknown`],
    [unnamed.length, `the permission of ${counted(unnamed.length, 'call')} is not known`],
    [refused.length, `${counted(refused.length, 'call')} may not accept tokens`],
    [unread.length, `${counted(unread.length, 'file')} could not be read`],
  ] as const;
  const said = parts.flatMap(([count, words]) => (count > 0 ? [words] : []));
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} and ${said.at(-1) ?? ''}`;
}
