/** The options of the command. */
import { parseArgs } from 'node:util';
import { closest } from './closest.js';
import { RequestError } from './request-error.js';

const flag = { type: 'boolean' } as const;
const value = { type: 'string' } as const;
const values = { type: 'string', multiple: true } as const;

const known = {
  strict: flag,
  rule: values,
  config: { ...value, short: 'c' },
  'no-config-lookup': flag,
  format: { ...value, short: 'f' },
  'output-file': { ...value, short: 'o' },
  fix: flag,
  'fix-dry-run': flag,
  quiet: flag,
  'max-warnings': value,
  stdin: flag,
  'stdin-filename': value,
  'files-from': value,
  cache: flag,
  'cache-location': value,
  baseline: value,
  'update-baseline': flag,
  concurrency: value,
  'no-ignore': flag,
  'ignore-pattern': values,
  'no-inline-config': flag,
  statistics: flag,
  verbose: flag,
  color: flag,
  'no-color': flag,
  explain: value,
  'list-rules': flag,
  init: flag,
  yes: flag,
  help: { ...flag, short: 'h' },
  version: { ...flag, short: 'v' },
} as const;

/** The options that `--help` lists. */
export const optionNames: readonly string[] = Object.keys(known);

/** ESLint's names for options of ours, accepted as well. */
const synonyms: Readonly<Record<string, keyof typeof known>> = { 'cache-file': 'cache-location', stats: 'statistics' };

/** Options of ESLint that have no meaning here or describe the default: accepted and ignored. */
const ignoredOptions = {
  'no-warn-ignored': flag,
  'no-eslintrc': flag,
  'no-error-on-unmatched-pattern': flag,
  'pass-on-no-patterns': flag,
  'exit-on-fatal-error': flag,
  'report-unused-disable-directives': flag,
  'report-unused-inline-configs': value,
  'report-unused-disable-directives-severity': value,
  'cache-strategy': value,
  ext: value,
  'fix-type': value,
  debug: flag,
} as const;

/** Options for ESLint's suppressions file, which the command does not use: rejected in favour of `--baseline`. */
const replaced: readonly string[] = [
  'suppress-all',
  'suppress-rule',
  'prune-suppressions',
  'suppressions-location',
  'pass-on-unpruned-suppressions',
];

/** The parsed command line. */
export interface Options {
  readonly paths: readonly string[];
  readonly flags: ReadonlySet<keyof typeof known>;
  readonly value: (name: keyof typeof known) => string | undefined;
  readonly values: (name: 'rule' | 'ignore-pattern') => readonly string[];
  /** Given options that are ignored, with their dashes. */
  readonly ignored: readonly string[];
}

/** Parses the command line. Throws a {@link RequestError} if it is invalid. */
export function optionsOf(args: readonly string[]): Options {
  const all = { ...known, ...ignoredOptions, ...Object.fromEntries(Object.entries(synonyms).map(([name, of]) => [name, known[of]])) };
  const { tokens } = parseArgs({ args: [...args], options: all, strict: false, allowPositionals: true, tokens: true });
  const given = new Map<string, string[]>();
  const paths: string[] = [];
  const ignored: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind !== 'option') continue;
    if (replaced.includes(token.name))
      throw new RequestError(`${token.rawName} is an option of ESLint. Use --baseline FILE --update-baseline instead.`);
    if (!Object.hasOwn(all, token.name)) throw unknownOption(token.rawName, Object.keys(all));
    const takesValue = all[token.name as keyof typeof all].type === 'string';
    if (takesValue && token.value === undefined && token.name !== 'explain')
      throw new RequestError(`The option ${token.rawName} needs a value.`);
    if (!takesValue && token.value !== undefined) throw new RequestError(`The option ${token.rawName} takes no value.`);
    if (Object.hasOwn(ignoredOptions, token.name)) ignored.push(token.rawName);
    const name = synonyms[token.name] ?? token.name;
    given.set(name, [...(given.get(name) ?? []), token.value ?? '']);
  }
  return {
    paths,
    flags: new Set(given.keys()) as ReadonlySet<keyof typeof known>,
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
    ignored,
  };
}

function unknownOption(written: string, names: readonly string[]): RequestError {
  const meant = closest(
    written,
    names.map((name) => `--${name}`),
  );
  return new RequestError(`There is no option ${written}.${meant === undefined ? ' --help lists all.' : ` Did you mean ${meant}?`}`);
}

/** Returns the value of an option that takes a whole number. */
export function countOf(options: Options, name: 'max-warnings' | 'concurrency'): number | undefined {
  const written = options.value(name);
  if (written === undefined || (name === 'max-warnings' && written === '-1')) return undefined;
  if (!/^\d{1,6}$/.test(written)) throw new RequestError(`The option --${name} takes a whole number, not ${JSON.stringify(written)}.`);
  return Number(written);
}
