/** Functions whose result is known from their arguments: those that decode base64, and those that serialize to JSON. */
import type { Text, Value } from '../../../source/model.js';
import { literal } from '../../../source/values.js';
import { bare, type CallNode, type Node } from '../tree.js';

/** Functions that decode base64, in any language. */
const decoders =
  /(?:^|\.)(?:b64decode|urlsafe_b64decode|base64_decode|(?:strict_|urlsafe_)?decode64|DecodeString|FromBase64String|decode_base64)$/;

/** Decodes a text; undefined if not all of it is known. */
export function decodedText(value: Value): Text | undefined {
  const written = literal(value);
  if (value.kind !== 'text' || written === undefined || !/^[\w+/-]{16,4000}={0,2}$/.test(written)) return undefined;
  const text = Buffer.from(written, 'base64').toString();
  return { ...value, parts: [{ kind: 'piece', text, at: value.at, exact: false }] };
}

/** Whether a function decodes base64. */
export function decodes(called: string | undefined): boolean {
  return called !== undefined && decoders.test(called);
}

/** Functions that serialize their argument as JSON, put it in the body of a request, or return it unchanged. */
const writers =
  /(?:^|\.)(?:JSON\.(?:generate|dump)|(?:wp_)?json_encode|encode_json|to_json|toJSON|ConvertTo-(?:Json|SecureString)|JsonSerializer\.Serialize(?:ToUtf8Bytes)?|JsonConvert\.SerializeObject|JsonContent\.Create|StringContent|json\.Marshal(?:Indent)?|strings\.NewReader|bytes\.New(?:Reader|Buffer|BufferString)|serde_json\.(?:json|to_(?:string|vec))|BodyPublishers\.ofString|RequestBody\.create|Entity\.json|writeValueAsString|toJson|jsonEncode|json\.encode|cjson\.encode|JSONSerialization\.data|cloudflare\.F|(?:Jason|Poison|JSON)\.encode!?)$|^(?:byte|json)$/;
const methods = new Set(
  'to_json inspect pretty_inspect toRequestBody toJson encode freeze dup deep_dup deep_freeze to_h to_string to_owned to_s toString ToString into clone as_str as_bytes trim strip lstrip rstrip chomp squish presence trimIndent toByteArray getBytes c_str toUtf8 toStdString'.split(
    ' ',
  ),
);

/** Methods of optional values that take a fallback. */
const fallbacks = /^(?:unwrap_or|unwrap_or_else|getOrElse|orElse|orElseGet|getOrDefault|ifEmpty|ifBlank|presence_or)$/;

/** The variable that is read and its fallback: `env::var("A").unwrap_or("b")`. */
export function fallbackIn({ callee, arguments: [fallback] }: CallNode): { readonly of: Node; readonly fallback: Node } | undefined {
  const method = callee.kind === 'name' && callee.object && fallbacks.test(bare(callee.name)) ? callee : undefined;
  return method?.object && fallback ? { of: heldBy(method.object), fallback } : undefined;
}

/** The value inside an optional: `Optional.ofNullable(System.getenv("A"))`, `Option(sys.env("A"))`. */
function heldBy(node: Node): Node {
  if (node.kind !== 'call' || node.callee.kind !== 'name') return node;
  const { name, object } = node.callee;
  const owner = object?.kind === 'name' ? object.name : name;
  const [only, ...more] = node.arguments;
  return only && more.length === 0 && /^(?:Optional|Option|Some)$/.test(owner) ? only : node;
}

/** Returns the written text that a node evaluates to: itself, or the object of a method that returns it. */
export function writtenText(node: Node): Node {
  if (node.kind !== 'call' || node.callee.kind !== 'name' || !node.callee.object || !writesObject(bare(node.callee.name))) return node;
  return writtenText(node.callee.object);
}

/** Whether a method serializes its object, or returns it unchanged. */
export function writesObject(method: string): boolean {
  return methods.has(method);
}

/** The value that a call serializes as JSON, where it is known. */
export function writtenAsJson(
  { callee, arguments: values, named }: CallNode,
  called: string | undefined,
  value: (node: Node) => Value,
): Value | undefined {
  const object = callee.kind === 'name' && writesObject(bare(callee.name)) ? callee.object : undefined;
  // Phoenix's `json(conn, data)` sends its argument.
  const isWriter = called !== undefined && writers.test(called) && (called !== 'json' || values.length === 1);
  const all = object ? [object] : isWriter ? [...values, ...named.map((pair) => pair.value)] : [];
  return all
    .slice(0, 2)
    .map(value)
    .find(({ kind }) => kind === 'table' || kind === 'list' || kind === 'text');
}
