/** The modules that a text names, without reading it as a program. */
import { givenSpecifiers } from './aliases.js';
import { isPackage, prefix, pythonSpecifiers } from './python.js';

/** A module that is imported, and whether what it exports is exported again. */
export interface Specifier {
  readonly text: string;
  readonly isExported: boolean;
}

const specifier = /\b(?:from|import|require)\s*(?:\(\s*)?['"]([^'"\n]{1,200})['"]/g;

/** No statement that imports something is longer than this. */
const MOST_CHARACTERS = 400;

/** Types whose members are what a program is given to run with: what a parameter of such a type holds is known by the file that declares it. */
const environmentType = /\b\w*(?:Env|Environment|Bindings|Secrets|Context)\b/;

/** The modules that a program imports at run time, or for the type of its environment. `path` tells its language. */
export function specifiersIn(text: string, path: string): readonly Specifier[] {
  // What a package imports, it is mostly there to import from.
  if (path.endsWith('.py')) return pythonSpecifiers(text).map((each) => ({ text: each, isExported: isPackage(path) }));
  const given = givenSpecifiers(text).map((each) => ({ text: each, isExported: false }));
  const imported = [...text.matchAll(specifier)].flatMap(({ 0: written, 1: name = '', index }) => {
    if (!written.startsWith('from')) return [{ text: name, isExported: false }];
    const before = text.slice(Math.max(0, index - MOST_CHARACTERS), index);
    const statement = before.slice(Math.max(before.lastIndexOf('import'), before.lastIndexOf('export')));
    const isOfTypes = /^(?:im|ex)port\s+type\b(?!\s*,)/.test(statement) && !environmentType.test(statement);
    return isOfTypes ? [] : [{ text: name, isExported: statement.startsWith('export') }];
  });
  return [...given, ...imported];
}

/** The last names of what a program imports, each once. They are copies: a part of a text keeps all of it in memory. */
export function importedNames(text: string, path: string): readonly string[] {
  const names = new Set(specifiersIn(text, path).map((each) => lastName(each.text)));
  return [...names].map((name) => Buffer.from(name).toString());
}

/** Whether a path can be that of a program that imports others. */
export function isProgram(path: string): boolean {
  return /\.(?:[cm]?[jt]sx?|vue|svelte|astro|py)$/i.test(path);
}

/** The last word of a specifier or path without its extension: `config` of `@/lib/config.js`, of `lib/config/index.ts`, and of `py:lib.config`. */
export function lastName(path: string): string {
  if (path.startsWith(prefix)) return path.slice(Math.max(path.lastIndexOf('.') + 1, prefix.length));
  const names = path.split(/[/\\]/).filter((name) => name !== '' && name !== '.' && name !== '..');
  const name = (names.at(-1) ?? '').replace(/\.\w+$/, '');
  return (name === 'index' || name === '__init__' ? (names.at(-2) ?? name) : name).replace(/^[#@$~]/, '');
}
