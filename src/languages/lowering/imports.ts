/** Imports of modules as nodes, whether of packages or of the project. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { InProject } from './marks.js';
import { identifier, node, type Node, type Place } from './nodes.js';

/** A name imported from a module: `imported` is undefined for the module itself. */
export interface ImportedName {
  readonly local: TSESTree.Identifier;
  readonly imported?: string | undefined;
  readonly inProject?: InProject | undefined;
}

/**
 * Declares names imported from a module. `module` includes the language, so that packages of different languages are not confused: `py:requests`.
 * `below` are the members between the module and the names.
 */
export function imports(module: string, below: readonly string[], names: readonly ImportedName[], place: Place): Node {
  const source = node('Literal', [place[0], place[0]], { value: module, raw: '', below });
  const specifiers = names.map(({ local, imported, inProject }) =>
    imported === undefined
      ? node('ImportNamespaceSpecifier', local.range, { local, inProject })
      : node('ImportSpecifier', local.range, { local, imported: identifier(imported, local.range), importKind: 'value', inProject }),
  );
  return node('ImportDeclaration', place, { source, specifiers, attributes: [], importKind: 'value' });
}

/** Imports all names of a module, under the names that they have there. */
export function importOfAll(module: string, place: Place): Node {
  const source = node('Literal', [place[0], place[0]], { value: module, raw: '' });
  return node('ImportDeclaration', place, { source, specifiers: [], attributes: [], importKind: 'value', isOfAll: true });
}
