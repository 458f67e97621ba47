/** Bytes of files, read without trust in what lies in a file system. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes. What is larger was not written by hand, and no secret scanner reads it. */
export const MOST_BYTES = 64 * 1024 * 1024;

const CHUNK = 256 * 1024;

let buffer = Buffer.allocUnsafeSlow(CHUNK);

/** The content of a file, valid until the next is read; a text says why there is none. */
export function readBytes(path: string | Buffer): Buffer | string {
  let descriptor: number | undefined;
  try {
    // A FIFO that took the place of a file in the meantime must not block.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    let length = readSync(descriptor, buffer, 0, buffer.length, 0);
    if (length < buffer.length) return buffer.subarray(0, length);
    const { size } = fstatSync(descriptor);
    if (size > MOST_BYTES) return 'more than 64 MB';
    for (;;) {
      if (length === buffer.length) {
        if (length > MOST_BYTES) return 'more than 64 MB';
        buffer = Buffer.concat([buffer], Math.max(size + 1, buffer.length * 2));
      }
      const read = readSync(descriptor, buffer, length, buffer.length - length, length);
      if (read === 0) return buffer.subarray(0, length);
      length += read;
    }
  } catch (error) {
    return reasonOf(error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no longer there',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'a folder',
  ENXIO: 'not a regular file',
  ELOOP: 'a circular link',
};

/** Why a file system refused. */
export function reasonOf(error: unknown): string {
  const { code = 'unknown error' } = error as NodeJS.ErrnoException;
  return reasons[code] ?? code;
}
