import type { SourceFile, Span, Table, Value } from '../../source/model.js';
import { perFile } from '../../source/values.js';
import { variableOf } from './environment.js';

/** An environment variable that a file sets. */
export interface EnvironmentWrite {
  readonly variable: string;
  readonly at: Span;
  readonly value: Value;
  /** The table of variables that contains it; undefined if it is assigned. */
  readonly table?: Table | undefined;
}

/** Returns every environment variable that a file sets. */
export const environmentWrites = perFile((file: SourceFile): readonly EnvironmentWrite[] => {
  const bound = file.bindings.flatMap(({ target, value, nameAt }) => {
    const variable = target && variableOf(target);
    return variable === undefined ? [] : [{ variable, at: nameAt, value }];
  });
  const listed = file.tables
    .filter(({ names }) => tables.test(names.at(-1) ?? ''))
    .flatMap((table) => table.entries.map(({ key, keyAt, value }) => ({ variable: key, at: keyAt, value, table })));
  return [...bound, ...listed];
});

/** Names of tables of environment variables. */
const tables = /^(?:env|environment|variables|env_?vars|environmentVariables)$/i;
