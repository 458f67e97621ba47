/** Lowers `try` and `with`. */
import { block, identifier, node, type Node, type Place, statement } from '../../lowering/nodes.js';
import { partsOf, separated } from '../../lowering/lezer.js';
import type { PythonNode } from '../parser.js';
import type { Lowering } from './lowering.js';
import { assigned, lowerTarget } from './targets.js';

interface Clause {
  readonly keyword: PythonNode;
  readonly type: PythonNode | undefined;
  readonly name: PythonNode | undefined;
  readonly body: PythonNode | undefined;
}

/** Lowers `try`. Several `except` clauses become one `catch` with the bodies of all. Those that cannot catch a rejected request are not handlers. */
export function lowerTry(lowering: Lowering, of: PythonNode): readonly Node[] {
  const parts = partsOf(of);
  const bodyBehind = (keyword: string): PythonNode | undefined => {
    const index = parts.findIndex(({ name }) => name === keyword);
    return index === -1 ? undefined : parts.slice(index).find(({ name }) => name === 'Body');
  };
  const tried = lowering.block(bodyBehind('try'), of);
  const clauses = clausesIn(parts);
  const taking = clauses.filter(({ type }) => type === undefined || takesRefusals(lowering.textOf(type)));
  const handler = catchClause(lowering, taking);
  const others = clauses.filter((each) => !taking.includes(each)).map(({ keyword, body }) => lowering.block(body, keyword));
  const otherwise = bodyBehind('else');
  const last = bodyBehind('finally');
  const finalizer = last ? lowering.block(last, of) : null;
  const end = Math.max(tried.range[1], handler?.range[1] ?? 0, finalizer?.range[1] ?? 0);
  const place: Place = [lowering.place(of)[0], end];
  const statements = otherwise ? lowering.statements(partsOf(otherwise)) : [];
  return [node('TryStatement', place, { block: tried, handler: handler ?? null, finalizer }), ...others, ...statements];
}

function clausesIn(parts: readonly PythonNode[]): readonly Clause[] {
  return parts.flatMap((keyword, index): readonly Clause[] => {
    if (keyword.name !== 'except') return [];
    const rest = parts.slice(index + 1).filter(({ name }) => name !== '*');
    const end = rest.findIndex(({ name }) => name === 'Body');
    const head = end === -1 ? [] : rest.slice(0, end);
    const [type] = head;
    return [{ keyword, type, name: head.find((_, at) => head[at - 1]?.name === 'as'), body: rest[end] }];
  });
}

/**
 * Errors that are not raised for a rejected request: Python's own, and errors of the connection.
 *
 * Sources: https://docs.python.org/3/library/exceptions.html, and the documentation of requests, httpx, aiohttp and cloudflare; November 2026.
 */
const otherErrors =
  /^(?:Key|Index|Lookup|Type|Value|Attribute|Import|ModuleNotFound|FileNotFound|FileExists|IsADirectory|NotADirectory|Permission|JSONDecode|Unicode\w*|ZeroDivision|Arithmetic|Overflow|Assertion|Memory|Recursion|NotImplemented|EOF|Name|Connect|Connection\w*|\w*Timeout\w*|gaierror|InvalidURL|MissingSchema|SSL|Network|APIConnection|NotFound|RateLimit|Conflict)(?:Error|Exception)?$|^(?:KeyboardInterrupt|SystemExit|StopIteration|StopAsyncIteration|GeneratorExit|CancelledError)$/;

/** Whether the exception types of a clause include those raised for a rejected request. */
function takesRefusals(written: string): boolean {
  const names = written
    .replaceAll(/[()\s]/g, '')
    .split(',')
    .map((each) => each.slice(each.lastIndexOf('.') + 1))
    .filter(Boolean);
  return names.length === 0 || !names.every((name) => otherErrors.test(name));
}

function catchClause(lowering: Lowering, clauses: readonly Clause[]): Node | undefined {
  const [first] = clauses;
  if (!first) return undefined;
  const param = first.name ? identifier(lowering.textOf(first.name), lowering.place(first.name)) : null;
  const body = clauses.flatMap(({ name, body: inner }, index) => {
    const isOther = index > 0 && name;
    const caught = isOther
      ? [
          assigned(
            lowering,
            identifier(lowering.textOf(name), lowering.place(name)),
            identifier('undefined', lowering.place(name)),
            lowering.place(name),
          ),
        ]
      : [];
    return [...caught, ...(inner ? lowering.statements(partsOf(inner)) : [])];
  });
  const last = clauses.at(-1)?.body ?? first.keyword;
  const inside = lowering.placeOf((first.body ?? first.keyword).from, last.to);
  return node('CatchClause', lowering.placeOf(first.keyword.from, last.to), { param, body: block(body, inside) });
}

/** `with suppress(Exception):` is a `try` that ignores failures; any other `with` assigns its value to a variable. */
export function lowerWith(lowering: Lowering, of: PythonNode): readonly Node[] {
  const parts = partsOf(of);
  const body = parts.find(({ name }) => name === 'Body');
  const start = parts.findIndex(({ name }) => name === 'with');
  const heads = separated(parts.slice(start + 1, body ? parts.indexOf(body) : undefined)).map(unwrapped);
  const entered: Node[] = [];
  let suppressed: Node | undefined;
  for (const [head, as, ...target] of heads) {
    if (!head) continue;
    const value = lowering.expression(head);
    const place: Place = lowering.placeOf(head.from, target.at(-1)?.to ?? head.to);
    if (as?.name === 'as' && target.length > 0) entered.push(assigned(lowering, lowerTarget(lowering, target, 'variable'), value, place));
    else if (isSuppressing(value)) suppressed = value;
    else entered.push(statement(value, place));
  }
  const inner = lowering.block(body, of);
  if (!suppressed) return [...entered, ...((inner as { readonly body?: readonly Node[] }).body ?? [])];
  const [from, to] = lowering.place(of);
  const at: Place = [from, from + 'with'.length];
  const handler = node('CatchClause', at, { param: null, body: block([], [at[1], at[1]]) });
  return [...entered, statement(suppressed), node('TryStatement', [from, to], { block: inner, handler, finalizer: null })];
}

/** `with (open(a) as b, open(c) as d):` */
function unwrapped(group: readonly PythonNode[]): readonly PythonNode[] {
  const [first, ...rest] = group;
  const inner = first?.name === 'ParenthesizedExpression' && rest.length > 0 ? partsOf(first).find(({ name }) => name !== '(') : undefined;
  return inner ? [inner, ...rest] : group;
}

function isSuppressing(value: Node): boolean {
  if (value.type !== 'CallExpression') return false;
  const { callee, arguments: types } = value;
  const name =
    callee.type === 'Identifier'
      ? callee.name
      : callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
        ? callee.property.name
        : '';
  const written = types.map((type) =>
    type.type === 'Identifier'
      ? type.name
      : type.type === 'MemberExpression' && type.property.type === 'Identifier'
        ? type.property.name
        : 'Exception',
  );
  return name === 'suppress' && takesRefusals(written.join(','));
}
