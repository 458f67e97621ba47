/** Calls: positional and named arguments, and calls that are lowered to other nodes. */
import {
  binary,
  call,
  constant,
  element,
  identifier,
  logical,
  member,
  namedArguments,
  node,
  type Node,
  type Place,
  property,
  spread,
  string,
  unary,
} from '../../lowering/nodes.js';
import { nameOf } from '../../javascript/syntax/dotted-name.js';
import { partsOf, separated } from '../../lowering/lezer.js';
import type { PhpNode } from '../parser.js';
import type { Lowering } from './lowering.js';

export function lowerCall(lowering: Lowering, callee: Node, given: PhpNode, place: Place): Node {
  const values = lowerArguments(lowering, given);
  const isAbove = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === '__construct';
  if (isAbove && callee.object.type === 'ThisExpression') return call(node('Super', callee.range), values, place);
  return special(callee, values, place) ?? call(callee, values, place);
}

export function lowerArguments(lowering: Lowering, given: PhpNode): readonly Node[] {
  const positional: Node[] = [];
  const named: Node[] = [];
  for (const group of separated(partsOf(given).filter(({ name }) => name !== '(' && name !== ')'))) {
    const first = group.find(({ name }) => name !== '&');
    if (!first) continue;
    const [name, , value] = partsOf(first);
    const place = lowering.place(first);
    if (first.name === 'NamedArgument' && name && value)
      named.push(property(identifier(lowering.textOf(name), lowering.place(name)), lowering.expression(value), place));
    else if (first.name === 'SpreadArgument') {
      const last = partsOf(first).at(-1);
      if (last) positional.push(spread(lowering.expression(last), place));
    } else positional.push(lowering.expression(first));
  }
  const [first] = named;
  return first ? [...positional, namedArguments(named, [first.range[0], named.at(-1)?.range[1] ?? first.range[1]])] : positional;
}

interface Given {
  readonly callee: Node;
  readonly values: readonly Node[];
  readonly place: Place;
}

type Special = (given: Given) => Node | undefined;

function special(callee: Node, values: readonly Node[], place: Place): Node | undefined {
  const name = callee.type === 'Identifier' ? callee.name.toLowerCase() : '';
  if (Object.hasOwn(specials, name)) return specials[name]?.({ callee, values, place });
  const method = callee.type === 'MemberExpression' ? (nameOf(callee)?.at(-1) ?? '') : '';
  return Object.hasOwn(methods, method) ? methods[method]?.({ callee, values, place }) : undefined;
}

function end({ range }: Node): Place {
  return [range[1], range[1]];
}

/** `getenv('X')`, `env('X', 'instead')`. */
const environment: Special = ({ callee, values: [name, instead], place }) => {
  if (!name) return undefined;
  const read = element(callee, name, [place[0], name.range[1]]);
  return instead && instead.type !== 'Identifier' && !isConstant(instead)
    ? logical('??', read, instead, place)
    : { ...read, range: [...place] };
};

function isConstant(of: Node): boolean {
  return of.type === 'Literal' && typeof of.value !== 'string';
}

/** `config('services.a.token')` is a member of the configuration. */
const configuration: Special = ({ callee, values: [name, instead], place }) => {
  const written = name?.type === 'Literal' && typeof name.value === 'string' ? name.value : undefined;
  if (!name || written === undefined || !/^[\w-]+(?:\.[\w-]+)*$/.test(written) || name.range[1] - name.range[0] !== written.length + 2)
    return undefined;
  let at = name.range[0] + 1;
  let value: Node = callee;
  for (const key of written.split('.')) {
    const inside: Place = [at, at + key.length];
    value = element(value, string([{ text: key, place: inside }], inside), [place[0], inside[1]]);
    at = inside[1] + 1;
  }
  return instead ? logical('??', value, instead, place) : { ...value, range: [...place] };
};

/** A function of an object, lowered to a member of that object. */
const asMember =
  (name: string): Special =>
  ({ values: [of], place }) =>
    of && member(of, name, end(of), place);

/** A function of an object, lowered to a method call. */
const asMethod =
  (name: string): Special =>
  ({ values: [of], place }) =>
    of && call(member(of, name, end(of)), [], place);

const isThere: Special = ({ values: [of], place }) => of && { ...binary('!==', of, constant(null, end(of))), range: [...place] };
const isMissing: Special = ({ values: [of], place }) => of && unary('!', of, place);

/** https://developer.wordpress.org/reference/functions/is_wp_error/ */
const isError: Special = ({ values: [of], place }) =>
  of && { ...binary('instanceof', of, identifier('WP_Error', end(of))), range: [...place] };

const specials: Readonly<Record<string, Special>> = {
  array_push: ({ values: [of, ...rest], place }) => of && call(member(of, 'push', end(of)), rest, place),
  config: configuration,
  count: asMember('length'),
  empty: isMissing,
  env: environment,
  getenv: environment,
  is_null: isMissing,
  is_wp_error: isError,
  isset: isThere,
  json_decode: asMethod('json'),
  strlen: asMember('length'),
  wp_remote_retrieve_body: asMember('body'),
  wp_remote_retrieve_response_code: asMember('status'),
  wp_remote_retrieve_response_message: asMember('statusText'),
};

/** `$response->json('result')` is a member of the result of `json()`. */
const ofAnswer: Special = ({ callee, values: [key], place }) =>
  key?.type === 'Literal' && typeof key.value === 'string' ? element(call(callee, [], callee.range), key, place) : undefined;

/** `$response->getBody()->getContents()` has the value of the body. */
const contents: Special = ({ callee, values }) =>
  values.length === 0 && callee.type === 'MemberExpression' && callee.object.type === 'CallExpression' ? callee.object : undefined;

const methods: Readonly<Record<string, Special>> = { getContents: contents, json: ofAnswer };
