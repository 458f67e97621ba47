import { headerGroups } from '../../../cloudflare/http/http-clients.js';
import type { Name, SourceFile } from '../../../source/model.js';
import { perFile } from '../../../source/memoized.js';
import type { Header } from '../header-table.js';
import { clientInstances, instancesIn } from '../http-clients.js';
import { laterParts, partsAdded, partsOfClient, refined } from '../later-parts.js';
import { optionNames } from '../request-parts.js';

/** Returns a function from a name to the client headers it exposes: those of `api` for `api.defaults`, `api.defaults.headers`, `session.headers`. */
export const headersShown = perFile((file: SourceFile): ((name: Name) => readonly Header[]) => {
  const leadTo = clientInstances(file);
  return (name) => {
    if (!mayShow(name)) return [];
    return leadTo(name).flatMap((sender) => {
      const { client, path, made, isSent } = sender;
      // The headers of a response are Cloudflare's.
      const isShown =
        isSent || client.shows === undefined
          ? undefined
          : shownBy(path, client.shows.split('.').filter(Boolean), optionNames(client).headers);
      if (!isShown) return [];
      const { later } = name.of ?? {};
      const added = later ? refined(partsAdded(file), laterParts(later, leadTo, instancesIn(file))) : partsAdded(file);
      const places = [name.at, ...made.map(({ call }) => call.at)];
      return partsOfClient(sender, added, places).flatMap(({ headers }) => headers.found.filter((header) => isShown(header.name)));
    });
  };
});

function mayShow({ path }: Name): boolean {
  return path.some((member) => member === 'defaults' || member === 'headers');
}

/**
 * Returns a predicate: which headers of a client the member at `path` exposes, if the client's options are at `shows`; undefined if it exposes none.
 */
function shownBy(path: readonly string[], shows: readonly string[], names: readonly string[]): ((header: string) => boolean) | undefined {
  if (path.length === 0 || shows.some((member, index) => index < path.length && path[index] !== member)) return undefined;
  const [option, ...below] = path.slice(shows.length);
  if (option === undefined) return () => true;
  if (!names.includes(option)) return undefined;
  const last = below.at(-1)?.toLowerCase();
  return last === undefined || headerGroups.has(last) ? () => true : (header) => header === last;
}
