/**
 * Parses the paths in Git's index: https://git-scm.com/docs/index-format
 *
 * The file is read as data. Starting `git` would run commands from the repository's configuration, such as `core.fsmonitor`.
 */

/** Bytes before the hash of an entry: times, device, inode, mode, owner, group and size. */
const statSize = 40;
const modeAt = 24;
const nameLengthMask = 0xfff;
const extendedFlag = 0x4000;
const gitlinkMode = 0o160000;

/** An entry of the index. */
export interface IndexEntry {
  /** The path from the root of the work tree, with slashes. */
  readonly path: Buffer;
  readonly isSubmodule: boolean;
}

/** An index file as it is on disk. */
export interface GitIndex {
  readonly entries: readonly IndexEntry[];
  /** The hash in the name of the shared index that this one modifies, if any. */
  readonly sharedIndex?: string;
}

/** Parses versions 2, 3 and 4; undefined for anything else. For a truncated file, returns the entries before the end. */
export function parseGitIndex(bytes: Buffer, hashSize: 20 | 32 = 20): GitIndex | undefined {
  if (bytes.length < 12 || bytes.toString('latin1', 0, 4) !== 'DIRC') return undefined;
  const version = bytes.readUInt32BE(4);
  if (version < 2 || version > 4) return undefined;
  const count = bytes.readUInt32BE(8);
  const entries: IndexEntry[] = [];
  let at = 12;
  let previous = Buffer.alloc(0);
  for (let index = 0; index < count; index += 1) {
    const flagsAt = at + statSize + hashSize;
    if (flagsAt + 2 > bytes.length) break;
    const flags = bytes.readUInt16BE(flagsAt);
    const nameAt = flagsAt + (version > 2 && flags & extendedFlag ? 4 : 2);
    const name = version === 4 ? compressedName(bytes, nameAt, previous) : plainName(bytes, nameAt, flags & nameLengthMask);
    if (!name) break;
    const isSubmodule = (bytes.readUInt32BE(at + modeAt) & 0o170000) === gitlinkMode;
    // Entries that replace one in the shared index have no name.
    if (name.path.length > 0) entries.push({ path: name.path, isSubmodule });
    previous = name.path;
    // Without compression, an entry is padded with one to eight NUL bytes to a multiple of eight.
    at = version === 4 ? name.end + 1 : at + ((name.end - at + 8) & ~7);
  }
  const sharedIndex = entries.length <= count ? sharedIndexIn(bytes, at, hashSize) : undefined;
  return { entries, ...(sharedIndex !== undefined && { sharedIndex }) };
}

interface Name {
  readonly path: Buffer<ArrayBuffer>;
  readonly end: number;
}

/** Reads an uncompressed name. If its length does not fit into the flags, it ends at the next NUL. */
function plainName(bytes: Buffer, start: number, length: number): Name | undefined {
  const end = length < nameLengthMask ? start + length : bytes.indexOf(0, start);
  return end < start || end >= bytes.length ? undefined : { path: Buffer.from(bytes.subarray(start, end)), end };
}

/** Reads a name of version 4: the number of bytes to drop from the previous name, and the suffix to append. */
function compressedName(bytes: Buffer, start: number, previous: Buffer): Name | undefined {
  let at = start;
  let byte = bytes[at] ?? 0;
  let dropped = byte & 0x7f;
  while (byte & 0x80 && at - start < 8) {
    at += 1;
    byte = bytes[at] ?? 0;
    dropped = (dropped + 1) * 128 + (byte & 0x7f);
  }
  const end = bytes.indexOf(0, at + 1);
  if (end === -1 || dropped > previous.length) return undefined;
  return { path: Buffer.concat([previous.subarray(0, previous.length - dropped), bytes.subarray(at + 1, end)]), end };
}

/** Extensions start with a four-letter name and a length; that of a split index continues with the hash of the shared index. */
function sharedIndexIn(bytes: Buffer, start: number, hashSize: number): string | undefined {
  for (let at = start; at + 8 <= bytes.length - hashSize; at += 8 + bytes.readUInt32BE(at + 4)) {
    if (bytes.toString('latin1', at, at + 4) === 'link') return bytes.toString('hex', at + 8, at + 8 + hashSize);
  }
  return undefined;
}
