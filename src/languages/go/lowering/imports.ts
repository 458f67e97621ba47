/** Imports. The name of a package is written in the package: what it may be is told from its path. */
import { type ImportedName, imports } from '../../lowering/imports.js';
import { identifier, type Node, type Place } from '../../lowering/nodes.js';
import { partsOf } from '../../lowering/lezer.js';
import type { GoNode } from '../parser.js';
import type { Lowering } from './lowering.js';
import { said } from './strings.js';

/** Keeps packages of Go apart from those of the same name elsewhere. */
export const namespace = 'go:';

export function lowerImport(lowering: Lowering, of: GoNode): readonly Node[] {
  const specs = partsOf(of).flatMap((part) => (part.name === 'SpecList' ? partsOf(part) : part.name === 'ImportSpec' ? [part] : []));
  return specs.filter(({ name }) => name === 'ImportSpec').flatMap((each) => lowerSpec(lowering, each));
}

function lowerSpec(lowering: Lowering, of: GoNode): readonly Node[] {
  const parts = partsOf(of);
  const path = parts.find(({ name }) => name === 'String');
  if (!path) return [];
  const module = withoutVersion(said(lowering, path));
  const given = parts.find(({ name }) => name === 'DefName');
  const at: Place = given ? lowering.place(given) : lowering.place(path);
  const names = given ? [lowering.textOf(given)] : packageNames(module);
  const locals = names.map((name): ImportedName => ({ local: identifier(name, at) }));
  return [imports(namespace + module, [], locals, lowering.place(of))];
}

/** A module has its major version in its path: https://go.dev/ref/mod#major-version-suffixes. */
function withoutVersion(path: string): string {
  return path.replaceAll(/\/v\d+(?=\/|$)|\.v\d+$/g, '');
}

/** What a package may call itself: the end of its path, which may say besides that it is of Go. */
function packageNames(module: string): readonly string[] {
  const last = module.slice(module.lastIndexOf('/') + 1);
  const names = [last, last.replace(/^go-/, ''), last.replace(/[-.]go$/, '')];
  return [...new Set(names)].filter((name) => /^[a-z_]\w*$/i.test(name));
}
