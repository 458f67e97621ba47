/** Determines the fields that objects of a class reveal. */
import type { Table } from '../../../source/model.js';
import { recordOf } from '../../lowering/marks.js';
import type { Construction, Reading } from '../reading.js';
import { type ClassNode, isFunction, staticKey } from '../syntax/syntax.js';
import { type Content, entry, lazyTable } from '../values/tables.js';
import { memberOfInstance } from './classes.js';
import { convertedBy } from './conversions.js';
import { writesOf } from './field-writes.js';
import { constructorOf, lineage } from './instances.js';

/** The fields that an object reveals: when it is printed as an object or, in some languages, when it is converted to a string. */
export function shownBy(reading: Reading, construction: Construction): Table | undefined {
  const owners = lineage(reading, construction.instance.class);
  const asJson = convertedBy(reading, construction, 'toJSON');
  if (asJson) return asJson.kind === 'table' ? asJson : undefined;
  const keys = reading.language.printsFields ? printed(reading, owners) : owners.flatMap((each) => recordOf(each)?.shown ?? []);
  if (keys.length === 0) return undefined;
  const { at } = construction;
  const entries = (): Content => ({
    entries: keys.map((key) => entry(reading, key, at, () => memberOfInstance(reading, construction, key, at), at)),
    open: false,
  });
  return lazyTable(reading, entries, { names: () => [], type: () => undefined, at });
}

/** The fields that have a value and are not `#private`; empty if a class defines how its objects are printed. */
function printed(reading: Reading, owners: readonly ClassNode[]): readonly string[] {
  if (owners.some(printsItself)) return [];
  return [...new Set(owners.flatMap((owner) => [...declared(owner), ...writesOf(reading, owner).keys()]))].filter((key) =>
    /^[\w$]+$/.test(key),
  );
}

function declared(node: ClassNode): readonly string[] {
  const fields = node.body.body.flatMap((element): readonly string[] => {
    if (element.type !== 'PropertyDefinition' || element.static || !element.value || isFunction(element.value)) return [];
    const key = element.key.type === 'PrivateIdentifier' ? undefined : staticKey(element.key, element.computed);
    return key === undefined ? [] : [key];
  });
  const parameters = (constructorOf(node)?.params ?? []).flatMap((parameter): readonly string[] => {
    if (parameter.type !== 'TSParameterProperty') return [];
    const inner = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
    return 'name' in inner ? [inner.name] : [];
  });
  return [...fields, ...parameters];
}

/** Whether a class defines how its objects are printed: `toJSON() { … }`, `[inspect.custom]() { … }`. */
function printsItself(node: ClassNode): boolean {
  return node.body.body.some((element) => {
    if (!('key' in element) || ('static' in element && element.static)) return false;
    const key = staticKey(element.key, element.computed);
    return key === undefined || key === 'toJSON' || key === 'inspect';
  });
}
