/** What options of loggers mask in what is logged: `pino({ redact: ['headers.authorization'] })`. */
import { loggerMasks } from '../../cloudflare/sinks/sinks.js';
import type { Name, Table, Value } from '../../source/model.js';
import { alternatives, get, literal, presentValue } from '../../source/values.js';
import { callsBehind, rootOf } from '../program/callees.js';

/** The path of a member that is masked, from the logged object; `*` stands for any member. */
type Path = readonly string[];

/**
 * Returns what is left of a logged value if its logger masks the rest; undefined if that is unknown. `isObject` tells whether a value of unknown
 * members has any.
 */
export function unmaskedBy(logger: Name, isObject: (value: Value) => boolean): (value: Value) => Value | undefined {
  const options = callsBehind(logger).flatMap((call) => call.arguments.filter((argument) => argument.kind === 'table'));
  const masking = options.filter(({ entries }) => entries.some(({ key }) => loggerMasks.includes(key)));
  if (masking.length === 0) return (value) => value;
  const isPino = /^(?:@\w+\/)?pino\b/.test(rootOf(logger).module ?? '');
  const paths = isPino ? masking.map(redactedPaths) : [undefined];
  if (paths.includes(undefined)) return () => undefined;
  const known = paths.flatMap((each) => each ?? []);
  return (value) => without(value, known, isObject);
}

/** Options by which the program masks members itself. */
const ownMasks = new Set(['formatters', 'hooks', 'serializers', 'mixin']);

/** The paths of the option `redact`; undefined if not all are known. */
function redactedPaths(options: Table): readonly Path[] | undefined {
  if (options.open || options.entries.some(({ key }) => ownMasks.has(key))) return undefined;
  const redact = presentValue(get(options, 'redact'));
  const list = redact?.kind === 'table' ? presentValue(get(redact, 'paths')) : redact;
  if (list?.kind !== 'list' || list.open || list.whole) return undefined;
  const paths = list.items.map((item) => literal(item));
  return paths.includes(undefined) ? undefined : paths.map((path) => membersIn(path ?? ''));
}

/** The members of a path: `headers["x-auth-key"]`, `zones[*].token`. */
function membersIn(path: string): Path {
  return Array.from(path.matchAll(/"[^"]*"|'[^']*'|[^.[\]"']+/g), ([member]) => member.replaceAll(/^["']|["']$/g, ''));
}

/** A value without its members at some paths. Of a value of unknown members, it is unknown whether anything is left. */
function without(value: Value, paths: readonly Path[], isObject: (value: Value) => boolean): Value | undefined {
  if (paths.some(({ length }) => length === 0)) return undefined;
  const below = (key: string): readonly Path[] => paths.filter(([head]) => head === '*' || head === key).map(([, ...rest]) => rest);
  switch (value.kind) {
    case 'table': {
      const entries = value.entries.flatMap((entry) => {
        const left = without(entry.value, below(entry.key), isObject);
        return left ? [{ ...entry, value: left }] : [];
      });
      return { ...value, entries, whole: paths.length > 0 ? undefined : value.whole };
    }
    case 'list': {
      const items = value.items.flatMap((item, index) => without(item, below(String(index)), isObject) ?? []);
      return { ...value, items, whole: paths.length > 0 ? undefined : value.whole };
    }
    case 'choice': {
      const options = alternatives(value).flatMap((option) => without(option, paths, isObject) ?? []);
      return options.length > 0 ? { ...value, options } : undefined;
    }
    default:
      return paths.length > 0 && isObject(value) ? undefined : value;
  }
}
