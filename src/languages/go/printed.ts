/** How Go programs log whether a value is set. */
import type { Change } from '../../source/edits.js';
import type { Span } from '../../source/model.js';
import { alternatives } from '../../source/values.js';
import { nodeAt } from '../javascript/edits/nodes.js';
import { type Reading } from '../javascript/reading.js';
import { type Node, parentOf } from '../javascript/syntax/syntax.js';

const readTypes: ReadonlySet<string> = new Set(['Identifier', 'MemberExpression', 'CallExpression']);

/** Replaces an environment variable in a call that prints it by whether it is set, `token != ""`, which takes another verb in a format. */
export function whetherSet(reading: Reading, at: Span): Change | undefined {
  const node = nodeAt(reading, at, readTypes);
  const call = node && parentOf(node);
  if (!node || call?.type !== 'CallExpression' || !alternatives(reading.read(node)).every(isString)) return undefined;
  const { text } = reading.sourceCode;
  const code = `${text.slice(at.start, at.end)} != ""`;
  // A function without a format, unlike `Printf`.
  if (text.charAt(call.callee.range[1] - 1) !== 'f') return { edits: [{ at, text: code }], code };
  const verb = verbOf(text, call.arguments, node);
  return (
    verb && {
      edits: [
        { at: verb, text: '%t' },
        { at, text: code },
      ],
      code,
    }
  );
}

function isString(value: ReturnType<Reading['read']>): boolean {
  return value.kind === 'text' || (value.kind === 'name' && value.path[0] === 'env');
}

/** The verb of a format that an argument fills; undefined if it is not a plain one. */
function verbOf(text: string, given: readonly Node[], argument: Node): Span | undefined {
  const place = given.findIndex(({ type }) => type === 'Literal');
  const format = given[place];
  if (!format) return undefined;
  const [start, end] = format.range;
  const verbs = [...text.slice(start, end).matchAll(/%(?:%|[^%a-z]*[a-z])/gi)].filter(([verb]) => verb !== '%%');
  const verb = verbs[given.indexOf(argument) - place - 1];
  return verb && /^%[svq]$/.test(verb[0]) ? { start: start + verb.index, end: start + verb.index + verb[0].length } : undefined;
}
