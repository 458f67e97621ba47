/** Structs with methods, or with fields that are read from the environment, become classes; the receiver is `this`. */
import { classNode, field, functionNode, method } from '../../lowering/declarations.js';
import { block, call, element, identifier, logical, member, node, type Node, type Place, statement, string } from '../../lowering/nodes.js';
import { partNamed, partsOf } from '../../lowering/lezer.js';
import type { RecordParts } from '../../lowering/marks.js';
import type { GoNode } from '../parser.js';
import { lowerMethod } from './functions.js';
import type { Lowering } from './lowering.js';
import { defaultTag, environmentTag, namesOf, type Struct } from './structs.js';
import { typeIn } from './types.js';

/** Lowers those structs of a file that become classes. */
export function lowerStructs(lowering: Lowering): readonly Node[] {
  return [...lowering.structs.values()].filter(({ isClass }) => isClass).map((each) => lowerStruct(lowering, each));
}

function lowerStruct(lowering: Lowering, struct: Struct): Node {
  const { name, spec, fields, methods } = struct;
  const all = [...(spec ? [spec] : []), ...methods];
  const place: Place = [Math.min(...all.map(({ from }) => from)), Math.max(...all.map(({ to }) => to))];
  const end = spec?.to ?? place[0];
  const own = (spec && partNamed(spec, 'DefName')) ?? methods[0];
  const at: Place = own ? [own.from, spec ? own.to : own.from] : place;
  const embedded = fields.find((each) => !partsOf(each).some((part) => part.name === 'FieldName'));
  const above = embedded && namesOf(embedded)[0];
  const superClass =
    above && lowering.structs.has(lowering.textOf(above)) ? identifier(lowering.textOf(above), lowering.place(above)) : null;
  const members = [
    ...fields.flatMap((each) => lowerField(lowering, each)),
    constructor([end, end]),
    ...methods.flatMap((each) => lowerMember(lowering, each)),
  ];
  const record = { fields: [], namedOnly: true, shown: shownFields(lowering, struct) } satisfies RecordParts;
  const marked = { ...classNode(identifier(name, at), superClass, members, place), record };
  return marked;
}

/** Methods that define how an object is printed or encoded. Sources: https://pkg.go.dev/fmt, https://pkg.go.dev/log/slog, https://pkg.go.dev/encoding/json. */
const printing: ReadonlySet<string> = new Set(['String', 'GoString', 'Format', 'Error', 'LogValue', 'MarshalJSON', 'MarshalText']);

/** The fields that functions print or encode with an object: strings that other packages see, unless its methods print it. */
function shownFields(lowering: Lowering, { fields, methods }: Struct): readonly string[] {
  const isPrinting = (of: GoNode): boolean => printing.has(textOfPart(lowering, of, 'FieldName'));
  if (methods.some(isPrinting)) return [];
  const shown = fields.filter(
    (each) => textOfPart(lowering, each, 'TypeName') === 'string' && !textOfPart(lowering, each, 'String').includes('json:"-"'),
  );
  return shown.flatMap(namesOf).flatMap((each) => (/^[A-Z]/.test(lowering.textOf(each)) ? [lowering.textOf(each)] : []));
}

function textOfPart(lowering: Lowering, of: GoNode, name: string): string {
  const part = partNamed(of, name);
  return part ? lowering.textOf(part) : '';
}

/** The constructor of a struct assigns the fields that it is passed. */
function constructor(place: Place): Node {
  const fields = identifier('fields', place);
  const assign = member(identifier('Object', place), 'assign', place);
  const body = block([statement(call(assign, [node('ThisExpression', place), fields], place))], place);
  const value = functionNode(null, { params: [identifier('fields', place)], body }, place);
  return method('constructor', identifier('constructor', place), value, { static: false });
}

function lowerField(lowering: Lowering, of: GoNode): readonly Node[] {
  const type = typeIn(lowering, partsOf(of));
  const tag = partNamed(of, 'String');
  const value = tag ? environmentValue(lowering, tag) : undefined;
  return namesOf(of).map((name, index, all) =>
    field(identifier(lowering.textOf(name), lowering.place(name)), value && index === 0 ? value : null, {
      static: false,
      place: all.length === 1 ? lowering.place(of) : lowering.place(name),
      type: all.length === 1 ? type : undefined,
    }),
  );
}

/** The environment variable that a field's tag names, with its default. */
function environmentValue(lowering: Lowering, tag: GoNode): Node | undefined {
  const written = lowering.textOf(tag);
  const named = environmentTag.exec(written);
  if (!named) return undefined;
  const quoted = ({ 0: whole, 1: inner = '', index }: RegExpExecArray): Node => {
    const start = tag.from + index + whole.lastIndexOf(inner);
    const place: Place = [start, start + inner.length];
    return string([{ text: inner, place }], place);
  };
  const name = quoted(named);
  const [start] = name.range;
  const read = element(member(identifier('os', [start, start]), 'Getenv', [start, start]), name, name.range);
  const instead = defaultTag.exec(written);
  return instead?.[1] ? logical('??', read, quoted(instead)) : read;
}

function lowerMember(lowering: Lowering, of: GoNode): readonly Node[] {
  const name = partNamed(of, 'FieldName');
  if (!name) return [];
  const key = identifier(lowering.textOf(name), lowering.place(name));
  return [method('method', key, lowerMethod(lowering, of, name), { static: false })];
}
