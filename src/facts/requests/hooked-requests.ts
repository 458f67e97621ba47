import { httpClients } from '../../cloudflare/http/http-clients.js';
import type { Name, SourceFile } from '../../source/model.js';
import { within } from '../../source/span.js';
import { type Hook, hooksIn } from './hooks.js';
import type { Request } from './request.js';
import { requests } from './requests.js';

/**
 * Returns a function that resolves a name to the headers path of a request, inside a function that a client passes its requests to:
 * `onRequest({ options }) { … }`. Undefined for other names.
 */
export function hookedRequests(file: SourceFile, sends: (request: Request) => boolean): (name: Name) => string | undefined {
  const hooks = requests(file).flatMap((request) => (sends(request) ? hooksOf(request) : []));
  return ({ path, declaredAt }) => {
    const hook = declaredAt && hooks.find(({ at }) => within(declaredAt, at));
    if (!hook) return undefined;
    const beginning = file.text.slice(hook.at.start, declaredAt.start);
    // `(request) => …` and `({ options }) => …`
    const isWhole = /^[\w\s]*(?:\(\s*)?$/.test(beginning);
    if (!isWhole && !/^[\w\s]*\(\s*\{[\w\s,]*$/.test(beginning)) return undefined;
    const from = isWhole ? 1 : 0;
    const isShown = path.slice(from).every((member, index) => hook.way[index] === member);
    return isShown ? [...path.slice(0, from), ...hook.way].join('.') : undefined;
  };
}

function hooksOf({ client, options = [] }: Request): readonly Hook[] {
  const row = httpClients[client];
  return row ? hooksIn(row, options) : [];
}
