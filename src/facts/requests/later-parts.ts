import { httpClients } from '../../cloudflare/http/http-clients.js';
import type { Binding, Call, Name } from '../../source/model.js';
import { optionNames, type Part, partOf, partOfAssignment } from './request-parts.js';
import { at, objectKey, type ClientInstance } from './http-clients.js';

/** By object, and there by the place of what adds to it. */
export type LaterParts = ReadonlyMap<string, ReadonlyMap<string, Part>>;

const defaults = new Set(Object.values(httpClients).flatMap((client) => client.defaults ?? []));

/** What a program says of requests and clients after it has made them: `.set('X-Auth-Key', key)`, `axios.defaults.baseURL = url`. */
export function laterParts(
  calls: readonly Call[],
  bindings: readonly Binding[],
  leadTo: (name: Name) => readonly ClientInstance[],
): LaterParts {
  const found = new Map<string, Map<string, Part>>();
  const add = ({ objects }: ClientInstance, by: string, part: Part): void => {
    const object = objects.at(-1) ?? '';
    const parts = found.get(object) ?? new Map<string, Part>();
    found.set(object, parts.set(by, part));
  };
  for (const call of calls) {
    for (const sender of call.callee.kind === 'name' ? leadTo(call.callee) : []) {
      const is = at(sender.client.adds, sender.path.join('.'));
      if (is) add(sender, objectKey(call.at), partOf(call, is, optionNames(sender.client)));
    }
  }
  for (const binding of bindings) {
    if (!binding.names.some((name) => defaults.has(name)) || !binding.target) continue;
    for (const sender of leadTo(binding.target)) {
      const [member, ...below] = sender.path;
      if (member === undefined || member !== sender.client.defaults) continue;
      add(sender, objectKey(binding.at), partOfAssignment(below, binding, optionNames(sender.client)));
    }
  }
  return found;
}

/** The same, with what is said in one call of a function in the place of what is said in the function at large. */
export function refined(all: LaterParts, inside: LaterParts): LaterParts {
  if (inside.size === 0) return all;
  return new Map([...all, ...[...inside].map(([object, parts]) => [object, new Map([...(all.get(object) ?? []), ...parts])] as const)]);
}
