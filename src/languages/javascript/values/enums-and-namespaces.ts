import type { TSESTree } from '@typescript-eslint/utils';
import type { Entry, Table } from '../../../source/model.js';
import type { Frame, Reading } from '../reading.js';
import { spanOf, staticKey } from '../syntax/syntax.js';
import { type Content, entry, tableAt } from './tables.js';

/** Reads a TypeScript enum as a table of its members. */
export function readEnum(reading: Reading, node: TSESTree.TSEnumDeclaration): Table {
  // typescript-eslint 6 and 7, which ESLint 8 projects still use, have the members on the declaration itself.
  const members =
    (node.body as TSESTree.TSEnumBody | undefined)?.members ?? (node as unknown as { members: readonly TSESTree.TSEnumMember[] }).members;
  return tableAt(reading, node, () => ({
    entries: members.flatMap((member): readonly Entry[] => {
      const key = staticKey(member.id, false);
      const { initializer } = member;
      return key === undefined || !initializer
        ? []
        : [entry(reading, key, spanOf(member.id), () => reading.read(initializer), spanOf(member))];
    }),
    open: false,
  }));
}

/** Reads a namespace as a table of its exports. */
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
