import { agentForAll, agentOptions, insecureElsewhere, insecureSettings, sharedAgent } from '../../cloudflare/http/tls.js';
import type { Call, SourceFile, Span, Table, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { alternatives, literal } from '../../source/values.js';

/** Deepest nesting of agents that is followed. */
const MAX_DEPTH = 4;

/** Returns where options disable certificate verification, directly or in an agent they contain. */
export function insecureIn(options: Table, depth = MAX_DEPTH): readonly Span[] {
  return options.entries.flatMap((entry) => {
    if (isInsecure(entry.key, entry)) return [entry.at];
    return depth > 0 && agentOptions.has(entry.key) ? alternatives(entry.value).flatMap((agent) => insecureAgent(agent, depth - 1)) : [];
  });
}

function insecureAgent(agent: Value, depth: number): readonly Span[] {
  const given = agent.kind === 'call' ? agent.arguments.flatMap(alternatives) : [agent];
  return given.flatMap((value) => (value.kind === 'table' ? insecureIn(value, depth) : []));
}

function isInsecure(name: string, { value }: { readonly value: Value }): boolean {
  if (!Object.hasOwn(insecureSettings, name)) return false;
  return alternatives(value).some((option) => option.kind === 'opaque' && option.value === insecureSettings[name]);
}

/** Returns where a program disables certificate verification for all its requests. */
export const insecureForAll = perFile((file: SourceFile): readonly Span[] => [
  ...file.calls.flatMap(ofCall),
  ...file.bindings.flatMap((binding) => {
    const { names } = binding;
    if (!names.includes(sharedAgent)) return [];
    if (names.at(-1) === sharedAgent) return alternatives(binding.value).flatMap((agent) => insecureAgent(agent, MAX_DEPTH));
    return isInsecure(names.at(-1) ?? '', binding) ? [binding.at] : [];
  }),
]);

function ofCall(call: Call): readonly Span[] {
  const { callee } = call;
  if (callee.kind !== 'name' || agentForAll[callee.module ?? ''] !== (callee.path.at(-1) ?? '')) return [];
  const [agent] = call.arguments;
  return agent === undefined ? [] : alternatives(agent).flatMap((option) => insecureAgent(option, MAX_DEPTH));
}

/** Returns where a program in another language than JavaScript disables certificate verification: by an option, a member, or a function. */
export const insecureByName = perFile((file: SourceFile): readonly Span[] => [
  ...file.tables.flatMap((table) => table.entries.flatMap(({ key, value, at }) => (disablesVerification(key, value) ? [at] : []))),
  ...file.bindings.flatMap(({ names, value, at }) => (disablesVerification(names.at(-1) ?? '', value) ? [at] : [])),
  ...file.calls.flatMap(byCall),
]);

/** The same for the options of one request. */
export function insecureOptions(options: readonly Table[]): readonly Span[] {
  return options.flatMap(({ entries }) => entries.flatMap(({ key, value, at }) => (disablesVerification(key, value) ? [at] : [])));
}

function disablesVerification(name: string, value: Value): boolean {
  const key = name.toLowerCase();
  const off = Object.hasOwn(insecureElsewhere, key) ? insecureElsewhere[key] : undefined;
  if (!off) return false;
  const isOff = (option: Value): boolean => {
    if (option.kind === 'opaque') return off.some((each) => each === option.value);
    if (option.kind === 'text') return off.includes(literal(option) ?? '');
    if (option.kind !== 'name') return false;
    return off.includes((option.path.at(-1) ?? '').replace(/^:/, '')) || off.includes(option.path.slice(-2).join('.'));
  };
  return alternatives(value).some((option) => (option.kind === 'list' ? option.items.some(isOff) : isOff(option)));
}

/** Returns where a table of settings disables certificate verification for the URL in the same table. */
export function insecureBeside({ entries }: Table, leadsToCloudflare: (url: Value) => boolean): readonly Span[] {
  const isAddressed = entries.some(({ key, value }) => /^ur[il]s?$/i.test(key) && leadsToCloudflare(value));
  return isAddressed ? entries.flatMap(({ key, value, at }) => (disablesVerification(key, value) ? [at] : [])) : [];
}

/** `danger_accept_invalid_certs(true)`, `curl_setopt($curl, CURLOPT_SSL_VERIFYPEER, false)`, `ssl._create_unverified_context()`. */
function byCall({ callee, arguments: values, at, calleeAt }: Call): readonly Span[] {
  if (callee.kind !== 'name') return [];
  const name = callee.path.at(-1) ?? '';
  const [first] = values;
  if (insecureElsewhere[name.toLowerCase()]?.includes('called') === true) return [at];
  if (first && values.length === 1 && disablesVerification(name, first))
    return [{ start: Math.max(at.start, calleeAt.end - name.length), end: at.end }];
  return values.some((value, index) => {
    const next = values[index + 1];
    return value.kind === 'name' && next !== undefined && disablesVerification(value.path.at(-1) ?? '', next);
  })
    ? [at]
    : [];
}
