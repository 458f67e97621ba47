/** Evaluates functions of packages that join a URL or path from its segments. */
import type { Text, Value } from '../../../../source/model.js';
import { part, shape } from '../../../../source/values.js';
import type { Reading } from '../../reading.js';
import type { PackageFunction } from '../packages/package-function.js';
import { type Node, spanOf } from '../../syntax/syntax.js';
import { concatenation, textAt } from './texts.js';

/** How a function joins: its arguments in order, a base that comes second, or its first argument alone, whose path it keeps. */
type Joining = 'in order' | 'base second' | 'first';

/** Such functions by module and dotted name; the name of a default export is empty. */
const joining: Readonly<Record<string, Readonly<Record<string, Joining>>>> = {
  'path/posix': { join: 'in order' },
  path: { 'posix.join': 'in order' },
  'proper-url-join': { '': 'in order' },
  ufo: {
    joinURL: 'in order',
    withBase: 'base second',
    cleanDoubleSlashes: 'first',
    withoutTrailingSlash: 'first',
    withQuery: 'first',
    withTrailingSlash: 'first',
  },
  'url-join': { '': 'in order', urlJoin: 'in order' },
  'url-join-ts': { '': 'in order', urlJoin: 'in order' },
};
const byModule = new Map(Object.entries(joining).map(([module, names]) => [module, new Map(Object.entries(names))]));

/** The result of a call of such a function with known arguments. */
export function joinedPath(
  reading: Reading,
  node: Node,
  { module, name }: PackageFunction,
  given: () => readonly Value[],
): Value | undefined {
  const how = byModule.get(module)?.get(name);
  if (how === undefined) return undefined;
  const values = given();
  if (values.length === 0) return undefined;
  if (how === 'first') return values[0];
  const [first, second] = values;
  return joinedBySlashes(reading, node, how === 'base second' && first && second ? [second, first] : values);
}

/** Joins segments with exactly one slash between two of them. */
function joinedBySlashes(reading: Reading, node: Node, segments: readonly Value[]): Value {
  const slash = textAt(reading, node, [{ kind: 'piece', text: '/', at: spanOf(node), exact: false }]);
  const trimmed = segments
    .map((segment, index) => (segment.kind === 'text' ? withoutSlashes(segment, index > 0, index < segments.length - 1) : segment))
    .filter((segment) => segment.kind !== 'text' || segment.parts.length > 0);
  return concatenation(
    reading,
    node,
    trimmed.flatMap((segment, index) => (index > 0 && !continues(segment) ? [slash, segment] : [segment])),
  );
}

/** Whether a segment is a query or fragment, which no slash precedes. */
function continues(segment: Value): boolean {
  return segment.kind === 'text' && /^[?#&]/.test(shape(segment));
}

/** A text without the slashes at its beginning, its end or both. */
export function withoutSlashes(text: Text, atStart: boolean, atEnd: boolean): Text {
  const written = shape(text);
  let [start, end] = [0, written.length];
  if (atStart) while (start < end && written[start] === '/') start += 1;
  if (atEnd) while (end > start && written[end - 1] === '/') end -= 1;
  return start === 0 && end === written.length ? text : { ...text, parts: part(text, start, end).parts };
}
