/** Which patterns say what is ignored at a place: those of the folders around it, up to the root of its repository. */
import { sep } from 'node:path';
import type { Repository } from './git-repository.js';
import { gitignoreIn, ignoreRules, type IgnoreRules } from './ignore-rules.js';
import { childName, type SystemPath } from './system-path.js';

/** Where patterns come from in a folder, and in those below until a repository of its own begins. */
export interface Scope {
  readonly repository?: Repository;
  /** From the outermost to the innermost. */
  readonly levels: readonly Level[];
  /** An ignored folder: what Git tracks in it is scanned all the same. */
  readonly onlyTracked?: true;
}

interface Level {
  readonly rules: IgnoreRules;
  /** Where paths relative to the folder of these rules begin in those from the root of the scope. */
  readonly from: number;
}

/** What a repository says by itself, before any `.gitignore` in it. */
export function scopeOf(repository: Repository | undefined): Scope {
  return repository
    ? { repository, levels: repository.exclude === '' ? [] : [{ rules: ignoreRules(repository.exclude, repository.ignoresCase), from: 0 }] }
    : { levels: [] };
}

/** The scope with the patterns of a folder's own `.gitignore`. */
export function withGitignore(scope: Scope, folder: SystemPath, inScope: string): { readonly scope: Scope; readonly isPartial: boolean } {
  const { rules, isPartial } = gitignoreIn(folder, scope.repository?.ignoresCase ?? false);
  return { scope: rules ? { ...scope, levels: [...scope.levels, { rules, from: inScope.length }] } : scope, isPartial };
}

/** The scope of an entry; undefined if it is ignored. The innermost file that has a matching pattern decides. */
export function scopeOfChild(scope: Scope, inScope: string): Scope | undefined {
  const { levels } = scope;
  for (let index = levels.length - 1; index >= 0; index -= 1) {
    const level = levels[index];
    const verdict = level?.rules.verdict(inScope.slice(level.from));
    if (verdict === true) return undefined;
    if (verdict === false) return inScope.endsWith('/') ? { ...scope, levels: readmitted(levels, index, inScope) } : scope;
  }
  return scope;
}

/** Levels in a folder that one of them does not ignore, whatever those around it say. */
function readmitted(levels: readonly Level[], by: number, inScope: string): readonly Level[] {
  return levels.map((level, index) => {
    const path = inScope.slice(level.from);
    return index < by && level.rules.verdict(path) === true ? { ...level, rules: level.rules.within(path) } : level;
  });
}

/** The scope of an entry that is ignored but has something in Git's index. */
export function scopeOfTracked(scope: Scope, path: SystemPath): Scope | undefined {
  const { repository } = scope;
  if (!repository) return undefined;
  const fromRoot = Buffer.from(path).subarray(Buffer.byteLength(childName(repository.root, '')));
  const withSlashes = sep === '/' ? fromRoot : Buffer.from(fromRoot.toString().split(sep).join('/'));
  return repository.tracks(withSlashes) ? { ...scope, onlyTracked: true } : undefined;
}
