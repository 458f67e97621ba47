/** Functions in a client's options that the client passes each request to: `ky.create({ hooks: { beforeRequest: [(request) => …] } })`. */
import type { HttpClient, OptionNames } from '../../cloudflare/http/http-client.js';
import type { Binding, Call, Span, Table, Value } from '../../source/model.js';
import { isInOtherFile } from '../../source/span.js';
import { get, presentValue } from '../../source/values.js';
import { type Part, partOf, partOfAssignment } from './request-parts.js';

export interface Hook {
  readonly at: Span;
  /** The option that holds it. */
  readonly option: string;
  /** The path from its parameter to the headers. */
  readonly way: readonly string[];
}

/** Returns the hooks among a client's options. */
export function hooksIn({ optionHooks = {} }: HttpClient, options: readonly Table[]): readonly Hook[] {
  return Object.entries(optionHooks).flatMap(([option, way]) =>
    options.flatMap((table) => functionsIn(valueAt(table, option.split('.')))).map(({ at }) => ({ at, option, way: way.split('.') })),
  );
}

/** Returns what hooks add to a request before it is sent: `request.headers.set('X-Auth-Key', key)`. */
export function addedByHooks(
  hooks: readonly Hook[],
  names: OptionNames,
  inside: (at: Span) => { readonly calls: readonly Call[]; readonly bindings: readonly Binding[] },
): readonly Part[] {
  return hooks.flatMap(({ at, option }) => {
    if (isInOtherFile(at) || !option.endsWith('Request')) return [];
    const { calls, bindings } = inside(at);
    return [
      ...calls.filter(setsHeader).map((call) => partOf(call, { headers: 0 }, names)),
      ...bindings.flatMap((binding) => {
        const place = binding.names.indexOf('headers');
        return place > 0 ? [partOfAssignment(binding.names.slice(place), binding, names)] : [];
      }),
    ];
  });
}

function setsHeader({ callee }: Call): boolean {
  return callee.kind === 'name' && /(?:^|\.)headers\.(?:set|append)$/.test(callee.path.join('.'));
}

function valueAt(value: Value | undefined, way: readonly string[]): Value | undefined {
  return way.reduce((inner: Value | undefined, key) => (inner?.kind === 'table' ? presentValue(get(inner, key)) : undefined), value);
}

function functionsIn(value: Value | undefined): readonly Value[] {
  const all = value?.kind === 'list' ? value.items : value ? [value] : [];
  return all.filter((each) => each.kind === 'opaque' && each.what === 'function');
}
