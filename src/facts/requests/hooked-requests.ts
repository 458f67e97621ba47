import { httpClients } from '../../cloudflare/http/http-clients.js';
import type { Name, SourceFile, Span, Value } from '../../source/model.js';
import { within } from '../../source/span.js';
import { get, presentValue } from '../../source/values.js';
import type { Request } from './request.js';
import { requests } from './requests.js';

/** A function in a client's options that the client passes each request to. */
interface Hook {
  readonly at: Span;
  /** The path from its parameter to the headers. */
  readonly way: readonly string[];
}

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
  return Object.entries(httpClients[client]?.optionHooks ?? {}).flatMap(([option, way]) =>
    options.flatMap((table) => functionsIn(valueAt(table, option.split('.')))).map(({ at }) => ({ at, way: way.split('.') })),
  );
}

function valueAt(value: Value | undefined, way: readonly string[]): Value | undefined {
  return way.reduce((inner: Value | undefined, key) => (inner?.kind === 'table' ? presentValue(get(inner, key)) : undefined), value);
}

function functionsIn(value: Value | undefined): readonly Value[] {
  const all = value?.kind === 'list' ? value.items : value ? [value] : [];
  return all.filter((each) => each.kind === 'opaque' && each.what === 'function');
}
