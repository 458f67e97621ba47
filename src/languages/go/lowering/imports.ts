/** Imports. A package's name is declared inside the package, so possible names are derived from its path. */
import { type ImportedName, imports } from '../../lowering/imports.js';
import { identifier, type Node, type Place } from '../../lowering/nodes.js';
import { partsOf } from '../../lowering/lezer.js';
import type { GoNode } from '../parser.js';
import type { Lowering } from './lowering.js';
import { stringText } from './strings.js';

/** Distinguishes Go packages from packages of the same name in other languages. */
export const namespace = 'go:';

export function lowerImport(lowering: Lowering, of: GoNode): readonly Node[] {
  const specs = partsOf(of).flatMap((part) => (part.name === 'SpecList' ? partsOf(part) : part.name === 'ImportSpec' ? [part] : []));
  return specs.filter(({ name }) => name === 'ImportSpec').flatMap((each) => lowerSpec(lowering, each));
}

function lowerSpec(lowering: Lowering, of: GoNode): readonly Node[] {
  const parts = partsOf(of);
  const path = parts.find(({ name }) => name === 'String');
  if (!path) return [];
  const module = withoutVersion(stringText(lowering, path));
  const given = parts.find(({ name }) => name === 'DefName');
  const at: Place = given ? lowering.place(given) : lowering.place(path);
  const names = given ? [lowering.textOf(given)] : packageNames(module);
  const locals = names.map((name): ImportedName => ({ local: identifier(name, at) }));
  return [imports(namespace + module, [], locals, lowering.place(of))];
}

/** Strips the major version from a module's path: https://go.dev/ref/mod#major-version-suffixes. */
function withoutVersion(path: string): string {
  return path.replaceAll(/\/v\d+(?=\/|$)|\.v\d+$/g, '');
}

/** Possible names of a package: the last part of its path, also without `go` as prefix or suffix. */
function packageNames(module: string): readonly string[] {
  const last = module.slice(module.lastIndexOf('/') + 1);
  const names = [last, last.replace(/^go-/, ''), last.replace(/[-.]go$/, '')];
  return [...new Set(names)].filter((name) => /^[a-z_]\w*$/i.test(name));
}
