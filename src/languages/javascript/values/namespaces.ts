/** Namespaces: what they export, as an object. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Table } from '../../../source/model.js';
import type { Frame, Reading } from '../reading.js';
import { spanOf } from '../syntax/syntax.js';
import { type Content, entry, tableAt } from './tables.js';

export function readNamespace(reading: Reading, node: TSESTree.TSModuleDeclaration, frame: Frame | undefined): Table {
  return tableAt(reading, node, (): Content => {
    const entries = (node.body?.body ?? []).flatMap((statement) => {
      const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : undefined;
      const declared = declaration?.type === 'VariableDeclaration' ? declaration.declarations : [];
      return declared.flatMap(({ id }) =>
        id.type === 'Identifier' ? [entry(reading, id.name, spanOf(id), () => reading.read(id, frame), spanOf(id))] : [],
      );
    });
    return { entries, open: true };
  });
}
