/** How a program imports the environment, or could. */
import type { Edit } from '../../../source/edits.js';
import type { Reading } from '../../javascript/reading.js';
import type { Node } from '../../javascript/syntax/syntax.js';

/** An expression that reads the environment: a mapping, or a function. */
interface Environment {
  readonly local: string;
  readonly reads: 'call' | 'item';
  readonly edits: readonly Edit[];
}

/** Returns what the program has imported to read its environment, or else adds an import; undefined if the name `os` is taken. */
export function importOf(reading: Reading): Environment | undefined {
  const { body } = reading.sourceCode.ast;
  for (const statement of body) {
    if (statement.type !== 'ImportDeclaration' || statement.source.value !== 'py:os') continue;
    for (const { type, local, ...specifier } of statement.specifiers) {
      if (type === 'ImportNamespaceSpecifier') return { local: `${local.name}.environ`, reads: 'item', edits: [] };
      const imported = 'imported' in specifier && specifier.imported.type === 'Identifier' ? specifier.imported.name : '';
      if (imported === 'environ') return { local: local.name, reads: 'item', edits: [] };
      if (imported === 'getenv') return { local: local.name, reads: 'call', edits: [] };
    }
  }
  const isTaken = reading.sourceCode.scopeManager?.scopes.some((scope) => scope.set.has('os'));
  if (isTaken) return undefined;
  const start = importPlace(reading.sourceCode.text, body);
  return { local: 'os.environ', reads: 'item', edits: [{ at: { start, end: start }, text: 'import os\n' }] };
}

/** The beginning of the first line after all comments, the module's docstring and `from __future__ import …`. */
function importPlace(text: string, body: readonly Node[]): number {
  const statements = [...body].sort((one, other) => one.range[0] - other.range[0]);
  const first = statements.find(
    (each, index) =>
      !(index === 0 && each.type === 'ExpressionStatement' && /^(?:Literal|TemplateLiteral)$/.test(each.expression.type)) &&
      !(each.type === 'ImportDeclaration' && each.source.value === 'py:__future__'),
  );
  return text.lastIndexOf('\n', (first?.range[0] ?? 0) - 1) + 1;
}
