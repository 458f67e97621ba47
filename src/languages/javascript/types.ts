/** Declared types, as far as they are plain names: `client: Cloudflare`, `http: HttpClient`. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Name } from '../../source.js';
import { importedName } from './modules.js';
import type { Reading } from './reading.js';
import { isFunction, type Node, spanOf, wrapped } from './syntax.js';

export function typeName(
  reading: Reading,
  annotated: { readonly typeAnnotation?: TSESTree.TSTypeAnnotation | undefined },
): Name | undefined {
  return nameOfType(reading, annotated.typeAnnotation?.typeAnnotation);
}

function nameOfType(reading: Reading, type: TSESTree.TypeNode | undefined): Name | undefined {
  return type?.type === 'TSTypeReference' ? entityName(reading, type.typeName) : undefined;
}

/** The type that an expression is written for: `{…} satisfies T`, `const params: T = {…}`, a field's, the result of an arrow function. */
export function typeOf(reading: Reading, expression: Node): Name | undefined {
  let node = expression;
  for (let outer = reading.survey.parentOf(node); outer; node = outer, outer = reading.survey.parentOf(node)) {
    switch (outer.type) {
      case 'TSSatisfiesExpression':
      case 'TSAsExpression':
      case 'TSTypeAssertion': {
        const name = nameOfType(reading, outer.typeAnnotation);
        if (name) return name; // `as const` says nothing
        break;
      }
      case 'VariableDeclarator':
        return outer.init === node ? typeName(reading, outer.id) : undefined;
      case 'PropertyDefinition':
        return outer.value === node ? typeName(reading, outer) : undefined;
      case 'ArrowFunctionExpression':
        return outer.body === node ? nameOfType(reading, outer.returnType?.typeAnnotation) : undefined;
      case 'ReturnStatement':
        break;
      case 'BlockStatement': {
        const around = reading.survey.parentOf(outer);
        return node.type === 'ReturnStatement' && around && isFunction(around)
          ? nameOfType(reading, around.returnType?.typeAnnotation)
          : undefined;
      }
      default:
        if (wrapped(outer) === undefined) return undefined;
    }
  }
  return undefined;
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
