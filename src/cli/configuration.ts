/** The plugin in an ESLint configuration: a new one, or one that is there. */
import { createRequire } from 'node:module';
import type * as Parser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { namespace } from '../presets.js';

/** A configuration, and the lines of it that are new. */
export interface Added {
  readonly text: string;
  readonly shown: readonly string[];
}

const importing = "import cloudflareAuth from 'eslint-plugin-cloudflare-auth';";
const requiring = "const cloudflareAuth = require('eslint-plugin-cloudflare-auth');";
const entries = ['cloudflareAuth.configs.recommended,', "...cloudflareAuth.configs['recommended-files'],"];

/** For `.eslintrc` files. */
export const legacy = `  "plugin:${namespace}/legacy-recommended"`;

/** A configuration of nothing else. */
export function configurationFor(): Added {
  const text = `${importing}\n\nexport default [\n${entries.map((entry) => `  ${entry}`).join('\n')}\n];\n`;
  return { text, shown: text.trimEnd().split('\n') };
}

/**
 * An existing configuration with the plugin in front of its last bracket, and with the import that it needs. Undefined if what it exports is not a list
 * that is written there, as it is or as the arguments of a function such as `defineConfig`.
 */
export function added(text: string): Added | undefined {
  const program = parsed(text);
  const exported = program && exportedBy(program);
  const items = exported && itemsOf(exported.value);
  if (!program || !exported || !items) return undefined;
  const statement = exported.isModule ? importing : requiring;
  // Constants may hold what `require` gives.
  const loading = exported.isModule ? 'ImportDeclaration' : 'VariableDeclaration';
  const lastImport = program.body.findLast(({ type, range }) => range[1] <= exported.at && type === loading);
  const importAt = lineAfter(text, lastImport?.range[1] ?? 0);
  const last = items.at(-1);
  if (!last) return undefined;
  // Behind the last item and its comma, if it has one.
  const comma = /^\s*,/.exec(text.slice(last.range[1]))?.[0];
  const at = last.range[1] + (comma?.length ?? 0);
  const indent = /^[^\S\n]*/.exec(text.slice(text.lastIndexOf('\n', last.range[0] - 1) + 1))?.[0] ?? '';
  const lines = entries.map((entry) => `${indent === '' ? '  ' : indent}${entry}`);
  const edits = [
    { at: importAt, text: `${statement}\n` },
    { at, text: `${comma === undefined ? ',' : ''}\n${lines.join('\n')}${/^\s*\n/.test(text.slice(at)) ? '' : '\n'}` },
  ];
  const changed = edits.reduceRight((before, edit) => before.slice(0, edit.at) + edit.text + before.slice(edit.at), text);
  return { text: changed, shown: [statement, ...lines] };
}

function parsed(text: string): TSESTree.Program | undefined {
  const { parse } = createRequire(import.meta.url)('@typescript-eslint/parser') as typeof Parser;
  try {
    return parse(text, { range: true, sourceType: 'module' });
  } catch {
    return undefined; // not ours to mend
  }
}

interface Exported {
  readonly value: TSESTree.Node;
  readonly at: number;
  readonly isModule: boolean;
}

/** What `export default` or `module.exports =` gives. */
function exportedBy({ body }: TSESTree.Program): Exported | undefined {
  for (const node of body) {
    if (node.type === 'ExportDefaultDeclaration') return { value: behind(node.declaration, body), at: node.range[0], isModule: true };
    if (node.type !== 'ExpressionStatement' || node.expression.type !== 'AssignmentExpression') continue;
    const { left, right } = node.expression;
    if (left.type === 'MemberExpression' && left.object.type === 'Identifier' && left.object.name === 'module')
      return { value: behind(right, body), at: node.range[0], isModule: false };
  }
  return undefined;
}

/** `export default config;` is what the constant holds. */
function behind(node: TSESTree.Node, body: readonly TSESTree.Node[]): TSESTree.Node {
  if (node.type === 'TSSatisfiesExpression' || node.type === 'TSAsExpression') return behind(node.expression, body);
  if (node.type !== 'Identifier') return node;
  const declarators = body.flatMap((each) => (each.type === 'VariableDeclaration' ? each.declarations : []));
  return declarators.find(({ id, init }) => id.type === 'Identifier' && id.name === node.name && init)?.init ?? node;
}

function itemsOf(value: TSESTree.Node): readonly TSESTree.Node[] | undefined {
  if (value.type === 'ArrayExpression') return value.elements.filter((element) => element !== null);
  if (value.type !== 'CallExpression') return undefined;
  const [only] = value.arguments;
  return value.arguments.length === 1 && only?.type === 'ArrayExpression' ? itemsOf(only) : value.arguments;
}

function lineAfter(text: string, offset: number): number {
  if (offset === 0) return 0;
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}
