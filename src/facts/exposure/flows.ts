import { passingIn } from '../../cloudflare/sinks/languages.js';
import { type Cut, cutting, keeping, passing, passingModules, revealing, showing } from '../../cloudflare/sinks/passing.js';
import type { Call, Choice, Entry, Name, SourceFile, Span, Table, Value } from '../../source/model.js';
import { isInOtherFile, within } from '../../source/span.js';
import { perFile } from '../../source/memoized.js';
import { literal } from '../../source/values.js';
import { headersShown } from '../requests/headers/client-headers.js';
import { ownErrors } from './own-errors.js';
import { isSecretHeader } from '../credentials/sent-credentials.js';
import { type Source, sources } from '../credentials/sources.js';

/** A credential contained in a value. */
export interface Flow {
  readonly source: Source;
  /** How many of its characters; infinite if it is not truncated. */
  readonly revealed: number;
  /** The places it passes on its way into the value, outermost first. */
  readonly way: readonly Span[];
  /** The table entry that holds it, or the declaration of the object that contains it. */
  readonly object?: Span | undefined;
}

/** Deepest nesting of values that is searched. */
const MAX_DEPTH = 24;
/** Most credentials reported for one value. */
const MAX_FLOWS = 12;
/** Limit on the values that are searched in one file. */
const MAX_VALUES = 100_000;

/** Returns a function from a value of this file to the credentials it contains. */
export const flows = perFile((file: SourceFile): ((value: Value) => readonly Flow[]) => {
  const sourceOf = sources(file);
  const shownBy = headersShown(file);
  const known = new WeakMap<Value, readonly Flow[]>();
  let left = MAX_VALUES;

  const flowsOf = (value: Value, depth = 0): readonly Flow[] => {
    const before = known.get(value);
    if (before) return before;
    if (depth > MAX_DEPTH || left <= 0) return [];
    left -= 1;
    known.set(value, []); // a cyclic value contributes nothing more
    const found = lookInto(value, depth + 1).slice(0, MAX_FLOWS);
    known.set(value, found);
    return found;
  };

  const lookInto = (value: Value, depth: number): readonly Flow[] => {
    switch (value.kind) {
      case 'text':
        return value.parts.flatMap((part) => (part.kind === 'hole' ? through(visibleInText(flowsOf(part.value, depth)), part.at) : []));
      case 'table':
        return [
          ...lasting(value.entries).flatMap((entry) =>
            through(flowsOf(entry.value, depth), entry.at).map((flow) => ({ object: entry.at, ...flow })),
          ),
          ...(value.whole ?? []).flatMap((spread) => flowsOf(spread, depth).filter((flow) => !isOverwritten(flow, spread, value))),
        ];
      case 'list':
        return [...value.items, ...(value.whole ?? [])].flatMap((item) => through(flowsOf(item, depth), item.at));
      case 'choice':
        return ofChoice(value, depth);
      case 'name':
        return [
          ...itself(value),
          ...shownBy(value).flatMap((header) => through(flowsOf(header.value, depth), value.at)),
          ...caught(value).flatMap((error) => flowsOf(error, depth)),
        ];
      case 'call':
        return [...itself(value), ...ofCall(value, depth), ...ofFields(value, depth)];
      case 'opaque':
        return [];
    }
  };

  const ofChoice = ({ options, any }: Choice, depth: number): readonly Flow[] => {
    const given = options.filter((option) => (!any || option.kind !== 'opaque') && !followsMessage(option, options));
    const found = besideParameter(
      given,
      given.map((option) => flowsOf(option, depth)),
    );
    // If a collection also holds other things, the selected item is not certainly the credential.
    return any && found.some((each) => each.length === 0) ? [] : mostOfEach(found.flat());
  };

  const itself = (value: Name | Call): readonly Flow[] => {
    const source = sourceOf(value);
    return source ? [{ source, revealed: Infinity, way: [value.at], ...(source.object && { object: source.object }) }] : [];
  };

  /** What a call's result keeps of its arguments, or of the string it is a method of. */
  const ofCall = ({ callee, arguments: values, at }: Call, depth: number): readonly Flow[] => {
    if (callee.kind !== 'name') return [];
    const method = callee.path.at(-1) ?? '';
    const object: Value | undefined = callee.path.length > 1 ? { ...callee, path: callee.path.slice(0, -1), at } : callee.of;
    if (object?.kind === 'name' && revealing.has(method)) return through(flowsOf({ ...object, type: object.type?.owner }, depth), at);
    // `encode` is a method of the text in Python, and takes it in JavaScript: `new TextEncoder().encode(token)`.
    const whole = object && keeping.has(method) ? through(visibleInText(flowsOf(object, depth)), at) : undefined;
    if (whole && (whole.length > 0 || !passing.has(method))) return whole;
    // `headers.get('authorization')`
    if (object && method === 'get' && values[0] && isSecretHeader(literal(values[0]) ?? ''))
      return through(flowsOf(object, depth).map(shown), at);
    const cut = cutting.get(method);
    if (object && cut) {
      const revealed = revealedBy(cut, values);
      return visibleInText(flowsOf(object, depth)).map((flow) => ({
        ...flow,
        revealed: Math.min(flow.revealed, revealed),
        way: [at, ...flow.way],
      }));
    }
    const isPassing = passing.has(method) || (callee.path.length === 0 && passingModules.test(callee.module ?? ''));
    if (!isPassing && passingIn[file.language]?.has(method) !== true) return [];
    const found = values.flatMap((each) => flowsOf(each, depth));
    return through(showing.has(method) ? found.map(shown) : visibleInText(found), at);
  };

  /** What an object of the program's own exposes of its fields. */
  const ofFields = ({ revealedFields, showsWhole, callee }: Call, depth: number): readonly Flow[] => {
    const found = revealedFields ? flowsOf(revealedFields, depth) : [];
    if (!showsWhole) return found;
    const isError = callee.kind === 'opaque' && callee.base !== undefined && /(?:Error|Exception)$/.test(callee.base.path.at(-1) ?? '');
    return found.map((flow) => ({
      ...flow,
      source: { ...flow.source, ...(isError ? { whole: 'fields' as const } : { isPlain: true as const }) },
    }));
  };

  const caught = ownErrors(file, (error) => flowsOf(error).length > 0);
  return flowsOf;
});

/** Returns the entries of a table that no later entry with the same key overwrites, as in `{ ...config, apiToken: '***' }`. */
function lasting(entries: readonly Entry[]): readonly Entry[] {
  const overwritten = new Set<string>();
  const left = entries.toReversed().filter(({ key, maybe }) => {
    const isLeft = !overwritten.has(key);
    if (!maybe) overwritten.add(key);
    return isLeft;
  });
  return left.reverse();
}

/** Whether an entry after a spread overwrites the credential: `{ ...env, CF_API_TOKEN: '***' }`. */
function isOverwritten({ source: { variable } }: Flow, spread: Value, { entries }: Table): boolean {
  const bare = (name: string): string => name.replaceAll(/[^a-z\d]/gi, '').toLowerCase();
  return entries.some(({ key, at }) => at.start > spread.at.start && key !== '' && bare(variable).endsWith(bare(key)));
}

/** Of a parameter and its default, which are the same credential: what the default is called, where the parameter is. */
function besideParameter(options: readonly Value[], found: readonly (readonly Flow[])[]): readonly (readonly Flow[])[] {
  const at = options.findIndex((option) => option.kind === 'name' && option.local && option.path.length === 1);
  const [parameter] = found[at] ?? [];
  const others = found.filter((each, index) => index !== at && each.length > 0);
  if (!parameter || others.length === 0) return found;
  return found.map((each, index) => (index === at ? [] : each.map((flow) => ({ ...flow, way: parameter.way }))));
}

/** Drops credentials that are lost in conversion to text: an error becomes its message, a plain object exposes nothing. */
function visibleInText(found: readonly Flow[]): readonly Flow[] {
  return found.filter(({ source }) => source.whole === undefined && !source.isPlain);
}

/** Marks a credential as exposed because all members of its object are shown. */
function shown(flow: Flow): Flow {
  return { ...flow, source: { ...flow.source, whole: undefined, isPlain: undefined } };
}

function through(found: readonly Flow[], at: Span): readonly Flow[] {
  return found.map((flow) => ({ ...flow, way: [at, ...flow.way] }));
}

/** Whether a value is only the fallback of its own message: `error.message || error`. Clients' errors always have a message. */
function followsMessage(value: Value, options: readonly Value[]): boolean {
  if (value.kind !== 'name' || value.path.length !== 1 || !value.declaredAt) return false;
  const { declaredAt } = value;
  return options.some(
    (other) =>
      other.kind === 'name' && other.declaredAt?.start === declaredAt.start && /^(?:message|stack)$/.test(other.path.slice(1).join('.')),
  );
}

/** Keeps, for each credential, the alternative that reveals most of it. */
function mostOfEach(found: readonly Flow[]): readonly Flow[] {
  const most = new Map<string, Flow>();
  for (const flow of found) {
    const { variable } = flow.source;
    if (flow.revealed > (most.get(variable)?.revealed ?? -1)) most.set(variable, flow);
  }
  return [...most.values()];
}

/** Returns how many characters `slice(0, 4)`, `slice(-4)`, `substr(2, 6)`, `at(0)` or `take(4)` leave; infinite if the end is unknown. */
function revealedBy(cut: Cut, values: readonly Value[]): number {
  const [start = 0, end] = values.map(mostOf);
  // The argument may be a predicate rather than a number.
  if (cut === 'first') return start > 0 ? start : 0;
  if (cut === 'one') return 1;
  // `slice(token.length - 4)`: the start is unknown.
  if (end === undefined) return start < 0 ? -start : start >= 0 ? Infinity : 0;
  const length = cut === 'from' ? end : start < 0 || end < 0 ? Number.NaN : end - start;
  return Number.isNaN(length) ? Infinity : Math.max(0, length);
}

/** Returns a number, or the upper bound that `min(5, length)` implies. */
function mostOf(value: Value): number {
  if (value.kind === 'opaque' && typeof value.value === 'number') return value.value;
  const isLeast = value.kind === 'call' && value.callee.kind === 'name' && /^min$/i.test(value.callee.path.at(-1) ?? '');
  const numbers = isLeast ? value.arguments.map(mostOf).filter((each) => !Number.isNaN(each)) : [];
  return numbers.length > 0 ? Math.min(...numbers) : Number.NaN;
}

/** Returns the innermost place of a flow inside `outer`, or `outer` itself if there is none. */
export function placeIn(outer: Span, { way }: Flow): Span {
  return way.findLast((at) => within(at, outer)) ?? outer;
}

/** Returns where the outermost of nested calls passes the credential that a function exposes, since its caller has to change that. */
export function passedAt(callers: readonly Call[], { source }: Flow, flowsOf: (value: Value) => readonly Flow[]): Span | undefined {
  for (const { at, arguments: values, argumentsAt } of callers) {
    if (isInOtherFile(at)) continue;
    for (const [index, value] of values.entries()) {
      const flow = flowsOf(value).find((each) => each.source.variable === source.variable);
      if (flow) return placeIn(argumentsAt?.[index] ?? value.at, flow);
    }
  }
  return undefined;
}
