import { asCredentialName, isNamedAfterCloudflare } from '../../cloudflare/credentials/evidence.js';
import { isSecretVariable } from '../../cloudflare/credentials/names.js';
import { words } from '../../cloudflare/credentials/words.js';
import { nonSecretWords, type OptionParser, optionParsers, optionsParameter, prompts } from '../../cloudflare/settings/option-parsers.js';
import type { Call, Name, SourceFile, Span, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { within } from '../../source/span.js';
import { alternatives, literal, shape } from '../../source/values.js';
import { callsBehind, chainOf, rootOf } from '../program/callees.js';
import { secretVariables } from '../program/environment.js';
import { imported } from '../program/imports.js';

/** Returns a function from a name or call to the credential among the options or answers it holds, if it holds all of them in one object. */
export const optionObjects = perFile((file: SourceFile): ((value: Name | Call) => string | undefined) => {
  const modules = [...imported(file)];
  const parsers = optionParsers.filter((row) => modules.some((module) => row.modules.test(module)));
  const isSecret = secretVariables(file);
  const defined = parsers.length > 0 ? definitions(file, parsers, isSecret) : new Map<string, string>();
  const handlers = parsers.flatMap((row) => handlersOf(file, row, defined, isSecret));
  return (value) => {
    if (value.kind === 'name' && !value.of) return passedTo(value, handlers);
    const call = value.kind === 'name' ? value.of : value;
    const callee = call?.callee.kind === 'name' ? call.callee : undefined;
    if (!call || !callee) return undefined;
    const path = value.kind === 'name' ? value.path : [];
    const row = optionParsers.find(
      (each) => holdsAll(each, callee, path) && (each.declared === undefined ? isOf(each, callee) : parsers.includes(each)),
    );
    if (!row) return undefined;
    if (row.declared !== undefined) return declaredOption(file, row.declared, isSecret);
    if (!row.definesOption) return secretAmong(call.arguments, isSecret);
    const chain = path[0] === 'argv' ? undefined : callee;
    return defined.get(headOf(row, chain, call)) ?? secretInChain(row, chain ? chain.of : call, isSecret);
  };
});

/** Returns a function from a name to the credential that it reads of such an object: `program.opts().token`. */
export const optionReads = perFile((file: SourceFile): ((name: Name) => string | undefined) => {
  const modules = [...imported(file)];
  if (!optionParsers.some((row) => modules.some((module) => row.modules.test(module)))) return () => undefined;
  const optionOf = optionObjects(file);
  return (name) => {
    const holder = name.path.length === 1 ? name.of : { ...name, path: name.path.slice(0, -1) };
    const option = holder && optionOf(holder);
    return option !== undefined && words(option).join(' ') === words(name.path.at(-1) ?? '').join(' ') ? option : undefined;
  };
});

/** Returns the credential among options declared as a class member: `static flags = { 'cf-api-token': Flags.string() }`. */
function declaredOption({ bindings }: SourceFile, member: string, isSecret: (name: string) => boolean): string | undefined {
  return secretAmong(
    bindings.flatMap(({ names, value }) => (names.at(-1) === member && value.kind === 'table' ? [value] : [])),
    isSecret,
  );
}

/** Returns the credential among the options that a chain of calls defines, or that another file adds later. */
function secretInChain(row: OptionParser, last: Call | undefined, isSecret: (name: string) => boolean): string | undefined {
  const chain = last ? chainOf(last) : [];
  const beginning = chain.findIndex((call) => beginsChain(row, call));
  for (const link of beginning === -1 ? chain : chain.slice(0, beginning + 1)) {
    for (const call of [link, ...(link.later?.calls ?? [])]) {
      const found = row.definesOption?.test(methodOf(call)) ? secretOption(call, isSecret) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function beginsChain({ startsCommand }: OptionParser, call: Call): boolean {
  return call.callee.kind === 'name' && startsCommand?.test(methodOf(call)) === true;
}

function methodOf({ callee }: Call): string {
  return callee.kind === 'name' ? (callee.path.at(-1) ?? '') : '';
}

/** Whether the value at `path` below a call holds all options. */
function holdsAll({ returnsOptions, member, definesOption }: OptionParser, callee: Name, path: readonly string[]): boolean {
  if (!returnsOptions) return false;
  // `yargs(…).option(…).argv`
  if (definesOption && path.length === 1) return path[0] === 'argv' && returnsOptions.test('argv');
  return returnsOptions.test(callee.path.at(-1) ?? '') && path.join('.') === (path.length === 0 ? '' : (member ?? ''));
}

function isOf({ modules }: OptionParser, callee: Name): boolean {
  const { module } = rootOf(callee);
  return module !== undefined && modules.test(module);
}

/** Returns the credential among the options of each set that a file defines, keyed by the head of the set's chain. */
function definitions(file: SourceFile, parsers: readonly OptionParser[], isSecret: (name: string) => boolean): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const call of file.calls) {
    const { callee } = call;
    const row = callee.kind === 'name' ? parsers.find(({ definesOption }) => definesOption?.test(callee.path.at(-1) ?? '')) : undefined;
    if (!row || callee.kind !== 'name' || !(isOf(row, callee) || rootOf(callee).local)) continue;
    const secret = secretOption(call, isSecret);
    if (secret !== undefined) found.set(headOf(row, callee, call), secret);
  }
  return found;
}

/**
 * Returns the credential that a call defines an option for: by `--cf-api-token <token>` and its description, by a table of names, or by an option
 * object.
 */
function secretOption({ arguments: values }: Call, isSecret: (name: string) => boolean): string | undefined {
  const [first] = values;
  if (!first) return undefined;
  if (first.kind === 'call') return secretOptionMade(first, isSecret);
  if (first.kind !== 'text') return secretAmong(values, isSecret);
  const name = /^(?:-\w,? ?(?:\|\s*)?)?-{0,2}([\w-]+)/.exec(shape(first))?.[1] ?? '';
  return credentialCalled(name, values.slice(1).flatMap(descriptionsIn), isSecret);
}

/** The same for an option that a chain of calls makes: `new Option('-t, --token <token>').env('CLOUDFLARE_API_TOKEN')`. */
function secretOptionMade(last: Call, isSecret: (name: string) => boolean): string | undefined {
  const [made, ...later] = chainOf(last).toReversed();
  return made && secretOption({ ...made, arguments: [...made.arguments, ...later.flatMap((call) => call.arguments)] }, isSecret);
}

/** Returns the name if it denotes a credential, by itself or together with its description or variable. */
function credentialCalled(name: string, said: readonly string[], isSecret: (name: string) => boolean): string | undefined {
  if (isSecret(name)) return name;
  const isDescribed = asCredentialName(name) !== undefined && said.some(isNamedAfterCloudflare);
  return isDescribed || said.some((each) => /^[A-Z\d_]+$/.test(each) && isSecret(each)) ? name : undefined;
}

/** Returns what describes an option: its texts, and the variable that its default is read from. */
function descriptionsIn(value: Value): readonly string[] {
  if (value.kind === 'text') return [shape(value)];
  // `Flags.string({ env: 'CLOUDFLARE_API_TOKEN' })`
  const tables = value.kind === 'call' ? value.arguments.filter(({ kind }) => kind === 'table') : [value];
  return tables.flatMap((table) => (table.kind === 'table' ? table.entries.flatMap((entry) => saidBy(entry.value)) : []));
}

function saidBy(value: Value): readonly string[] {
  if (value.kind === 'name') return value.path.slice(-1);
  return value.kind === 'text' ? [shape(value)] : [];
}

/** Deepest nesting of option descriptions that is searched. */
const MAX_DEPTH = 3;

/** Returns the credential among the options or questions that some tables and lists describe. */
function secretAmong(values: readonly Value[], isSecret: (name: string) => boolean, depth = MAX_DEPTH): string | undefined {
  if (depth === 0) return undefined;
  for (const value of values.flatMap(alternatives)) {
    const found =
      value.kind === 'text'
        ? credentialCalled(shape(value), [], isSecret)
        : value.kind === 'list'
          ? secretAmong(value.items, isSecret, depth)
          : value.kind === 'table'
            ? secretInTable(value.entries, isSecret, depth)
            : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function secretInTable(
  entries: readonly { readonly key: string; readonly value: Value }[],
  isSecret: (name: string) => boolean,
  depth: number,
): string | undefined {
  const named = entries.find(({ key }) => key === 'name')?.value;
  const name = named && literal(named);
  const said = entries.flatMap(({ value }) => descriptionsIn(value));
  if (name !== undefined) return credentialCalled(name, said, isSecret);
  for (const { key, value } of entries) {
    const found = credentialCalled(key.replace(/^-+/, ''), descriptionsIn(value), isSecret);
    if (found !== undefined) return found;
  }
  const inner = entries.flatMap(({ value }) => (value.kind === 'table' || value.kind === 'list' ? [value] : []));
  return secretAmong(inner, isSecret, depth - 1);
}

/** Returns the key of a chain's head: a command of its own, the call that creates the parser, or the variable or module that is the parser. */
function headOf(row: OptionParser, callee: Name | undefined, call: Call): string {
  const chain = callee ? callsBehind(callee) : chainOf(call);
  const own = chain.find((link) => beginsChain(row, link));
  if (own) return placed(own.at);
  const first = chain.at(-1);
  if (!first) return callee ? rootKey(callee) : '';
  const { callee: root, new: isNew } = first;
  const isParserItself = root.kind === 'name' && root.module !== undefined && !isNew && root.path.length > 0;
  return isParserItself ? rootKey(root) : placed(first.at);
}

/** Returns the key of `program` for `program.option(…)`. */
function rootKey({ module, path, declaredAt }: Name): string {
  return [module, declaredAt?.start, ...path.slice(0, -1)].join(' ');
}

function placed({ start, end }: Span): string {
  return `${String(start)}-${String(end)}`;
}

/** A function that receives options, with the credential among them. */
interface OptionHandler {
  readonly at: Span;
  readonly variable: string;
}

function handlersOf(
  { calls }: SourceFile,
  row: OptionParser,
  defined: ReadonlyMap<string, string>,
  isSecret: (name: string) => boolean,
): readonly OptionHandler[] {
  const { takesHandler } = row;
  if (!takesHandler) return [];
  return calls.flatMap((call) => {
    const { callee } = call;
    if (callee.kind !== 'name' || !takesHandler.test(callee.path.at(-1) ?? '') || !isOf(row, callee)) return [];
    const given = call.arguments.flatMap((value) => [value, ...(value.kind === 'table' ? value.entries.map((each) => each.value) : [])]);
    const functions = given.filter(({ kind, at }) => kind === 'opaque' && within(at, call.at));
    const own = row.definesOption ? definedWithin(calls, row, call, isSecret) : secretAmong(call.arguments, isSecret);
    const variable = own ?? defined.get(headOf(row, callee, call));
    return variable === undefined ? [] : functions.map(({ at }) => ({ at, variable }));
  });
}

/** Returns the credential that a command's builder function defines: `(yargs) => yargs.option(…)` inside the call. */
function definedWithin(calls: readonly Call[], row: OptionParser, around: Call, isSecret: (name: string) => boolean): string | undefined {
  for (const call of calls) {
    const method = call.callee.kind === 'name' ? (call.callee.path.at(-1) ?? '') : '';
    const isInside = call.at.start > around.calleeAt.end && within(call.at, around.at);
    const found = isInside && row.definesOption?.test(method) ? secretOption(call, isSecret) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function passedTo({ path, local, declaredAt }: Name, handlers: readonly OptionHandler[]): string | undefined {
  if (!local || !declaredAt || path.length > 2 || !optionsParameter.test(path.at(-1) ?? '')) return undefined;
  return handlers.find(({ at }) => within(declaredAt, at))?.variable;
}

/** Returns a function from a call to the name of the credential it prompts for: `await password({ message: 'Cloudflare API token' })`. */
export const askedCredential = perFile((file: SourceFile): ((call: Call) => string | undefined) => {
  const modules = [...imported(file)];
  const rows = prompts.filter((row) => modules.some((module) => row.modules.test(module)));
  const variables = new Map(file.bindings.flatMap(({ value, names }) => (value.kind === 'call' ? [[value.at.start, names.at(-1)]] : [])));
  return ({ callee, arguments: [first], at }) => {
    if (rows.length === 0 || callee.kind !== 'name' || !first) return undefined;
    const { module } = rootOf(callee);
    const isPrompt = rows.some((row) => module !== undefined && row.modules.test(module) && row.functions.test(callee.path.at(-1) ?? ''));
    const question = isPrompt ? descriptionsIn(first).find(isQuestionForCredential) : undefined;
    return question === undefined ? undefined : (variables.get(at.start) ?? 'answer');
  };
});

function isQuestionForCredential(message: string): boolean {
  const asked = message.split(/[:(?\n]/, 1)[0]?.trim() ?? '';
  return isSecretVariable(asked) && !words(asked).some((word) => nonSecretWords.has(word));
}
