/** Records: those whose fields annotations fill, and those that a call fills. */
import type { Entry, Span, Table, Value } from '../../../source/model.js';
import type { Signature } from '../declarations/signatures.js';
import type { CallNode, Node, PairNode, TableNode } from '../tree.js';

/** Functions that fill a record from the command line and the environment: `Args::parse()`. */
const parsers = /(?:^|\.)[A-Z]\w*\.(?:(?:try_)?parse|from_args)$/;

export function fillsRecord(called: string | undefined): boolean {
  return called !== undefined && parsers.test(called);
}

/** Returns a record with the fields that annotations fill; it may have others. */
export function recordOf(fields: ReadonlyMap<string, Node | undefined>, at: Span, value: (node: Node) => Value): Table {
  const entries = [...fields].flatMap(([key, node]): readonly Entry[] =>
    node ? [{ key, keyAt: node.at, value: value(node), at: node.at, maybe: false }] : [],
  );
  return { kind: 'table', entries, open: true, names: [], at };
}

/** Returns the record that a call makes of its arguments: `new Credentials(email, token)`. */
export function recordMade(
  { callee, arguments: values, named, at }: CallNode,
  signatures: ReadonlyMap<string, Signature>,
): TableNode | undefined {
  const signature = callee.kind === 'name' && !callee.object ? signatures.get(callee.name) : undefined;
  if (!signature?.isRecord || values.length + named.length === 0) return undefined;
  const pairs = values.map((value, index): PairNode => ({ key: signature.parameters[index] ?? '', keyAt: value.at, value, at: value.at }));
  return { kind: 'table', pairs: [...pairs, ...named], names: [], at };
}

/** Whether a value may be any record: a parameter, or what a function returns. */
export function mayBeRecord(value: Value): boolean {
  return value.kind === 'call' || value.kind === 'opaque' || (value.kind === 'name' && value.local === true);
}
