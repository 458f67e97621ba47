/** The functions that a program declares. A parameter may be anything, or its default. */
import { type Group, isMark, isWord, type Item, splitAt } from '../tokens/groups.js';
import type { Profile } from '../profile.js';
import type { Token } from '../tokens/tokens.js';
import { newScope, type Scope } from '../tree.js';

/** Most words before the keyword of a function. */
const MAX_BEFORE = 8;

/** A function that a statement declares. */
export interface Declared {
  readonly name: string | undefined;
  /** The scope in which its parameters are declared. */
  readonly scope: Scope;
  readonly parameters: Group | undefined;
  /** The expression that is its whole body: `fun zones() = client.get(url)`, `def zones, do: …`. */
  readonly body: readonly Item[] | undefined;
}

/** A parameter with its default. */
export interface Default {
  readonly name: Token;
  readonly value: readonly Item[];
}

/** Returns the function that a statement declares. */
export function functionIn(items: readonly Item[], outer: Scope, { functions, parameterBlock, typeFirst }: Profile): Declared | undefined {
  const [block, own] = items;
  if (isWord(block) && parameterBlock?.test(block.text) && own?.kind === 'group')
    return { name: undefined, scope: noted(outer, own, typeFirst === true), parameters: own, body: undefined };
  const keyword = functions.length === 0 ? -1 : items.findIndex((item, index) => index < MAX_BEFORE && isWord(item, ...functions));
  let parameters: Group | undefined;
  if (keyword !== -1) {
    const groups = items.slice(keyword, keyword + 6).filter((item): item is Group => item.kind === 'group' && item.open === '(');
    // In Go, a method's receiver precedes its parameters.
    parameters = items[keyword + 1]?.kind === 'group' ? (groups[1] ?? groups[0]) : groups[0];
  } else if (functions.length === 0 || typeFirst) {
    const index = items.findIndex((item, at) => item.kind === 'group' && item.open === '(' && isWord(items[at - 1]) && at > 0);
    const found = items[index];
    const last = items.at(-1);
    const behind = items.slice(index + 1);
    const isBlock = last?.kind === 'group' && last.open === '{' && behind.slice(0, -1).every((item) => item.kind !== 'group');
    // `Task<string> Zones(string key) => …`: a type and a name precede the parameters.
    const isExpression = index > 1 && isMark(behind[isWord(behind[0], 'async') ? 1 : 0], '=>');
    const isDeclaration = !items.slice(0, index).some((item) => isMark(item, '=')) && (isBlock || isExpression);
    if (found?.kind === 'group' && isDeclaration && isParameters(found)) parameters = found;
  }
  const body = keyword === -1 && !parameters ? undefined : bodyBehind(items, parameters ? items.indexOf(parameters) : keyword + 1);
  if (!parameters && (keyword === -1 || items.some((item) => isMark(item, '=')))) return undefined;
  // The name precedes the parameters; in PowerShell, these may be in the block.
  const name = items[parameters ? items.indexOf(parameters) - 1 : keyword + 1];
  const scope = noted(newScope(outer), parameters, typeFirst === true);
  return { name: isWord(name) && !functions.includes(name.text) ? name.text : undefined, scope, parameters, body };
}

/** Declares parameters in a scope. */
function noted(scope: Scope, parameters: Group | undefined, typeFirst: boolean): Scope {
  for (const part of partsOf(parameters)) {
    // In Dart, `this.token` is a field, not a parameter.
    if (part.some((item, index) => isWord(item, 'this') && isMark(part[index + 1], '.'))) continue;
    const name = nameIn(part, typeFirst);
    if (name) scope.parameters.set(name.text, name.at);
  }
  return scope;
}

/** The names of the parameters between brackets, in order. */
export function parameterNames(parameters: Group, { typeFirst }: Profile): readonly string[] {
  return partsOf(parameters).map((part) => nameIn(part, typeFirst === true)?.text.replace(/^\$/, '') ?? '');
}

function partsOf(parameters: Group | undefined): readonly (readonly Item[])[] {
  return splitAt(parameters?.items.filter(({ kind }) => kind !== 'line') ?? [], (item) => isMark(item, ','));
}

function nameIn(part: readonly Item[], typeFirst: boolean): Token | undefined {
  const end = part.findIndex((item) => isMark(item, '=', ':'));
  const words = (end === -1 ? part : part.slice(0, end)).filter((item): item is Token => isWord(item));
  return typeFirst || isMark(part[end], ':') ? words.at(-1) : words.find(({ text }) => !/^(?:mut|self|this)$/.test(text));
}

/** Separates the parameters with a default from the others. */
export function defaultsIn(
  parameters: Group,
  { typeFirst, pairs }: Profile,
): { readonly defaults: readonly Default[]; readonly rest: readonly (readonly Item[])[] } {
  const defaults: Default[] = [];
  const rest: (readonly Item[])[] = [];
  // `def call(token: '…')`, where `:` introduces a default and not a type.
  const isKeyword = ['=>', ':'].every((mark) => pairs['(']?.includes(mark));
  const named = isKeyword ? ['=', ':'] : ['='];
  for (const part of partsOf(parameters)) {
    const binder = part.findIndex((item, index) => index > 0 && (isMark(item, ...named) || isMark(item, '\\')));
    const begin = isMark(part[binder + 1], '\\') ? binder + 2 : binder + 1;
    const name = binder === -1 ? undefined : nameIn(part.slice(0, binder + 1), typeFirst === true);
    if (name && begin < part.length) defaults.push({ name, value: part.slice(begin) });
    else rest.push(part);
  }
  return { defaults, rest };
}

/** Returns what follows the name and parameters of a function whose body is not a block. */
function bodyBehind(items: readonly Item[], from: number): readonly Item[] | undefined {
  const marked = items.findIndex((item, index) => index > from && (isMark(item, '=>') || (item.spaced && isMark(item, '='))));
  const worded = items.findIndex((item, index) => index > from && isWord(item, 'do') && isMark(items[index + 1], ':'));
  const body = items.slice(worded === -1 ? marked + 1 : worded + 2);
  const [only] = body;
  const isBlock = body.length === 1 && only?.kind === 'group' && only.open === '{';
  return (marked === -1 && worded === -1) || body.length === 0 || isBlock ? undefined : body;
}

/** `(String key, int count)`: each part has a type and a name. */
function isParameters({ items }: Group): boolean {
  return splitAt(
    items.filter(({ kind }) => kind !== 'line'),
    (item) => isMark(item, ','),
  ).every((part) => part.length === 0 || part.filter(({ kind }) => kind === 'word').length >= 2);
}
