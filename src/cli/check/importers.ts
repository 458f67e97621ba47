/** Files that do not mention Cloudflare, but import modules that do. */
import { basename } from 'node:path';
import { importedNames, isProgram, lastName, type Specifier, specifiersIn } from '../../project/specifiers.js';
import type { Project } from '../../project/project.js';
import type { Listed } from '../walk/index.js';
import { readBytes } from '../walk/read-bytes.js';
import { decode } from './encoding.js';
import { Projects } from './projects.js';

/** Longest chain of imports to a module that mentions Cloudflare. Re-exports do not count. */
const MAX_STEPS = 2;
/** Limit on rounds, and so on the length of chains of re-exports. */
const MAX_ROUNDS = 8;

/** A program that does not mention Cloudflare. */
export interface UnrelatedProgram {
  readonly index: number;
  /** Last segments of the specifiers that it imports, if they have been read. */
  readonly names: readonly string[] | undefined;
}

interface Program {
  readonly index: number;
  readonly path: string;
  readonly project: Project;
  readonly specifiers: readonly Specifier[];
}

/** Returns the indexes of those of `others` that import one of `concerned`, directly or through another module. */
export function importersOf(
  listed: readonly Listed[],
  concerned: readonly number[],
  others: readonly UnrelatedProgram[],
): readonly number[] {
  const projects = new Projects();
  let targets = new Set<string>();
  const projectOf = new Map<string, Project>();
  for (const index of concerned) {
    const file = listed[index];
    const path = pathOf(file);
    const project = file && projects.of(file);
    if (path === undefined || !project) continue;
    targets.add(path);
    projectOf.set(path, project);
  }
  if (![...targets].some((path) => isProgram(path) || path.endsWith('.json'))) return [];
  const importing = others.map(({ index, names }) => ({ index, names: names ?? importedBy(listed[index]) }));
  const found = new Map<string, { readonly index: number; readonly steps: number }>();
  for (const path of targets) found.set(path, { index: -1, steps: 0 });
  const programs = new Map<number, Program | undefined>();
  const programOf = (index: number): Program | undefined => {
    if (!programs.has(index)) programs.set(index, programAt(listed, index, projects));
    return programs.get(index);
  };
  for (let round = 0; targets.size > 0 && round < MAX_ROUNDS; round += 1) {
    // `from . import x` only names the folder.
    const names = new Set(['', ...[...targets].flatMap((path) => namesOf(path, projectOf.get(path)))]);
    const next = new Set<string>();
    for (const { index: at, names: imported } of importing) {
      const program = imported.some((name) => names.has(name)) ? programOf(at) : undefined;
      if (!program || found.has(program.path)) continue;
      const { path, index, specifiers, project } = program;
      const steps = specifiers
        .filter(({ text }) => names.has(lastName(text)))
        .flatMap(({ text, isExported }) => {
          const target = found.get(project.resolver.resolve(text, path) ?? '');
          return target && target.index !== index ? [target.steps + (isExported ? 0 : 1)] : [];
        });
      const nearest = Math.min(...steps);
      if (nearest > MAX_STEPS) continue;
      next.add(path);
      projectOf.set(path, project);
      found.set(path, { index, steps: nearest });
    }
    targets = next;
  }
  return [...found.values()].map(({ index }) => index).filter((index) => index >= 0);
}

function importedBy(file: Listed | undefined): readonly string[] {
  const bytes = file && readBytes(file.absolute);
  return file && Buffer.isBuffer(bytes) ? importedNames(decode(bytes).text, file.root) : [];
}

/** Last segments of specifiers that may resolve to a module: its own name, that of its folder, as in `./index`, or that of its package. */
function namesOf(path: string, project: Project | undefined): readonly string[] {
  const name = project?.resolver.packageNameOf(path);
  return [lastName(path), lastName(basename(path)), ...(name === undefined ? [] : [lastName(name)])];
}

function pathOf(file: Listed | undefined): string | undefined {
  return typeof file?.absolute === 'string' ? file.absolute : undefined;
}

function programAt(listed: readonly Listed[], index: number, projects: Projects): Program | undefined {
  const file = listed[index];
  const path = pathOf(file);
  const project = file && projects.of(file);
  if (path === undefined || !project || project.isTest(path)) return undefined;
  return { index, path, project, specifiers: specifiersIn(project.files.read(path) ?? '', path) };
}
