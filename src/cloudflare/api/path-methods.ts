/**
 * The requests of python-cloudflare before version 3, whose members are the segments of a path, and whose last member is the HTTP method:
 * `cf.zones.dns_records.put(zone_id, record_id, data=…)` sends `PUT /zones/{}/dns_records/{}`. Its positional arguments are the identifiers.
 *
 * Source: `CloudFlare/cloudflare.py` in python-cloudflare 2.20.
 */
import { allOperations, type Operation } from './operations.js';

let known: ReadonlyMap<string, Operation> | undefined;

/** Returns the operation of a member and the number of identifiers that it is passed; undefined if there is none. */
export function pathOperation(member: readonly string[], identifiers: number): Operation | undefined {
  known ??= new Map(allOperations().map((operation) => [keyOf(operation.method, operation.path), operation]));
  const segments = member.slice(0, -1);
  const method = (member.at(-1) ?? '').toUpperCase();
  const found = (path: readonly string[], count: number): Operation | undefined => known?.get([path.join('/'), method, count].join(' '));
  // The description has a parameter for the name of a setting.
  const setting = segments.at(-2) === 'settings' ? found(segments.slice(0, -1), identifiers + 1) : undefined;
  return found(segments, identifiers) ?? setting;
}

function keyOf(method: string, path: string): string {
  const segments = path.slice(1).replaceAll('-', '_').split('/');
  const named = segments.filter((segment) => segment !== '{}');
  return [named.join('/'), method, segments.length - named.length].join(' ');
}
