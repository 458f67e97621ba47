/** The modules that the file being checked imports: one may fill a registry that another declares and the file itself reads. */
import type { Span } from '../../../source/model.js';
import { baseOf } from '../../../source/span.js';
import type { Reading } from '../reading.js';
import type { Variable } from '../syntax/scope.js';

/** Most imports of a file that are looked into. */
const MAX_SIBLINGS = 16;

const known = new WeakMap<Reading, readonly Reading[]>();

/** The readings of the modules that a file imports, or requires at its top level. */
export function siblings(reading: Reading): readonly Reading[] {
  const before = known.get(reading);
  if (before) return before;
  // Modules that import each other ask for this again.
  known.set(reading, []);
  const found = sourcesIn(reading)
    .slice(0, MAX_SIBLINGS)
    .flatMap((source) => moduleReading(reading, source) ?? []);
  known.set(reading, found);
  return found;
}

/** The reading of the module that a specifier in a file resolves to. */
export function moduleReading(reading: Reading, source: string): Reading | undefined {
  const module = reading.surroundings?.module(source);
  return module && reading.beginningAt(module.base);
}

function sourcesIn({ sourceCode, survey }: Reading): readonly string[] {
  const imported = sourceCode.ast.body.flatMap((statement) =>
    statement.type === 'ImportDeclaration' && statement.importKind !== 'type' ? statement.source.value : [],
  );
  const required = survey.calls.flatMap(({ callee, arguments: [source] }) =>
    callee.type === 'Identifier' && callee.name === 'require' && source?.type === 'Literal' && typeof source.value === 'string'
      ? source.value
      : [],
  );
  return [...new Set([...imported, ...required])];
}

/** A variable of a module, with the reading of that. */
export interface Holder {
  readonly reading: Reading;
  readonly variable: Variable;
}

/** The variables with which other modules refer to the object in a variable of the file being checked, which is made at `at`. */
export function othersHolding(reading: Reading, { name }: Variable, at: Span): readonly Holder[] {
  if (reading !== reading.checked || baseOf(at.start) === reading.base) return [];
  return siblings(reading).flatMap((sibling): readonly Holder[] => {
    const variable = sibling.base === baseOf(at.start) ? undefined : sibling.scope.ofModule(name);
    const [identifier] = variable?.identifiers ?? [];
    if (!variable || !identifier || sibling.read(identifier).at.start !== at.start) return [];
    return [{ reading: sibling, variable }];
  });
}
