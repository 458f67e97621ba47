/** Reads files safely, whatever they are: they may be pipes or devices, vanish, or claim to be terabytes long. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { skipReasonOf, type SkipReason } from './skip-reasons.js';
import type { SystemPath } from './system-path.js';

/** In bytes. Larger files are not text that a person wrote. */
export const maxFileSize = 64 * 1024 * 1024;

const chunkSize = 64 * 1024;

// Without O_NONBLOCK, opening a pipe waits for a writer. Windows has neither flag.
const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants as Partial<typeof constants>;

interface Options {
  readonly maxSize?: number;
  readonly followLinks?: boolean;
}

/** Returns the content of a regular file, or why it cannot be read. Never throws or blocks. */
export function readBytes(path: SystemPath, { maxSize = maxFileSize, followLinks = true }: Options = {}): Buffer | SkipReason {
  let file: number | undefined;
  try {
    file = openSync(path, (O_RDONLY ?? 0) | O_NONBLOCK | (followLinks ? 0 : O_NOFOLLOW));
    const stats = fstatSync(file);
    if (stats.isDirectory()) return 'folder';
    if (!stats.isFile()) return 'special';
    if (stats.size > maxSize) return 'tooLarge';
    return readAll(file, stats.size, maxSize);
  } catch (error) {
    return skipReasonOf(error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Reads the given size, or to the end if it is 0, as for files in /proc. A file may shrink while it is read. */
function readAll(file: number, size: number, maxSize: number): Buffer | SkipReason {
  let bytes = Buffer.allocUnsafe(size || chunkSize);
  let length = 0;
  for (;;) {
    const count = readSync(file, bytes, length, bytes.length - length, null);
    length += count;
    if (count === 0 || length === size) return bytes.subarray(0, length);
    if (length > maxSize) return 'tooLarge';
    if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(Math.max(chunkSize, length))]);
  }
}
