/** Functions of Go's standard library: for texts, lists, JSON, base64. */
import type { Value } from '../../../source/model.js';
import { literal } from '../../../source/values.js';
import type { Frame, Reading } from '../../javascript/reading.js';
import { bare, type Node, staticKey } from '../../javascript/syntax/syntax.js';
import {
  type CallNode,
  concatenated,
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
import { qualified } from './members.js';

/** Evaluates a call of a function of the standard library; undefined for any other function. */
export function standardCall(reading: Reading, node: CallNode, frame: Frame | undefined): Value | undefined {
  const name = functionName(reading, bare(node.callee), frame);
  if (name === undefined) return undefined;
  const known = Object.hasOwn(functions, name) ? functions[name] : wrapping.test(name) ? firstArgument : undefined;
  return known?.(knownCall(reading, node, frame));
}

function functionName(reading: Reading, callee: Node, frame: Frame | undefined): string | undefined {
  if (callee.type !== 'MemberExpression') return undefined;
  if (callee.object.type === 'Identifier' && callee.object.name === pairsOf) return pairsOf;
  if (staticKey(callee.property, callee.computed) === undefined) return undefined;
  const value = reading.read(callee, frame);
  return value.kind === 'name' && !value.local && !value.of ? qualified(value) : undefined;
}

/** Functions of packages that wrap their argument as an optional value: `aws.String("…")`. */
const wrapping = /\.(?:F|String|StringPtr|Bool|BoolPtr|Ptr|Pointer|To|NewOpt)$/;

/** `flag.String("token", os.Getenv("CF_API_TOKEN"), "…")`: the default of an option. If it is empty, the value is whatever is passed. */
const withDefault: KnownFunction = ({ values: [, instead] }) => (instead && literal(instead) === '' ? undefined : instead);

/** Functions by name, including the package. */
const functions: Readonly<Record<string, KnownFunction>> = {
  [pairsOf]: pairs,
  'fmt.Sprintf': filledFormat,
  'fmt.Sprint': concatenated,
  'strings.TrimSpace': sameText,
  'strings.Trim': sameText,
  'strings.TrimSuffix': sameText,
  'strings.TrimPrefix': sameText,
  'strings.TrimRight': sameText,
  'strings.TrimLeft': sameText,
  'strings.NewReader': firstArgument,
  'strings.Join': (call) => joinedItems(call, call.values[0], call.values[1]),
  'bytes.NewBuffer': firstArgument,
  'bytes.NewBufferString': firstArgument,
  'bytes.NewReader': firstArgument,
  'io.NopCloser': firstArgument,
  'json.Marshal': written,
  'json.MarshalIndent': written,
  'url.Parse': sameText,
  'url.PathEscape': firstArgument,
  'url.QueryEscape': firstArgument,
  'url.JoinPath': concatenated,
  'StdEncoding.DecodeString': decoded,
  'base64.StdEncoding.DecodeString': decoded,
  'base64.URLEncoding.DecodeString': decoded,
  'base64.RawStdEncoding.DecodeString': decoded,
  'flag.String': withDefault,
  'flag.Bool': ({ values: [, instead] }) => instead,
  'pflag.String': withDefault,
  'pflag.Bool': ({ values: [, instead] }) => instead,
};
