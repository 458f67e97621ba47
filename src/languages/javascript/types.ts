/** The declared type of a variable, as far as it is a plain name: `client: Cloudflare`, `http: HttpClient`. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Name } from '../../source.js';
import { importedName } from './modules.js';
import type { Reading } from './reading.js';
import { type Node, spanOf } from './syntax.js';

export function typeName(
  reading: Reading,
  annotated: { readonly typeAnnotation?: TSESTree.TSTypeAnnotation | undefined },
): Name | undefined {
  const type = annotated.typeAnnotation?.typeAnnotation;
  return type?.type === 'TSTypeReference' ? entityName(reading, type.typeName) : undefined;
}

function entityName(reading: Reading, entity: TSESTree.EntityName): Name | undefined {
  if (entity.type === 'TSQualifiedName') {
    const left = entityName(reading, entity.left);
    return left && { ...left, path: [...left.path, entity.right.name], at: spanOf(entity) };
  }
  if (entity.type !== 'Identifier') return undefined;
  const definition = reading.scope.variable(entity)?.defs[0];
  const imported = definition && importedName(definition.node, definition.parent as Node | undefined, spanOf(entity));
  return imported ?? { kind: 'name', path: [entity.name], at: spanOf(entity) };
}
