/** What the formats for people say. */
import type { Call, Needs } from './report.js';

export interface Section {
  readonly title: string;
  readonly calls: readonly Call[];
}

const reasons = {
  path: 'its path cannot be seen',
  method: 'its method cannot be seen',
  several: 'it may be one of several',
  undescribed: 'Cloudflare describes no such operation',
  resource: 'its operations are not in our table',
} as const;

/** The calls that no permission is listed for, by the reason. */
export function sections({ free, unnamed, refused, unclear }: Needs): readonly Section[] {
  const all = [
    { title: 'Any token may do this', calls: free },
    { title: "Permission not known: Cloudflare's description of its API names none", calls: unnamed },
    { title: 'API tokens may not be accepted', calls: refused },
    { title: 'Unknown calls', calls: unclear.map((call) => ({ ...call, what: `${call.what} (${reasons[call.why]})` })) },
  ];
  return all.filter(({ calls }) => calls.length > 0);
}

/** Places in one line, the first few of them. */
export function where({ places }: Call, most: number): string {
  const shown = places.slice(0, most).map(({ file, line }) => `${file}:${String(line)}`);
  return [...shown, ...(places.length > most ? [`${String(places.length - most)} more`] : [])].join(', ');
}

/** `api (packages/api)` */
export function heading({ name, folder }: Needs): string {
  return folder === '' || folder === name ? name : `${name} (${folder})`;
}
