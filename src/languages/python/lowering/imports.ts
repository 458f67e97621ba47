/** Imports. The top-level package is the module; what lies below it are members. */
import { type ImportedName, importOfAll, imports } from '../../lowering/imports.js';
import { identifier, type Node } from '../../lowering/nodes.js';
import { partsOf, separated } from '../../lowering/lezer.js';
import type { PythonNode } from '../parser.js';
import type { Lowering } from './lowering.js';

/** Distinguishes Python packages from npm packages of the same name. */
export const namespace = 'py:';

/** Lowers an import to declarations of its names. */
export function lowerImport(lowering: Lowering, of: PythonNode): readonly Node[] {
  const parts = partsOf(of);
  const keyword = parts.findIndex(({ name }) => name === 'import');
  const from = parts[0]?.name === 'from' ? parts.slice(1, keyword) : undefined;
  const names = separated(parts.slice(keyword + 1).filter(({ name }) => name !== '(' && name !== ')'));
  return from ? importedFrom(lowering, from, names, of) : names.map((group) => importedModule(lowering, group, of));
}

/** `import a.b` declares `a`, `import a.b as c` declares `c`. */
function importedModule(lowering: Lowering, group: readonly PythonNode[], of: PythonNode): Node {
  const end = group.findIndex(({ name }) => name === 'as');
  const path = variables(lowering, end === -1 ? group : group.slice(0, end));
  const local = group[end === -1 ? 0 : end + 1];
  const [head = '', ...below] = path;
  const name = local && declared(lowering, local);
  if (!name) return imports(namespace + head, [], [], lowering.place(of));
  const dotted = (length: number): string => namespace + path.slice(0, length).join('.');
  const place = lowering.place(of);
  if (end !== -1 && below.length > 0) {
    const inProject = { from: dotted(path.length - 1), itself: dotted(path.length) };
    return imports(namespace + head, below.slice(0, -1), [{ local: name, imported: below.at(-1), inProject }], place);
  }
  const members = below.map((_, index) => ({ path: below.slice(0, index + 1), module: dotted(index + 2) }));
  return imports(namespace + head, [], [{ local: name, inProject: { from: dotted(1), members } }], place);
}

function importedFrom(
  lowering: Lowering,
  from: readonly PythonNode[],
  names: readonly (readonly PythonNode[])[],
  of: PythonNode,
): readonly Node[] {
  const path = variables(lowering, from);
  const first = from.findIndex(({ name }) => name === 'VariableName');
  const dots = lowering.text
    .slice(from[0]?.from ?? of.from, first === -1 ? (from.at(-1)?.to ?? of.from) : from[first]?.from)
    .replaceAll(/[^.]/g, '');
  // A module of the project has all its folders in its name.
  const [module, below] = dots === '' ? [path[0] ?? '', path.slice(1)] : [dots + path.join('.'), []];
  const asked = namespace + dots + path.join('.');
  if (names[0]?.[0]?.name === '*') return [importOfAll(asked, lowering.place(of))];
  const all = names.flatMap(([imported, as, local]): readonly ImportedName[] => {
    if (imported?.name !== 'VariableName') return [];
    const name = declared(lowering, as && local ? local : imported);
    const written = lowering.textOf(imported);
    const itself = /[.:]$/.test(asked) ? asked + written : `${asked}.${written}`;
    return [{ local: name, imported: written, inProject: { from: asked, itself } }];
  });
  return [imports(namespace + module, below, all, lowering.place(of))];
}

function declared(lowering: Lowering, of: PythonNode): ReturnType<typeof identifier> {
  lowering.around.variables.exclude(lowering.textOf(of));
  return identifier(lowering.textOf(of), lowering.place(of));
}

function variables(lowering: Lowering, parts: readonly PythonNode[]): readonly string[] {
  return parts.filter(({ name }) => name === 'VariableName').map((each) => lowering.textOf(each));
}
