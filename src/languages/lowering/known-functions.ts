/** What functions do alike in the standard libraries of several languages: return a text, join a list, fill in a format. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Text, Value } from '../../source/model.js';
import { alternatives, literal, unknown } from '../../source/values.js';
import type { Frame, Reading } from '../javascript/reading.js';
import { spanOf } from '../javascript/syntax/syntax.js';
import { listOf, ofTable } from '../javascript/values/collection-methods.js';
import { pairsOf } from '../javascript/values/iteration.js';
import { concatenation } from '../javascript/values/texts/texts.js';
import { decodedText } from '../lexical/evaluation/codecs.js';
import { formatted, percentPlaces } from '../lexical/evaluation/formats.js';

export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

/** A call of such a function. */
export interface KnownCall {
  readonly reading: Reading;
  readonly node: CallNode;
  /** The arguments by position. */
  readonly values: readonly Value[];
}

/** Evaluates a call; undefined if the result is unknown. */
export type KnownFunction<C extends KnownCall = KnownCall> = (call: C) => Value | undefined;

/** Reads the positional arguments of a call. */
export function knownCall(reading: Reading, node: CallNode, frame: Frame | undefined): KnownCall {
  const positional = node.arguments.filter(({ type }) => type !== 'SpreadElement');
  return { reading, node, values: positional.map((each) => reading.read(each, frame)) };
}

export function isText(value: Value): boolean {
  return alternatives(value).some(({ kind }) => kind === 'text');
}

/** For functions whose result is equivalent to their first argument. */
export const firstArgument: KnownFunction = ({ values: [value] }) => value;

/** For functions that trim, cut or check a text. */
export const sameText: KnownFunction = ({ values: [value] }) => (value && isText(value) ? value : undefined);

/** For functions that serialize to JSON: the result is the value that is serialized. A call with an unknown value stays a call. */
export const written: KnownFunction = ({ values: [value] }) => (value?.kind === 'name' && value.local ? undefined : value);

/** For functions that decode base64. */
export const decoded: KnownFunction = ({ values: [value] }): Text | undefined => value && decodedText(value);

/** `sprintf("%s", value)` */
export const filledFormat: KnownFunction = ({ node, values: [form, ...values] }) => {
  if (form?.kind !== 'text') return undefined;
  const given = values.map((value) => ({ value, at: value.at }));
  return { ...formatted(form, given, [], percentPlaces), at: spanOf(node) };
};

/** For functions that concatenate their arguments. */
export const concatenated: KnownFunction = ({ reading, node, values }) =>
  values.some(isText) ? concatenation(reading, node, values) : undefined;

/** Joins the items of a list into one text. */
export function joinedItems({ reading, node }: KnownCall, list: Value | undefined, between: Value | undefined): Value | undefined {
  const separator = between && literal(between);
  if (list?.kind !== 'list' || list.open || !between || separator === undefined) return undefined;
  const parts = list.items.flatMap((item, index) => (index > 0 && separator !== '' ? [between, item] : [item]));
  return concatenation(reading, node, parts);
}

/** The items of a list, each paired with its index, which stays unknown. */
export const indexedItems: KnownFunction = ({ reading, node, values: [value] }) => {
  if (value?.kind !== 'list') return undefined;
  const at = spanOf(node);
  const pair = (item: Value): Value => ({ kind: 'list', items: [unknown(at), item], open: false, at: item.at });
  return listOf(
    reading,
    () => value.items.map(pair),
    () => value.open,
    at,
  );
};

/** Pairs of keys or indexes with their values. */
export const pairs: KnownFunction = (call) => {
  const [value] = call.values;
  return value?.kind === 'table' ? ofTable(call.reading, value, pairsOf, spanOf(call.node)) : indexedItems(call);
};
