/** What Go's own functions do to values: texts, lists, JSON, base64. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Text, Value } from '../../../source/model.js';
import { alternatives, literal, unknown } from '../../../source/values.js';
import type { Frame, Reading } from '../../javascript/reading.js';
import { bare, type Node, spanOf, staticKey } from '../../javascript/syntax/syntax.js';
import { listOf, ofTable } from '../../javascript/values/collection-methods.js';
import { pairsOf as pairsOfTable } from '../../javascript/values/iteration.js';
import { concatenation } from '../../javascript/values/texts/texts.js';
import { decodedText } from '../../lexical/codecs.js';
import { formatted, percentPlaces } from '../../lexical/formats.js';
import { pairsOf } from '../lowering/statements.js';
import { qualified } from './members.js';

type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

/** A call as these functions see it. */
interface Standard {
  readonly reading: Reading;
  readonly node: CallNode;
  readonly values: readonly Value[];
}

/** What a call of one of the language's own functions gives; undefined if it is none. */
export function standardCall(reading: Reading, node: CallNode, frame: Frame | undefined): Value | undefined {
  const name = functionName(reading, bare(node.callee), frame);
  if (name === undefined) return undefined;
  const known = Object.hasOwn(functions, name) ? functions[name] : wrapping.test(name) ? firstArgument : undefined;
  return known?.({
    reading,
    node,
    values: node.arguments.filter(({ type }) => type !== 'SpreadElement').map((each) => reading.read(each, frame)),
  });
}

function functionName(reading: Reading, callee: Node, frame: Frame | undefined): string | undefined {
  if (callee.type !== 'MemberExpression') return undefined;
  if (callee.object.type === 'Identifier' && callee.object.name === pairsOf) return pairsOf;
  if (staticKey(callee.property, callee.computed) === undefined) return undefined;
  const value = reading.read(callee, frame);
  return value.kind === 'name' && !value.local && !value.of ? qualified(value) : undefined;
}

type KnownFunction = (call: Standard) => Value | undefined;

const firstArgument: KnownFunction = ({ values: [value] }) => value;
const text: KnownFunction = ({ values: [value] }) => (value && isText(value) ? value : undefined);

/** What is written as JSON is what it is made of; what cannot be seen stays a call. */
const written: KnownFunction = ({ values: [value] }) => (value?.kind === 'name' && value.local ? undefined : value);

function isText(value: Value): boolean {
  return alternatives(value).some(({ kind }) => kind === 'text');
}

const filled: KnownFunction = ({ node, values: [form, ...values] }) =>
  form?.kind === 'text'
    ? {
        ...formatted(
          form,
          values.map((value) => ({ value, at: value.at })),
          [],
          percentPlaces,
        ),
        at: spanOf(node),
      }
    : undefined;

const decoded: KnownFunction = ({ values: [value] }): Text | undefined => value && decodedText(value);

/** Functions of packages that give what they are given, as an optional value: `aws.String("…")`. */
const wrapping = /\.(?:F|String|StringPtr|Bool|BoolPtr|Ptr|Pointer|To|NewOpt)$/;

/** `flag.String("token", os.Getenv("CF_API_TOKEN"), "…")`: of an option whose default is empty it is only known who gives it. */
const withDefault: KnownFunction = ({ values: [, instead] }) => (instead && literal(instead) === '' ? undefined : instead);

/** Functions by their names, with those of their packages. */
const functions: Readonly<Record<string, KnownFunction>> = {
  [pairsOf]: ({ reading, node, values: [value] }) => {
    const at = spanOf(node);
    if (value?.kind === 'table') return ofTable(reading, value, pairsOfTable, at);
    if (value?.kind !== 'list') return undefined;
    const pair = (item: Value): Value => ({ kind: 'list', items: [unknown(at), item], open: false, at: item.at });
    return listOf(
      reading,
      () => value.items.map(pair),
      () => value.open,
      at,
    );
  },
  'fmt.Sprintf': filled,
  'fmt.Sprint': ({ reading, node, values }) => (values.some(isText) ? concatenation(reading, node, values) : undefined),
  'strings.TrimSpace': text,
  'strings.Trim': text,
  'strings.TrimSuffix': text,
  'strings.TrimPrefix': text,
  'strings.TrimRight': text,
  'strings.TrimLeft': text,
  'strings.NewReader': firstArgument,
  'strings.Join': ({ reading, node, values: [list, between] }) => {
    if (list?.kind !== 'list' || list.open || !between || literal(between) === undefined) return undefined;
    return concatenation(
      reading,
      node,
      list.items.flatMap((item, index) => (index > 0 && literal(between) !== '' ? [between, item] : [item])),
    );
  },
  'bytes.NewBuffer': firstArgument,
  'bytes.NewBufferString': firstArgument,
  'bytes.NewReader': firstArgument,
  'io.NopCloser': firstArgument,
  'json.Marshal': written,
  'json.MarshalIndent': written,
  'url.Parse': text,
  'url.PathEscape': firstArgument,
  'url.QueryEscape': firstArgument,
  'url.JoinPath': ({ reading, node, values }) => (values.some(isText) ? concatenation(reading, node, values) : undefined),
  'StdEncoding.DecodeString': decoded,
  'base64.StdEncoding.DecodeString': decoded,
  'base64.URLEncoding.DecodeString': decoded,
  'base64.RawStdEncoding.DecodeString': decoded,
  'flag.String': withDefault,
  'flag.Bool': ({ values: [, instead] }) => instead,
  'pflag.String': withDefault,
  'pflag.Bool': ({ values: [, instead] }) => instead,
};
