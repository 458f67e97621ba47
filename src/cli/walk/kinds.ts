/** What there is at a path: a file, a folder, or something that is not read. */
import { lstatSync, statSync } from 'node:fs';
import { skipReasonOf, type SkipReason } from './skip-reasons.js';
import type { SystemPath } from './system-path.js';

/** What a path on the command line leads to; links are followed. */
export function kindOf(path: SystemPath): 'file' | 'folder' | SkipReason {
  try {
    const stats = statSync(path);
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'special';
  } catch (error) {
    const reason = skipReasonOf(error);
    return reason === 'missing' && isThere(path) ? 'danglingLink' : reason;
  }
}

/** Whether there is something of this name, and be it a link to nothing. */
export function isThere(path: SystemPath): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** Links that nobody named are not followed: what they lead to is scanned where it is, or lies outside. */
export function reasonOfLink(path: SystemPath): SkipReason {
  const kind = kindOf(path);
  return kind === 'danglingLink' || kind === 'circularLink' ? kind : 'link';
}
