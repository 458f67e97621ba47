/** Finds the modules that a text imports with regular expressions, without parsing it. */
import { givenSpecifiers } from './aliases.js';
import { isPackage, prefix, pythonSpecifiers } from './python.js';

/** The specifier of an imported module, and whether it is re-exported. */
export interface Specifier {
  readonly text: string;
  readonly isExported: boolean;
}

const specifier = /\b(?:from|import|require)\s*(?:\(\s*)?['"]([^'"\n]{1,200})['"]/g;

/** Longest import or export statement, in characters. */
const MAX_CHARACTERS = 400;

/** Names of types whose declarations show what a parameter of the type holds: the environment of a program, and objects that are injected. */
const tellingType = /\b\w*(?:Env|Environment|Bindings|Secrets|Context|Service|Client|Api)\b/;

/** The modules that a program imports at run time, or for the type of its environment or its services. `path` determines the language. */
export function specifiersIn(text: string, path: string): readonly Specifier[] {
  // The imports of an `__init__.py` are usually there to be re-exported.
  if (path.endsWith('.py')) return pythonSpecifiers(text).map((each) => ({ text: each, isExported: isPackage(path) }));
  const given = givenSpecifiers(text).map((each) => ({ text: each, isExported: false }));
  const imported = [...text.matchAll(specifier)].flatMap(({ 0: written, 1: name = '', index }) => {
    if (!written.startsWith('from')) return [{ text: name, isExported: false }];
    const before = text.slice(Math.max(0, index - MAX_CHARACTERS), index);
    const statement = before.slice(Math.max(before.lastIndexOf('import'), before.lastIndexOf('export')));
    const isOfTypes = /^(?:im|ex)port\s+type\b(?!\s*,)/.test(statement) && !tellingType.test(statement);
    return isOfTypes ? [] : [{ text: name, isExported: statement.startsWith('export') }];
  });
  return [...given, ...imported];
}

/** The distinct last names of the modules that a program imports. They are copies, because a substring keeps the whole text in memory. */
export function importedNames(text: string, path: string): readonly string[] {
  const names = new Set(specifiersIn(text, path).map((each) => lastName(each.text)));
  return [...names].map((name) => Buffer.from(name).toString());
}

/** Whether a path may be that of a program with imports. */
export function isProgram(path: string): boolean {
  return /\.(?:[cm]?[jt]sx?|vue|svelte|astro|py)$/i.test(path);
}

/** The extensions of files that are imported, which imports usually omit. */
const extension = /(?:\.d)?\.(?:[cm]?[jt]sx?|jsonc?|ya?ml|toml|vue|svelte|astro|py)$/i;

/** The last name in a specifier or path, without extension: `config` for `@/lib/config.js`, `lib/config/index.ts` and `py:lib.config`. */
export function lastName(path: string): string {
  if (path.startsWith(prefix)) return path.slice(Math.max(path.lastIndexOf('.') + 1, prefix.length));
  const names = path.split(/[/\\]/).filter((name) => name !== '' && name !== '.' && name !== '..');
  const name = (names.at(-1) ?? '').replace(extension, '');
  return (name === 'index' || name === '__init__' ? (names.at(-2) ?? name) : name).replace(/^[#@$~]/, '');
}
