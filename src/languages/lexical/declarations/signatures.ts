/** Names of the parameters that functions, classes and records of a program declare, which name the values that calls pass by position. */
import { parameterNames } from './functions.js';
import type { Profile } from '../profile.js';
import { type Group, isMark, isWord, type Item } from '../tokens/groups.js';

export interface Signature {
  /** The function or class, or the enumeration whose constructor a constant calls. */
  readonly of: string;
  readonly parameters: readonly string[];
  /** Whether its text shows every field: `record`, `data class`, `case class`. */
  readonly isRecord: boolean;
}

/** Deepest nesting of brackets that is searched. */
const MAX_DEPTH = 100;

const declaring = new Set('class record'.split(' '));
/** Words that precede brackets and are not names of functions. */
const statements = new Set('if for foreach while switch catch when using lock synchronized return try fixed'.split(' '));

/** Finds the declarations of a program by name. A name that is declared with different parameters is not in the result. */
export function signaturesIn(root: Group, profile: Profile): ReadonlyMap<string, Signature> {
  const all = new Map<string, Signature | undefined>();
  const constants: (readonly [name: string, of: string])[] = [];
  const visit = ({ items: written }: Group, depth: number): void => {
    const items = written.filter(({ kind }) => kind !== 'line');
    for (const [index, item] of items.entries()) {
      if (isWord(item, 'enum')) constants.push(...constantsIn(items, index));
      if (item.kind !== 'group') continue;
      if (depth < MAX_DEPTH) visit(item, depth + 1);
      const name = items[index - 1];
      if (item.open !== '(' || item.items.length === 0 || !isWord(name) || !isDeclared(items, index, profile)) continue;
      const parameters = parameterNames(item, profile);
      const known = all.get(name.text);
      const isSame = !all.has(name.text) || known?.parameters.join() === parameters.join();
      all.set(name.text, isSame ? { of: name.text, parameters, isRecord: known?.isRecord === true || isRecord(items, index) } : undefined);
    }
  };
  visit(root, 0);
  for (const [name, of] of constants) if (!all.has(name)) all.set(name, all.get(of));
  return new Map([...all].flatMap(([name, signature]) => (signature ? [[name, signature] as const] : [])));
}

/** `enum Zone { MAIN("…"), TEST("…"); … }`: each constant calls the constructor. */
function constantsIn(items: readonly Item[], index: number): readonly (readonly [name: string, of: string])[] {
  const of = items.slice(index + 1, index + 3).find((item) => isWord(item) && item.text !== 'class');
  const body = items.slice(index + 2, index + 6).find((item) => item.kind === 'group' && item.open === '{');
  if (!isWord(of) || body?.kind !== 'group') return [];
  return body.items.flatMap((item, at, all) => {
    const next = all[at + 1];
    return isWord(item) && next?.kind === 'group' && next.open === '(' && item.text !== of.text ? [[item.text, of.text] as const] : [];
  });
}

/** Whether the brackets at an index hold the parameters of a declaration. */
function isDeclared(items: readonly Item[], index: number, profile: Profile): boolean {
  const [name, before] = [items[index - 1], items[index - 2]];
  if (isWord(name, ...statements)) return false;
  if (isWord(before) && (declaring.has(before.text) || profile.functions.includes(before.text))) return true;
  const [next, then] = [items[index + 1], items[index + 2]];
  const hasBody = (next?.kind === 'group' && next.open === '{') || isMark(next, '=>') || (isWord(next, 'throws') && isWord(then));
  const own = items[index];
  const isFirst = before === undefined || before.kind === 'group' || isMark(before, ';');
  const mayDeclare = isFirst || (isWord(before) && !isWord(before, 'new'));
  return profile.typeFirst === true && hasBody && mayDeclare && own?.kind === 'group' && hasTypes(own);
}

/** `(String zone, List<String> names)` */
function hasTypes({ items }: Group): boolean {
  return items.some((item, index) => isWord(item) && (isWord(items[index + 1]) || isMark(items[index + 1], '<')));
}

/** Whether a declaration is of a record that does not write its text itself. */
function isRecord(items: readonly Item[], index: number): boolean {
  const [kind, modifier] = [items[index - 2], items[index - 3]];
  const body = items.slice(index + 1, index + 8).find((item) => item.kind === 'group' && item.open === '{');
  const isKind = isWord(kind, 'record') || isWord(modifier, 'record') || (isWord(kind, 'class') && isWord(modifier, 'data', 'case'));
  const writesText = body?.kind === 'group' && body.items.some((item) => isWord(item, 'toString', 'ToString', 'PrintMembers'));
  return isKind && !writesText;
}
