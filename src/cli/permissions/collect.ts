import { relative, sep } from 'node:path';
import type { FoundUse } from '../../api-uses.js';
import type { FileResult } from '../result.js';

/** A call of Cloudflare's API, and where it stands. */
export interface Use extends FoundUse {
  /** From the folder that was read, with `/`. */
  readonly file: string;
  readonly line: number;
}

/** The calls in the results of a scan for them, in the order of files and lines. */
export function usesIn(files: readonly FileResult[], folder: string): readonly Use[] {
  return files
    .flatMap(({ absolutePath, messages }) => {
      const file = relative(folder, absolutePath).split(sep).join('/');
      return messages.flatMap(({ message, line }) => (JSON.parse(message) as readonly FoundUse[]).map((use) => ({ ...use, file, line })));
    })
    .sort((one, other) => (one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1));
}
