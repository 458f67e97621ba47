/** The packages of a project: finds workspaces and sibling packages by name, and their files by package.json. Ignores node_modules. */
import { dirname, join, resolve } from 'node:path';
import { asData, type Data, dataIn, stringsIn } from './data.js';
import type { Files } from './files.js';

/** Limit on the folders that one step of a workspace pattern may match. */
const MAX_FOLDERS = 2_000;

/** The conditions of `exports` and `imports` that are taken to hold. */
const conditions = new Set(['source', 'development', 'types', 'import', 'module', 'node', 'default', 'require']);

export class Packages {
  readonly #named = new Map<string, { readonly at: number; readonly found: ReadonlyMap<string, string> }>();

  constructor(
    private readonly files: Files,
    private readonly lasting: number,
  ) {}

  /** Resolves a specifier that begins with the name of a package of the project. */
  resolve(specifier: string, folder: string): string | undefined {
    const name = /^(?:@[^/]+\/)?[^/@][^/]*/.exec(specifier)?.[0];
    if (name === undefined) return undefined;
    const found = this.#folderOf(name, folder);
    if (found === undefined) return undefined;
    const below = specifier.slice(name.length + 1);
    const manifest = this.#manifest(found);
    const exported = manifest?.['exports'];
    if (exported !== undefined && exported !== null) {
      const target = mapped(below === '' ? '.' : `./${below}`, subpaths(exported));
      return target === undefined ? undefined : resolve(found, target);
    }
    return below === '' ? (this.mainOf(found) ?? join(found, 'index')) : join(found, below);
  }

  /** Resolves `#lib/endpoint` by the `imports` of the package that a folder is in. */
  imported(specifier: string, folder: string): string | undefined {
    const around = this.#packageAround(folder);
    const imports = around === undefined ? undefined : asData(this.#manifest(around)?.['imports']);
    const target = imports && mapped(specifier, imports);
    return around === undefined || target === undefined ? undefined : resolve(around, target);
  }

  /** The main file of a package. */
  mainOf(folder: string): string | undefined {
    const manifest = this.#manifest(folder);
    const main = ['source', 'module', 'main'].map((key) => manifest?.[key]).find((value) => typeof value === 'string');
    return typeof main === 'string' && main !== '' ? resolve(folder, main) : undefined;
  }

  /** The name of the package that a folder is in. */
  nameAround(folder: string): string | undefined {
    const around = this.#packageAround(folder);
    const name = around === undefined ? undefined : this.#manifest(around)?.['name'];
    return typeof name === 'string' ? name : undefined;
  }

  #manifest(folder: string): Data | undefined {
    return dataIn(join(folder, 'package.json'), this.files);
  }

  #packageAround(folder: string): string | undefined {
    for (let at = folder; this.files.isInside(at); at = dirname(at)) {
      if (this.files.isFile(join(at, 'package.json'))) return at;
      if (dirname(at) === at) break;
    }
    return undefined;
  }

  /** Finds the folder of a package by name: the package around `folder` itself, a workspace of a package around that, or a sibling of it. */
  #folderOf(name: string, folder: string): string | undefined {
    const around = this.#packageAround(folder);
    if (around === undefined) return undefined;
    if (this.#manifest(around)?.['name'] === name) return around;
    for (let at = around; this.files.isInside(at); at = dirname(at)) {
      const found = this.#workspaces(at).get(name) ?? (at === dirname(around) ? this.#beside(at).get(name) : undefined);
      if (found !== undefined) return found;
      if (dirname(at) === at) break;
    }
    return undefined;
  }

  #workspaces(folder: string): ReadonlyMap<string, string> {
    return this.#once(`workspaces ${folder}`, () => {
      const listed = this.#manifest(folder)?.['workspaces'];
      const patterns = [...stringsIn(listed), ...stringsIn(asData(listed)?.['packages']), ...this.#ofPnpm(folder)];
      return patterns.filter((pattern) => !pattern.startsWith('!')).flatMap((pattern) => this.#matching(folder, pattern));
    });
  }

  #beside(folder: string): ReadonlyMap<string, string> {
    return this.#once(`beside ${folder}`, () => this.#matching(folder, '*'));
  }

  #once(key: string, find: () => readonly string[]): ReadonlyMap<string, string> {
    const known = this.#named.get(key);
    if (known && Date.now() - known.at < this.lasting) return known.found;
    const found = new Map<string, string>();
    const twice = new Set<string>();
    for (const folder of find()) {
      const name = this.#manifest(folder)?.['name'];
      if (typeof name !== 'string') continue;
      if (found.has(name) && found.get(name) !== folder) twice.add(name);
      found.set(name, folder);
    }
    for (const name of twice) found.delete(name);
    this.#named.set(key, { at: Date.now(), found });
    return found;
  }

  /** The patterns listed under `packages:` in pnpm-workspace.yaml, one per line. */
  #ofPnpm(folder: string): readonly string[] {
    const lines = (this.files.read(join(folder, 'pnpm-workspace.yaml')) ?? '')
      .split('\n')
      .map((line) => (line.split(' #')[0] ?? '').trimEnd());
    const below = lines.slice(lines.indexOf('packages:') + 1);
    const end = below.findIndex((line) => /^\w/.test(line));
    return below.slice(0, end === -1 ? undefined : end).flatMap((line) => /^\s*-\s*['"]?([^'"\s]+)/.exec(line)?.[1] ?? []);
  }

  /** The package folders that match a pattern such as `packages/*` or `apps/**`. */
  #matching(folder: string, pattern: string): readonly string[] {
    let found = [folder];
    for (const part of pattern.replace(/^\.\//, '').split('/').filter(Boolean)) {
      if (part === '.') continue;
      if (part === '**')
        found = found.flatMap((each) => [each, ...this.#below(each), ...this.#below(each).flatMap((inner) => this.#below(inner))]);
      else if (part.includes('*')) {
        found = found.flatMap((each) => this.#below(each, part));
      } else found = found.map((each) => join(each, part));
      found = found.slice(0, MAX_FOLDERS);
    }
    return found.filter((each) => this.files.isFile(join(each, 'package.json')));
  }

  #below(folder: string, pattern = '*'): readonly string[] {
    return this.files
      .namesIn(folder)
      .filter((each) => each !== 'node_modules' && !each.startsWith('.') && matches(each, pattern.split('*')))
      .map((each) => join(folder, each))
      .filter((each) => this.files.isFolder(each));
  }
}

/** Whether a name matches a wildcard pattern that was split at its asterisks. */
function matches(name: string, [first = '', ...others]: readonly string[]): boolean {
  const last = others.at(-1);
  if (last === undefined) return name === first;
  if (!name.startsWith(first)) return false;
  let from = first.length;
  for (const piece of others.slice(0, -1)) {
    const at = name.indexOf(piece, from);
    if (at === -1) return false;
    from = at + piece.length;
  }
  return name.length - last.length >= from && name.endsWith(last);
}

function subpaths(exported: unknown): Data {
  const data = asData(exported);
  return data && Object.keys(data).some((key) => key.startsWith('.')) ? data : { '.': exported };
}

/** Looks up a key, which may match a pattern, in a map of `exports` or `imports`. */
function mapped(key: string, map: Data): string | undefined {
  if (Object.hasOwn(map, key)) return target(map[key]);
  const patterns = Object.keys(map).filter((each) => each.includes('*'));
  const [best] = patterns
    .filter((each) => {
      const [before = '', after = ''] = each.split('*');
      return key.length >= each.length && key.startsWith(before) && key.endsWith(after);
    })
    .sort((one, other) => other.indexOf('*') - one.indexOf('*'));
  if (best === undefined) return undefined;
  const [before = '', after = ''] = best.split('*');
  return target(map[best])?.replaceAll('*', () => key.slice(before.length, key.length - after.length));
}

function target(value: unknown): string | undefined {
  if (typeof value === 'string') return value.startsWith('.') ? value : undefined;
  if (Array.isArray(value)) return value.map(target).find((each) => each !== undefined);
  const held = Object.entries(asData(value) ?? {}).filter(([condition]) => conditions.has(condition));
  return held.map(([, each]) => target(each)).find((each) => each !== undefined && !/\.d\.[cm]?ts$/.test(each));
}
