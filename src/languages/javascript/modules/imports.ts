/** Resolves imports from other modules of the project. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Name, Span, Table, Value } from '../../../source/model.js';
import type { Module } from '../../../source/modules.js';
import { type InProject, inProjectOf } from '../../lowering/marks.js';
import { alternatives, unknown } from '../../../source/values.js';
import { isLocalClass, type Reading } from '../reading.js';
import { packageSettings } from './framework-settings.js';
import { entry, lazyTable } from '../values/tables.js';
import type { SourceCode } from '../source-code.js';
import { importedName, moduleName } from '../syntax/imported-name.js';
import { type Node, spanOf } from '../syntax/syntax.js';

/** The value of an imported variable: what a module of the project exports, or the name of the import if that cannot be resolved. */
export function importedValue(reading: Reading, specifier: Node, declaration: Node | undefined, at: Span): Value | undefined {
  const name = importedName(specifier, declaration, at);
  return name && (valueIn(reading, specifier, name) ?? name);
}

function valueIn(reading: Reading, specifier: Node, { module: source = '', path }: Name): Value | undefined {
  const inProject = inProjectOf(specifier);
  if (inProject) return valueInProject(reading, inProject, path.at(-1));
  const module = moduleIn(reading, source);
  if (!module) return undefined;
  const [key] = path;
  switch (specifier.type) {
    case 'ImportSpecifier':
      return informative(module.exported(key ?? 'default'));
    case 'ImportDefaultSpecifier':
      return packageSettings(reading, source, informative(module.exported('default')));
    case 'ImportNamespaceSpecifier':
      return namespace(reading, module, source);
    default:
      return packageSettings(reading, source, informative(module.required())) ?? namespace(reading, module, source);
  }
}

/** The module of the project that a specifier resolves to; undefined if a test mocks it. */
function moduleIn(reading: Reading, source: string): Module | undefined {
  return replacedIn(reading).has(source) ? undefined : reading.surroundings?.module(source);
}

const replaced = new WeakMap<Reading, ReadonlySet<string>>();

/**
 * Mocks of modules: `vi.mock('./config', () => …)`.
 * https://vitest.dev/api/vi.html, https://jestjs.io/docs/jest-object, https://bun.sh/docs/test/mocks, https://nodejs.org/api/test.html
 */
const replacement = /\b(?:(?:vi|vitest|jest)\.(?:doM|unstable_m|m)ock(?:Module)?|mock\.module)\(\s*(?:import\(\s*)?(['"])([^'"\n]+)\1/g;

function replacedIn(reading: Reading): ReadonlySet<string> {
  let found = replaced.get(reading);
  if (!found) {
    const { text } = reading.sourceCode;
    found = new Set(/\.(?:\w*mock|module)/i.test(text) ? [...text.matchAll(replacement)].map(([, , source = '']) => source) : []);
    replaced.set(reading, found);
  }
  return found;
}

/** The same for languages whose modules are members of each other. */
function valueInProject(reading: Reading, { from, itself, members = [] }: InProject, key: string | undefined): Value | undefined {
  const whole = (source: string): Table | undefined => {
    const found = reading.surroundings?.module(source);
    return found && namespace(reading, found, source);
  };
  if (key !== undefined)
    return informative(reading.surroundings?.module(from)?.exported(key)) ?? (itself === undefined ? undefined : whole(itself));
  return members.reduce<Value | undefined>((value, { path, module }) => {
    const inner = whole(module);
    return inner ? withMember(reading, value, path, inner) : value;
  }, whole(from));
}

/** A copy of a table with another table as the member at a path. */
function withMember(reading: Reading, value: Value | undefined, [key, ...below]: readonly string[], inner: Table): Table {
  const before = value?.kind === 'table' ? value.entries : [];
  if (key === undefined) return inner;
  const held = before.find((each) => each.key === key)?.value;
  const member = withMember(reading, held, below, inner);
  const entries = [...before.filter((each) => each.key !== key), entry(reading, key, inner.at, () => member, inner.at)];
  return lazyTable(reading, () => ({ entries, open: true }), { names: () => [], type: () => undefined, at: inner.at });
}

/** Most star imports through which names are resolved: each name may come from any of them. */
const MAX_STARS = 50;

/** Resolves a name that is not declared in the program through its star imports. */
export function ofImportedModules(reading: Reading, name: string): Value | undefined {
  const sources = starsOf(reading.sourceCode);
  if (sources.length === 0 || sources.length > MAX_STARS) return undefined;
  const values = sources.flatMap((source) => informative(reading.surroundings?.module(source)?.exported(name)) ?? []);
  // The last import that has the name wins, but it may have names that are unknown.
  return values.length === 1 ? values[0] : undefined;
}

const stars = new WeakMap<object, readonly string[]>();

/** The modules that a program star-imports. */
export function starsOf({ ast }: SourceCode): readonly string[] {
  const found =
    stars.get(ast) ??
    ast.body.flatMap((statement) => (statement.type === 'ImportDeclaration' && 'isOfAll' in statement ? [statement.source.value] : []));
  stars.set(ast, found);
  return found;
}

/** A value, unless it is less informative than the name of the import. */
export function informative(value: Value | undefined): Value | undefined {
  return value && alternatives(value).some(isInformative) ? value : undefined;
}

function isInformative(value: Value): boolean {
  if (value.kind === 'opaque') return value.what !== 'unknown' || isLocalClass(value);
  return value.kind !== 'name' || !value.local || value.type !== undefined;
}

/** The namespace object of a module; undefined if it exports nothing. */
export function namespace(reading: Reading, module: Module, source: string): Table | undefined {
  const { names, open } = module.names();
  if (names.length === 0) return undefined;
  const at = { start: module.base, end: module.base };
  const entries = names.map((name) =>
    entry(reading, name, at, () => informative(module.exported(name)) ?? moduleName(source, name === 'default' ? [] : [name], at), at),
  );
  return lazyTable(reading, () => ({ entries, open }), { names: () => [], type: () => undefined, at });
}

/** Reads `require('axios')`, which returns the module. */
export function readRequire(reading: Reading, node: Node): Value | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require') return undefined;
  const [source] = node.arguments;
  if (source?.type !== 'Literal' || typeof source.value !== 'string') return undefined;
  const module = moduleIn(reading, source.value);
  return (
    (module && (packageSettings(reading, source.value, informative(module.required())) ?? namespace(reading, module, source.value))) ??
    moduleName(source.value, [], spanOf(node))
  );
}

export function readDynamicImport(reading: Reading, node: TSESTree.ImportExpression): Value {
  // Error-tolerant parsers turn the invalid `import()` into a node without a source.
  const source = node.source as TSESTree.Expression | null;
  if (source?.type !== 'Literal' || typeof source.value !== 'string') return unknown(spanOf(node));
  const module = moduleIn(reading, source.value);
  return (module && namespace(reading, module, source.value)) ?? moduleName(source.value, [], spanOf(node));
}
