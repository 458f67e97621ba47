/** Composite literals: `Config{Token: "…"}`, `[]string{"a"}`, `map[string]string{"a": "b"}`; and zero values of types. */
import { construction, identifier, list, node, type Node, object, type Place, property } from '../../lowering/nodes.js';
import { partsOf, separated } from '../../lowering/lezer.js';
import type { GoNode } from '../parser.js';
import type { Lowering } from './lowering.js';
import { isType, pointedTo } from './type-nodes.js';
import { annotation } from './types.js';

export function lowerComposite(lowering: Lowering, of: GoNode): Node {
  const [type, value] = partsOf(of);
  if (!type || !value) return lowering.unknown(of);
  return lowerValue(lowering, value, type, lowering.place(of));
}

/** The zero value of a type: for `make`, `new`, and variables without a value. */
export function lowerZero(lowering: Lowering, type: GoNode): Node | undefined {
  const inner = pointedTo(type);
  const place = lowering.place(inner);
  switch (inner.name) {
    case 'MapType':
    case 'StructType':
      return object([], place);
    case 'SliceType':
      return list([], place);
    case 'QualifiedType':
      return isHeaders(lowering, inner) ? object([], place) : undefined;
    default:
      return lowering.structs.get(lowering.textOf(inner))?.isClass ? made(lowering, inner, [], place) : undefined;
  }
}

/** Lowers a type where a value is expected, such as an argument of `make`. */
export function lowerType(lowering: Lowering, of: GoNode): Node | undefined {
  return isType(of) ? lowerZero(lowering, of) : undefined;
}

function made(lowering: Lowering, type: GoNode, values: readonly Node[], place: Place): Node {
  return construction(identifier(lowering.textOf(type), [place[0], Math.min(type.to, place[1])]), values, place);
}

/** Lowers the braces of a literal of a type. */
function lowerValue(lowering: Lowering, value: GoNode, type: GoNode | undefined, place: Place): Node {
  const inner = type && pointedTo(type);
  const elements = separated(partsOf(value).filter(({ name }) => name !== '{' && name !== '}')).flatMap(([first]) =>
    first?.name === 'Element' ? [partsOf(first)] : [],
  );
  const isKeyed = elements.some(([first]) => first?.name === 'Key');
  const struct = inner && lowering.structs.get(lowering.textOf(inner));
  const below = inner && elementType(inner);
  if (inner?.name === 'SliceType' || inner?.name === 'ArrayType' || (!isKeyed && !struct && elements.length > 0))
    return list(
      elements.flatMap((parts) => lowerElement(lowering, parts, below) ?? []),
      place,
    );
  const names = struct?.fieldNames ?? [];
  const isMap = inner?.name === 'MapType' || (inner !== undefined && isHeaders(lowering, inner));
  const properties = elements.flatMap((parts, index) =>
    lowerEntry(lowering, parts, { isMap, below, name: names[index], isHeader: inner !== undefined && isHeaders(lowering, inner) }),
  );
  const [first] = properties;
  const whole = object(properties, struct?.isClass ? [first?.range[0] ?? place[1], place[1]] : place);
  if (struct?.isClass && inner) return made(lowering, inner, [whole], place);
  const typed = inner && annotation(lowering, inner);
  return typed?.type === 'TSTypeAnnotation'
    ? node('TSSatisfiesExpression', place, { expression: whole, typeAnnotation: typed.typeAnnotation })
    : whole;
}

/** Whether a type is `http.Header`, whose values are lists. */
function isHeaders(lowering: Lowering, type: GoNode): boolean {
  return /(?:^|\.)Header$/.test(lowering.textOf(type)) || /^map\[string\]\[\]string$/.test(lowering.textOf(type));
}

/** The element type of a slice, array or map. */
function elementType(type: GoNode): GoNode | undefined {
  return /^(?:Slice|Array|Map)Type$/.test(type.name) ? partsOf(type).findLast(isType) : undefined;
}

function lowerElement(lowering: Lowering, parts: readonly GoNode[], type: GoNode | undefined): Node | undefined {
  const value = parts.findLast(({ name }) => name !== 'Key' && name !== ':');
  if (!value) return undefined;
  return value.name === 'LiteralValue' ? lowerValue(lowering, value, type, lowering.place(value)) : lowering.expression(value);
}

interface EntryForm {
  readonly isMap: boolean;
  readonly isHeader: boolean;
  readonly below: GoNode | undefined;
  /** The field at this position, where none is named. */
  readonly name: string | undefined;
}

function lowerEntry(lowering: Lowering, parts: readonly GoNode[], { isMap, isHeader, below, name }: EntryForm): readonly Node[] {
  const [first] = parts;
  const value = lowerElement(lowering, parts, below);
  if (!first || !value) return [];
  // A header's value is a list, usually of one item.
  const only = isHeader && value.type === 'ArrayExpression' && value.elements.length === 1 ? (value.elements[0] ?? value) : value;
  const place: Place = [first.from, value.range[1]];
  const key = first.name === 'Key' ? partsOf(first)[0] : undefined;
  if (!key) return name === undefined ? [] : [property(identifier(name, [first.from, first.from]), only, place)];
  if (key.name === 'VariableName' && !isMap) return [property(identifier(lowering.textOf(key), lowering.place(key)), only, place)];
  const lowered = lowering.expression(key);
  return [property(lowered, only, place, lowered.type !== 'Literal')];
}
