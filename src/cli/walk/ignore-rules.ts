/** Patterns that exclude files from a scan, in the syntax of `.gitignore`: https://git-scm.com/docs/gitignore */
import ignore, { type Ignore } from 'ignore';
import { readBytes } from './read-bytes.js';
import { childPath, type SystemPath } from './system-path.js';

/** The patterns of one file. Paths are relative to its folder, with slashes; those of folders end with a slash. */
export interface IgnoreRules {
  /** Whether a path is ignored; undefined if no pattern matches. A path in an ignored folder is ignored. */
  readonly verdict: (path: string) => boolean | undefined;
  /** The same patterns for the content of a folder that they ignore but inner patterns re-include. */
  readonly within: (folder: string) => IgnoreRules;
}

/** In bytes. The largest in use have some ten thousand. */
const maxSize = 512 * 1024;

/** Each `**` multiplies the time for matching by the depth of the path; real patterns have no more than two. */
const maxDoubleStars = 3;

/** Parses patterns, one per line. */
export function ignoreRules(patterns: string, ignoresCase = false): IgnoreRules {
  return rulesOf(ignore({ ignorecase: ignoresCase, allowRelativePaths: true }).add(patterns), ignoresCase);
}

function rulesOf(rules: Ignore, ignoresCase: boolean): IgnoreRules {
  return {
    verdict(path) {
      const { ignored, unignored } = rules.test(path);
      return ignored || (unignored ? false : undefined);
    },
    within(folder) {
      const readmitted = `!/${folder.replaceAll(/[\\*?[\]!#\s]/g, String.raw`\$&`)}`;
      return rulesOf(ignore({ ignorecase: ignoresCase, allowRelativePaths: true }).add(rules).add(readmitted), ignoresCase);
    },
  };
}

/** The `.gitignore` of a folder. */
export interface GitignoreFile {
  readonly rules?: IgnoreRules;
  /** Whether patterns were left out because matching them could take forever. */
  readonly isPartial: boolean;
}

/** Reads the `.gitignore` of a folder. Like Git, does not follow a symbolic link. */
export function gitignoreIn(folder: SystemPath, ignoresCase: boolean): GitignoreFile {
  const bytes = readBytes(childPath(folder, Buffer.from('.gitignore')), { maxSize, followLinks: false });
  if (typeof bytes === 'string') return { isPartial: bytes === 'tooLarge' };
  const lines = bytes
    .toString()
    .replace(/^\uFEFF/, '')
    .split('\n');
  const usable = lines.filter((line) => line.split('**').length - 1 <= maxDoubleStars);
  return { rules: ignoreRules(usable.join('\n'), ignoresCase), isPartial: usable.length < lines.length };
}
