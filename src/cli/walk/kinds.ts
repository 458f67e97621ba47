/** What exists at a path: a file, a folder, or something that is skipped. */
import { lstatSync, statSync } from 'node:fs';
import { skipReasonOf, type SkipReason } from './skip-reasons.js';
import type { SystemPath } from './system-path.js';

/** Returns the kind of a path from the command line; links are followed. */
export function kindOf(path: SystemPath): 'file' | 'folder' | SkipReason {
  try {
    const stats = statSync(path);
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'special';
  } catch (error) {
    const reason = skipReasonOf(error);
    return reason === 'missing' && isThere(path) ? 'danglingLink' : reason;
  }
}

/** Whether a path exists, even as a dangling link. */
export function isThere(path: SystemPath): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** Links that are not named explicitly are not followed: their target is scanned where it is, or is outside of the scan. */
export function reasonOfLink(path: SystemPath): SkipReason {
  const kind = kindOf(path);
  return kind === 'danglingLink' || kind === 'circularLink' ? kind : 'link';
}
