/** Ignore patterns that apply in a folder: its own and those of the folders around it, up to the root of the repository. */
import { sep } from 'node:path';
import type { Repository } from './git-repository.js';
import { gitignoreIn, ignoreRules, type IgnoreRules } from './ignore-rules.js';
import { childName, type SystemPath } from './system-path.js';

/** The ignore patterns that apply in a folder and below it, down to nested repositories. */
export interface Scope {
  readonly repository?: Repository;
  /** From outermost to innermost. */
  readonly levels: readonly Level[];
  /** Set in an ignored folder: only files that Git tracks are scanned there. */
  readonly onlyTracked?: true;
}

interface Level {
  readonly rules: IgnoreRules;
  /** Length of the folder's path from the root of the scope: cut off to get paths relative to the folder of these rules. */
  readonly from: number;
}

/** The scope of a repository's root, before any `.gitignore` in it: only its `.git/info/exclude`. */
export function scopeOf(repository: Repository | undefined): Scope {
  return repository
    ? { repository, levels: repository.exclude === '' ? [] : [{ rules: ignoreRules(repository.exclude, repository.ignoresCase), from: 0 }] }
    : { levels: [] };
}

/** Adds the patterns of a folder's own `.gitignore` to a scope. */
export function withGitignore(scope: Scope, folder: SystemPath, inScope: string): { readonly scope: Scope; readonly isPartial: boolean } {
  const { rules, isPartial } = gitignoreIn(folder, scope.repository?.ignoresCase ?? false);
  return { scope: rules ? { ...scope, levels: [...scope.levels, { rules, from: inScope.length }] } : scope, isPartial };
}

/** Returns the scope of an entry; undefined if it is ignored. The innermost `.gitignore` with a matching pattern decides. */
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

/** Returns the levels for a folder that the level at `by` re-includes, although outer levels ignore it. */
function readmitted(levels: readonly Level[], by: number, inScope: string): readonly Level[] {
  return levels.map((level, index) => {
    const path = inScope.slice(level.from);
    return index < by && level.rules.verdict(path) === true ? { ...level, rules: level.rules.within(path) } : level;
  });
}

/** Returns the scope of an ignored entry that is, or contains, something in Git's index. */
export function scopeOfTracked(scope: Scope, path: SystemPath): Scope | undefined {
  const { repository } = scope;
  if (!repository) return undefined;
  const fromRoot = Buffer.from(path).subarray(Buffer.byteLength(childName(repository.root, '')));
  const withSlashes = sep === '/' ? fromRoot : Buffer.from(fromRoot.toString().split(sep).join('/'));
  return repository.tracks(withSlashes) ? { ...scope, onlyTracked: true } : undefined;
}
