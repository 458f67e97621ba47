/** Functions of PHP's standard library: for texts, arrays, JSON, base64, stream contexts. */
import type { Text, Value } from '../../../source/model.js';
import { get, presentValue, part, shape, tablesOf } from '../../../source/values.js';
import type { Frame, Reading } from '../../javascript/reading.js';
import { bare, spanOf } from '../../javascript/syntax/syntax.js';
import { listOf, ofTable } from '../../javascript/values/collection-methods.js';
import { keysOf, valuesOf } from '../../javascript/values/iteration.js';
import { contentOfValue, entry, joined, tableAt } from '../../javascript/values/tables.js';
import {
  type CallNode,
  decoded,
  filledFormat,
  firstArgument,
  joinedItems,
  knownCall,
  type KnownFunction,
  pairs,
  sameText,
  written,
} from '../../lowering/known-functions.js';
import { pairsOf } from '../lowering/statements.js';

/** Evaluates a call of a function of the standard library; undefined for any other function. */
export function standardCall(reading: Reading, node: CallNode, frame: Frame | undefined): Value | undefined {
  const callee = bare(node.callee);
  if (callee.type !== 'Identifier' || node.type === 'NewExpression') return undefined;
  const name = callee.name.toLowerCase();
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
  // A function that the file declares itself is a different one.
  if (!known || reading.scope.variable(callee)) return undefined;
  return known(knownCall(reading, node, frame));
}

const merged: KnownFunction = ({ reading, node, values }) => {
  if (values.some(({ kind }) => kind === 'list') && !values.some(({ kind }) => kind === 'table'))
    return listOf(
      reading,
      () => values.flatMap((value) => (value.kind === 'list' ? value.items : [])),
      () => values.some((value) => value.kind !== 'list' || value.open),
      spanOf(node),
    );
  // An empty array may be a list or a table.
  const tables = values.filter((value) => value.kind !== 'list' || value.items.length > 0);
  return tables.some(({ kind }) => kind === 'table')
    ? tableAt(reading, node, () => joined(tables.map((value) => contentOfValue(reading, value))))
    : undefined;
};

const ofArray =
  (what: typeof keysOf | typeof valuesOf): KnownFunction =>
  ({ reading, node, values: [value] }) =>
    value?.kind === 'table' ? ofTable(reading, value, what, spanOf(node)) : value?.kind === 'list' ? value : undefined;

/** `['http' => ['header' => "X: a\r\nY: b"]]`, in which headers are lines of one text. */
const context: KnownFunction = ({ reading, node, values: [options] }) => {
  const wrappers = options?.kind === 'table' ? ['http', 'https', 'ssl'].flatMap((key) => tablesOf(presentValue(get(options, key)))) : [];
  if (wrappers.length === 0) return undefined;
  return tableAt(reading, node, () => ({
    entries: wrappers
      .flatMap(({ entries }) => entries)
      .map((each) => (each.key === 'header' ? entry(reading, each.key, each.keyAt, () => linesOf(each.value), each.at, each.maybe) : each)),
    open: wrappers.some(({ open }) => open),
  }));
};

function linesOf(value: Value): Value {
  if (value.kind !== 'text') return value;
  const whole = shape(value);
  const items = [...whole.matchAll(/[^\r\n]+/g)].map(({ 0: line, index }): Text => part(value, index, index + line.length));
  return { kind: 'list', items, open: false, at: value.at };
}

/** Functions by name, in lower case. */
const functions: Readonly<Record<string, KnownFunction>> = {
  [pairsOf]: pairs,
  array_filter: firstArgument,
  array_keys: ofArray(keysOf),
  array_merge: merged,
  array_replace: merged,
  array_values: ofArray(valuesOf),
  base64_decode: decoded,
  esc_attr: firstArgument,
  esc_html: firstArgument,
  esc_url_raw: sameText,
  htmlentities: firstArgument,
  htmlspecialchars: firstArgument,
  http_build_query: written,
  implode: (call) => joinedItems(call, call.values[1], call.values[0]),
  json_encode: written,
  ltrim: sameText,
  rawurlencode: firstArgument,
  rtrim: sameText,
  sprintf: filledFormat,
  stream_context_create: context,
  strval: firstArgument,
  trim: sameText,
  urlencode: firstArgument,
  vsprintf: ({ reading, node, values: [form, list] }) =>
    form && list?.kind === 'list' && !list.open ? filledFormat({ reading, node, values: [form, ...list.items] }) : undefined,
  wp_json_encode: written,
};
