/** Patterns that take files out of a scan, in the syntax of `.gitignore`: https://git-scm.com/docs/gitignore */
import ignore, { type Ignore } from 'ignore';
import { readBytes } from './read-bytes.js';
import { childPath, type SystemPath } from './system-path.js';

/** The patterns of one file. Paths are given from its folder, with slashes, folders with one at their end. */
export interface IgnoreRules {
  /** Whether a path is ignored; undefined if no pattern says so or otherwise. A path in an ignored folder is. */
  readonly verdict: (path: string) => boolean | undefined;
  /** The same patterns for what is in a folder that they ignore and others do not. */
  readonly within: (folder: string) => IgnoreRules;
}

/** Bytes. The longest in use have some ten thousands. */
const maxSize = 512 * 1024;

/** Each `**` multiplies the time that matching takes by the depth of a path; nobody needs more than two. */
const maxDoubleStars = 3;

/** The patterns of a text, one in a line. */
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

/** What the `.gitignore` of a folder says. */
export interface GitignoreFile {
  readonly rules?: IgnoreRules;
  /** Whether patterns were left out because to match them could take forever. */
  readonly isPartial: boolean;
}

/** Reads the `.gitignore` of a folder; as for Git, a link is none. */
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
