/** The structs of a file. */
import { partNamed, partsOf } from '../../lowering/lezer.js';
import type { GoNode } from '../parser.js';
import { isType, pointedTo } from './type-nodes.js';

export interface Struct {
  readonly name: string;
  /** Its declaration; undefined if the file has only methods of it. */
  readonly spec: GoNode | undefined;
  readonly fields: readonly GoNode[];
  /** The names of its fields, in order. */
  readonly fieldNames: readonly string[];
  readonly methods: readonly GoNode[];
  readonly isClass: boolean;
}

/**
 * Tags from which packages read a field's value in the environment: https://pkg.go.dev/github.com/caarlos0/env,
 * https://pkg.go.dev/github.com/kelseyhightower/envconfig, https://pkg.go.dev/github.com/alecthomas/kong.
 */
export const environmentTag = /\b(?:env|envconfig):"([A-Z][A-Z\d_]*)/;
export const defaultTag = /\b(?:envDefault|default):"([^"]*)"/;

export function structsIn(declarations: readonly GoNode[], text: string): ReadonlyMap<string, Struct> {
  const textOf = ({ from, to }: GoNode): string => text.slice(from, to);
  const methods = new Map<string, GoNode[]>();
  for (const each of declarations) {
    const receiver = each.name === 'MethodDecl' ? receiverOf(each) : undefined;
    if (receiver) methods.set(textOf(receiver), [...(methods.get(textOf(receiver)) ?? []), each]);
  }
  const structs = new Map<string, Struct>();
  for (const spec of declarations.flatMap(specsIn)) {
    const name = partNamed(spec, 'DefName');
    const body = partsOf(spec).find((part) => part.name === 'StructType');
    const own = name && (methods.get(textOf(name)) ?? []);
    if (!own || (!body && own.length === 0)) continue;
    const fields = body ? partsOf(partNamed(body, 'StructBody') ?? body).filter((part) => part.name === 'FieldDecl') : [];
    const isClass = own.length > 0 || fields.some((each) => environmentTag.test(textOf(each)));
    structs.set(textOf(name), { name: textOf(name), spec, fields, fieldNames: fields.flatMap(namesOf).map(textOf), methods: own, isClass });
  }
  for (const [name, own] of methods)
    if (!structs.has(name)) structs.set(name, { name, spec: undefined, fields: [], fieldNames: [], methods: own, isClass: true });
  return structs;
}

function specsIn(of: GoNode): readonly GoNode[] {
  if (of.name !== 'TypeDecl') return [];
  return partsOf(of).flatMap((part) => (part.name === 'SpecList' ? partsOf(part) : [part]).filter(({ name }) => name === 'TypeSpec'));
}

/** The receiver type of a method. */
function receiverOf(of: GoNode): GoNode | undefined {
  const parameter = partsOf(of).find(({ name }) => name === 'Parameters');
  const type = parameter && partNamed(parameter, 'Parameter');
  const last = type && partsOf(type).findLast(isType);
  const inner = last && pointedTo(last);
  return inner?.name === 'ParameterizedType' ? partsOf(inner)[0] : inner;
}

/** The nodes of a field's names. */
export function namesOf(of: GoNode): readonly GoNode[] {
  const names = partsOf(of).filter(({ name }) => name === 'FieldName');
  // An embedded field is named after its type.
  const type = partsOf(of).find(isType);
  return names.length > 0 || !type ? names : [partsOf(pointedTo(type)).at(-1) ?? pointedTo(type)];
}
