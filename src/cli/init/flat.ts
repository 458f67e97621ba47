/** Adds the plugin to a flat configuration, new or existing. */
import type { TSESTree } from '@typescript-eslint/types';
import { parseProgram } from '../../languages/javascript/parser.js';
import type { Change } from './change.js';

const importing = "import cloudflareAuth from 'eslint-plugin-cloudflare-auth';";
const requiring = "const cloudflareAuth = require('eslint-plugin-cloudflare-auth');";

/** What to add to a configuration. */
export interface Wanted {
  /** Whether this ESLint supports languages, which our presets for files other than JavaScript need. */
  readonly languages: boolean;
  /** Whether to add the parser for TypeScript. */
  readonly typescript: boolean;
}

function entriesOf({ languages, typescript }: Wanted): readonly string[] {
  return [
    'cloudflareAuth.configs.recommended,',
    ...(typescript ? ['cloudflareAuth.configs.typescript,'] : []),
    ...(languages ? ["...cloudflareAuth.configs['recommended-files'],"] : []),
  ];
}

/** Returns a new configuration with only the plugin. */
export function newFlatConfiguration(wanted: Wanted): Change {
  const entries = entriesOf(wanted).map((entry) => `  ${entry}`);
  const text = `${importing}\n\nexport default [\n${entries.join('\n')}\n];\n`;
  return { text, shown: text.trimEnd().split('\n') };
}

/** Functions that take configurations as arguments or as an array: modules that export them, and the number of `options` arguments that come first. */
const factories: readonly { readonly module: RegExp; readonly names: RegExp; readonly options: number }[] = [
  { module: /^(?:eslint\/config|@eslint\/config-helpers)$/, names: /^defineConfig$/, options: 0 },
  { module: /^typescript-eslint$/, names: /^config$/, options: 0 },
  { module: /^@vue\/eslint-config-typescript$/, names: /^(?:defineConfigWithVueTs|withVueTs)$/, options: 0 },
  { module: /\.nuxt\/eslint\.config\.m?js$/, names: /^default$/, options: 0 },
  { module: /^@nuxt\/eslint-config(?:\/flat)?$/, names: /^createConfigForNuxt$/, options: 1 },
  { module: /^@antfu\/eslint-config$/, names: /^(?:default|antfu)$/, options: 1 },
];

/**
 * Adds the plugin after the last entry of an existing configuration, and the import that it needs. Undefined unless the file exports an array literal or
 * a call of one of the {@link factories}.
 */
export function added(text: string, wanted: Wanted): Change | undefined {
  const program = parsed(text);
  const exported = program && exportedBy(program);
  const list = exported && listOf(exported.value, program);
  if (!list) return undefined;
  const statement = exported.isModule ? importing : requiring;
  // In CommonJS, modules are loaded by variable declarations.
  const loading = exported.isModule ? 'ImportDeclaration' : 'VariableDeclaration';
  const lastImport = program.body.findLast(({ type, range }) => range[1] <= exported.at && type === loading);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const { last, end } = list;
  const indent = (last && /^[^\S\n]*/.exec(text.slice(text.lastIndexOf('\n', last.range[0] - 1) + 1))?.[0]) ?? '';
  const lines = entriesOf(wanted).map((entry) => `${indent === '' ? '  ' : indent}${entry}`);
  // After the last entry and its comma, if it has one.
  const comma = last && /^\s*,/.exec(text.slice(last.range[1]))?.[0];
  const at = last ? last.range[1] + (comma?.length ?? 0) : end;
  const before = last && comma === undefined ? ',' : '';
  const after = /^[^\S\n]*\n/.test(text.slice(at)) ? '' : newline;
  const edits = [
    { at: lineAfter(text, lastImport?.range[1] ?? 0), text: `${statement}${newline}` },
    { at, text: `${before}${newline}${lines.join(newline)}${after}` },
  ];
  const changed = edits.reduceRight((whole, edit) => whole.slice(0, edit.at) + edit.text + whole.slice(edit.at), text);
  return { text: changed, shown: [statement, ...lines] };
}

function parsed(text: string): TSESTree.Program | undefined {
  try {
    return parseProgram(text, 'eslint.config.ts').ast;
  } catch {
    return undefined; // the user has to fix the syntax error
  }
}

interface Exported {
  readonly value: TSESTree.Node;
  readonly at: number;
  readonly isModule: boolean;
}

/** Returns the value of `export default` or `module.exports =`. */
function exportedBy({ body }: TSESTree.Program): Exported | undefined {
  for (const node of body) {
    if (node.type === 'ExportDefaultDeclaration') return { value: held(node.declaration, body), at: node.range[0], isModule: true };
    if (node.type !== 'ExpressionStatement' || node.expression.type !== 'AssignmentExpression') continue;
    const { left, right } = node.expression;
    if (left.type === 'MemberExpression' && left.object.type === 'Identifier' && left.object.name === 'module')
      return { value: held(right, body), at: node.range[0], isModule: false };
  }
  return undefined;
}

/** Resolves an identifier to its initial value: `export default config;`. */
function held(node: TSESTree.Node, body: readonly TSESTree.Node[]): TSESTree.Node {
  if (node.type === 'TSSatisfiesExpression' || node.type === 'TSAsExpression') return held(node.expression, body);
  if (node.type !== 'Identifier') return node;
  const declarators = body.flatMap((each) => (each.type === 'VariableDeclaration' ? each.declarations : []));
  return declarators.find(({ id, init }) => id.type === 'Identifier' && id.name === node.name && init)?.init ?? node;
}

/** The last entry of a list of configurations, if any, and the offset of its closing bracket. */
interface List {
  readonly last: TSESTree.Node | undefined;
  readonly end: number;
}

function listOf(value: TSESTree.Node, program: TSESTree.Program): List | undefined {
  if (value.type === 'ArrayExpression') return { last: value.elements.findLast((element) => element !== null), end: value.range[1] - 1 };
  if (value.type !== 'CallExpression') return undefined;
  const factory = factoryOf(value.callee, program);
  if (!factory || value.arguments.length < factory.options) return undefined;
  const [only] = value.arguments;
  if (factory.options === 0 && value.arguments.length === 1 && only?.type === 'ArrayExpression') return listOf(only, program);
  return { last: value.arguments.at(-1), end: value.range[1] - 1 };
}

function factoryOf(callee: TSESTree.Node, { body }: TSESTree.Program): (typeof factories)[number] | undefined {
  const [head, member] =
    callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && !callee.computed
      ? [callee.object, callee.property.name]
      : [callee, undefined];
  if (head.type !== 'Identifier') return undefined;
  const found = importOf(head.name, body);
  if (!found) return undefined;
  const name = member ?? found.name;
  return factories.find(({ module, names }) => module.test(found.module) && names.test(name));
}

/** Returns the module and export that a variable is imported or required from. */
function importOf(name: string, body: readonly TSESTree.Node[]): { readonly module: string; readonly name: string } | undefined {
  for (const node of body) {
    if (node.type === 'ImportDeclaration') {
      const specifier = node.specifiers.find(({ local }) => local.name === name);
      if (!specifier) continue;
      const { source } = node;
      if (specifier.type !== 'ImportSpecifier') return { module: source.value, name: 'default' };
      return { module: source.value, name: specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value };
    }
    if (node.type !== 'VariableDeclaration') continue;
    for (const { id, init } of node.declarations) {
      const module = requiredBy(init);
      if (module === undefined) continue;
      if (id.type === 'Identifier' && id.name === name) return { module, name: 'default' };
      if (id.type === 'ObjectPattern')
        for (const property of id.properties)
          if (property.type === 'Property' && property.key.type === 'Identifier' && isNamed(property.value, name))
            return { module, name: property.key.name };
    }
  }
  return undefined;
}

function isNamed(node: TSESTree.Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

function requiredBy(init: TSESTree.Expression | null): string | undefined {
  if (init?.type !== 'CallExpression' || !isNamed(init.callee, 'require')) return undefined;
  const [module] = init.arguments;
  return module?.type === 'Literal' && typeof module.value === 'string' ? module.value : undefined;
}

function lineAfter(text: string, offset: number): number {
  if (offset === 0) return 0;
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}
