/** Applies what a program adds to a URL after creating it: `url.searchParams.set('token', token)`. */
import type { Piece, Text, Value } from '../../../../source/model.js';
import { literal } from '../../../../source/values.js';
import { type Frame, frameOf, type Reading } from '../../reading.js';
import type { Variable } from '../../syntax/scope.js';
import { type Node, parentOf, spanOf, staticKey } from '../../syntax/syntax.js';

/** Most uses of a URL that are examined. */
const MAX_USES = 100;

/** A URL, plus the query parameters that are set on it anywhere in the file. */
export function withParameters(reading: Reading, variable: Variable, url: Text, frame: Frame | undefined): Text {
  const [definition] = variable.defs;
  const made = definition?.node.type === 'VariableDeclarator' ? definition.node.init : undefined;
  if (made?.type !== 'NewExpression' || made.callee.type !== 'Identifier' || made.callee.name !== 'URL') return url;
  const added = variable.references.slice(0, MAX_USES).flatMap(({ identifier }) => parameterAt(reading, identifier, frame));
  return added.length > 0 ? { ...url, parts: [...url.parts, ...added] } : url;
}

/** The parts `?name=value`, if a use of a URL sets a query parameter. */
function parameterAt(reading: Reading, use: Node, frame: Frame | undefined): Text['parts'] {
  const parameters = memberOf(use, 'searchParams');
  const method = parameters && (memberOf(parameters, 'set') ?? memberOf(parameters, 'append'));
  const call = method && parentOf(method);
  if (call?.type !== 'CallExpression' || call.callee !== method) return [];
  const [name, value] = call.arguments;
  if (!name || !value) return [];
  const written = (node: Node): Value => reading.read(node, frameOf(node, frame));
  const start: Piece = { kind: 'piece', text: `?${literal(written(name)) ?? ''}=`, at: spanOf(name), exact: false };
  const given = written(value);
  return [start, ...(given.kind === 'text' ? given.parts : [{ kind: 'hole' as const, value: given, at: spanOf(value) }])];
}

/** The member expression around an object, if it accesses the member `name`. */
function memberOf(node: Node, name: string): Node | undefined {
  const outer = parentOf(node);
  return outer?.type === 'MemberExpression' && outer.object === node && staticKey(outer.property, outer.computed) === name
    ? outer
    : undefined;
}
