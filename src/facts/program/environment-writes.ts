import type { SourceFile, Span, Table, Value } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { literal } from '../../source/values.js';
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
  return [...bound, ...listed, ...file.tables.flatMap(ofContainer)];
});

/** Reads `{ name: 'CF_API_KEY', value: key }`, a variable of a container. Further entries show that the table is something else, such as a field of a form. */
function ofContainer({ entries, open }: Table): readonly EnvironmentWrite[] {
  const name = entries.find(({ key }) => key === 'name')?.value;
  const variable = name && literal(name);
  const given = entries.filter(({ key }) => /^value(?:From|_from)?$/.test(key));
  if (!name || variable === undefined || open || entries.length !== 2 || !/^[A-Z][A-Z\d]*_[A-Z\d_]+$/.test(variable)) return [];
  return given.map(({ value }) => ({ variable, at: name.at, value }));
}

/**
 * Names of tables of environment variables.
 *
 * Sources: Terraform's providers for AWS, Azure, Google Cloud and Heroku, App Engine's app.yaml and Cloud Build; November 2026.
 */
const tables =
  /^(?:env|environment|variables|(?:build_|runtime_|secure_)?env(?:ironment)?_?var(?:iable)?s|app_?settings|(?:sensitive_)?config_vars|substitutions)$/i;
