/** What options of loggers mask in what is logged: `pino({ redact: ['headers.authorization'] })`, `createLogger({ format: redact() })`. */
import { hidingWords, loggerMasks, ownMasks, printsRest } from '../../cloudflare/sinks/logger-options.js';
import { masking } from '../../cloudflare/sinks/passing.js';
import type { Call, Name, Table, Value } from '../../source/model.js';
import { isInOtherFile } from '../../source/span.js';
import { alternatives, get, literal, presentValue } from '../../source/values.js';
import { callsBehind, rootOf } from '../program/callees.js';

/** The path of a member that is masked, from the logged object; `*` stands for any member. */
type Path = readonly string[];

/** Where it is unknown what is masked, all of it may be. */
const everything: readonly Path[] = [[]];

/** What is logged, and what is known of it. */
interface Setting {
  /** The text of the file. */
  readonly text: string;
  /** Whether a value of unknown members has any. */
  readonly isObject: (value: Value) => boolean;
  /** Whether a value is an error. */
  readonly isError: (value: Value) => boolean;
}

/** Returns what is left of an argument if its logger masks the rest; undefined if that is unknown. */
type Unmasked = (value: Value, index: number) => Value | undefined;

/** Returns a function to what is left of a logger's arguments after it has masked the rest. */
export function unmaskedBy(logger: Name, { text, isObject, isError }: Setting): Unmasked {
  const options = callsBehind(logger).flatMap((call) => call.arguments.filter((argument) => argument.kind === 'table'));
  const [, library = ''] = /^(?:@\w+\/)?(pino|bunyan|winston)\b/.exec(rootOf(logger).module ?? '') ?? [];
  const ofProgram = options.flatMap((table) => ownMasks.flatMap((key) => presentValue(get(table, key)) ?? []));
  const hiding = ofProgram.map((value) => hidingIn(value, text)).filter((found) => found !== undefined);
  if (hiding.some((hides) => hides === 'texts')) return () => undefined;
  const paths = [
    ...(library === 'pino' || library === 'bunyan' ? options.flatMap((table) => serializedPaths(table, library)) : []),
    ...options
      .filter(({ entries }) => entries.some(({ key }) => loggerMasks.includes(key)))
      .flatMap((table) => maskedPaths(table, library)),
  ];
  return (value, index) => {
    // Bunyan logs only name, message and stack of an error that is its first argument.
    if (library === 'bunyan' && index === 0 && value.kind !== 'table' && isError(value)) return undefined;
    if (hiding.length > 0 && (value.kind === 'table' || isObject(value))) return undefined;
    return without(value, paths, isObject);
  };
}

/** Deepest nesting of options that is searched for functions. */
const MAX_DEPTH = 8;

/**
 * Returns what a function of the program hides among options such as `format.combine(redact(), format.json())`: values of certain keys, or also parts
 * of texts; undefined if there is none. One in another file may hide anything.
 */
function hidingIn(value: Value, text: string, depth = 0): 'keys' | 'texts' | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const inner = (values: readonly (Value | undefined)[]): 'keys' | 'texts' | undefined => {
    const found = values.map((each) => each && hidingIn(each, text, depth + 1));
    return found.find((hides) => hides === 'texts') ?? found.find(Boolean);
  };
  switch (value.kind) {
    case 'call':
      return printsTextOnly(value, text) ? 'keys' : inner([...value.arguments, value.callee]);
    case 'name':
      return masking.test(value.path.at(-1) ?? '') ? 'texts' : inner([value.of]);
    case 'table':
      return inner(value.entries.map((entry) => entry.value));
    case 'list':
      return inner(value.items);
    case 'choice':
      return inner(value.options);
    case 'opaque': {
      if (value.what !== 'function') return undefined;
      if (isInOtherFile(value.at)) return 'texts';
      const written = text.slice(value.at.start, value.at.end);
      if (!hidingWords.test(written)) return undefined;
      return /\.replace(?:All)?\(/.test(written) ? 'texts' : 'keys';
    }
    case 'text':
      return undefined;
  }
}

/** Whether a format prints the message, but no other values: `printf(({ level, message }) => `${level} ${message}`)`. */
function printsTextOnly({ callee, arguments: [first] }: Call, text: string): boolean {
  if (callee.kind !== 'name' || callee.path.at(-1) !== 'printf' || first?.kind !== 'opaque' || isInOtherFile(first.at)) return false;
  const written = text.slice(first.at.start, first.at.end);
  const [parameters = ''] = written.split(/=>|\{/, 1);
  const entry = /\w+/.exec(parameters.replace(/^function\b/, ''))?.[0];
  const isPassedOn = entry !== undefined && new RegExp(String.raw`\b${entry}\b(?![.\w])`).test(written.slice(parameters.length));
  return !isPassedOn && !printsRest.test(written);
}

/** The keys whose values a logger's serializers convert, except where they keep every member of an error. */
function serializedPaths(options: Table, library: 'pino' | 'bunyan'): readonly Path[] {
  const serializers = presentValue(get(options, 'serializers'));
  const isStandard = (value: Value): boolean => value.kind === 'name' && value.path.includes('stdSerializers');
  if (!serializers) return [];
  if (isStandard(serializers)) return library === 'bunyan' ? [['err'], ['req'], ['res']] : [];
  if (serializers.kind !== 'table' || serializers.open) return everything;
  return serializers.entries.flatMap(({ key, value }) => (library === 'pino' && isStandard(value) ? [] : [[key]]));
}

/** The paths of the option `redact`; a path that is unknown has no members. */
function maskedPaths(options: Table, library: string): readonly Path[] {
  if (library !== 'pino' || options.open) return everything;
  const redact = presentValue(get(options, 'redact'));
  const list = redact?.kind === 'table' ? presentValue(get(redact, 'paths')) : redact;
  if (list?.kind !== 'list' || list.open || list.whole) return everything;
  return list.items.map((item) => membersIn(literal(item) ?? ''));
}

/** The members of a path: `headers["x-auth-key"]`, `zones[*].token`. */
function membersIn(path: string): Path {
  return Array.from(path.matchAll(/"[^"]*"|'[^']*'|[^.[\]"']+/g), ([member]) => member.replaceAll(/^["']|["']$/g, ''));
}

/** A value without its members at some paths. Of a value of unknown members, it is unknown whether anything is left. */
function without(value: Value, paths: readonly Path[], isObject: (value: Value) => boolean): Value | undefined {
  if (paths.length === 0) return value;
  if (paths.some(({ length }) => length === 0)) return undefined;
  const below = (key: string): readonly Path[] => paths.filter(([head]) => head === '*' || head === key).map(([, ...rest]) => rest);
  switch (value.kind) {
    case 'table': {
      const entries = value.entries.flatMap((entry) => {
        const left = without(entry.value, below(entry.key), isObject);
        return left ? [{ ...entry, value: left }] : [];
      });
      return { ...value, entries, whole: undefined };
    }
    case 'list': {
      const items = value.items.flatMap((item, index) => without(item, below(String(index)), isObject) ?? []);
      return { ...value, items, whole: undefined };
    }
    case 'choice': {
      const options = alternatives(value).flatMap((option) => without(option, paths, isObject) ?? []);
      return options.length > 0 ? { ...value, options } : undefined;
    }
    default:
      return isObject(value) ? undefined : value;
  }
}
