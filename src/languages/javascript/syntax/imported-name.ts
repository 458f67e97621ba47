/** Creates names of imports. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Name, Span } from '../../../source/model.js';
import type { Node } from './syntax.js';

/** The name of a member of a module. */
export function moduleName(module: string, path: readonly string[], at: Span): Name {
  return { kind: 'name', module, path, at };
}

/** The name that an imported variable refers to. The default export and the namespace count as the module itself. */
export function importedName(specifier: Node, declaration: Node | undefined, at: Span): Name | undefined {
  if (specifier.type === 'TSImportEqualsDeclaration') {
    const { moduleReference } = specifier;
    if (moduleReference.type !== 'TSExternalModuleReference') return undefined;
    const source = moduleReference.expression as TSESTree.Expression;
    return source.type === 'Literal' && typeof source.value === 'string' ? moduleName(source.value, [], at) : undefined;
  }
  if (declaration?.type !== 'ImportDeclaration') return undefined;
  const module = declaration.source.value;
  if (specifier.type !== 'ImportSpecifier') return moduleName(module, [], at);
  const { imported } = specifier;
  const name = imported.type === 'Identifier' ? imported.name : imported.value;
  return moduleName(module, name === 'default' ? [] : [...below(declaration), name], at);
}

/** The path from a module to an import, in languages whose modules are members of each other. Lowered trees contain it. */
function below({ source }: TSESTree.ImportDeclaration): readonly string[] {
  return 'below' in source ? (source.below as readonly string[]) : [];
}
