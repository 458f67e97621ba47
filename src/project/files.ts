/** Cached access to the files of a project for resolving modules: only regular files below its root, up to a maximum size. */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname, sep } from 'node:path';

/** Largest file that is read, in bytes. */
const MAX_BYTES = 1_000_000;
/** Size of the cache of file contents, in characters. */
const MAX_KEPT = 16_000_000;
/** Number of paths in the cache. */
const MAX_KNOWN = 100_000;

// Without O_NONBLOCK, opening a pipe blocks until there is a writer. Windows lacks it.
const { O_RDONLY, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

interface Known {
  /** When it was examined, in milliseconds. */
  readonly at: number;
  readonly kind: 'file' | 'folder' | undefined;
  /** Modification time and size, which change with the content. */
  readonly state: string;
  text?: string | undefined;
}

export class Files {
  readonly #known = new Map<string, Known>();
  readonly #folders = new Map<string, { readonly at: number; readonly isWithin: boolean }>();
  /** The root with symbolic links resolved. */
  readonly #realRoot: string;
  #kept = 0;

  /** `lasting` is how long cached entries are valid, in milliseconds. */
  constructor(
    readonly root: string,
    private readonly lasting: number,
  ) {
    this.#realRoot = realPathOf(root) ?? root;
  }

  /** The text of a file; undefined if there is no file that may be read. */
  read(path: string): string | undefined {
    const known = this.#look(path);
    if (known.kind !== 'file') return undefined;
    if (known.text === undefined) {
      const text = readText(path) ?? '';
      this.#kept += text.length;
      if (this.#kept > MAX_KEPT) this.#forget();
      known.text = text;
      this.#known.set(path, known);
    }
    return known.text;
  }

  isFile(path: string): boolean {
    return this.#look(path).kind === 'file';
  }

  isFolder(path: string): boolean {
    return this.#look(path).kind === 'folder';
  }

  /** A string that changes when the file does. */
  stateOf(path: string): string {
    return this.#look(path).state;
  }

  /** The names in a folder. */
  namesIn(path: string): readonly string[] {
    if (!this.isFolder(path)) return [];
    try {
      return readdirSync(path).sort();
    } catch {
      return [];
    }
  }

  isInside(path: string): boolean {
    return isBelow(path, this.root);
  }

  #leadsInside(path: string): boolean {
    const real = realPathOf(path);
    return real !== undefined && isBelow(real, this.#realRoot);
  }

  #forget(): void {
    this.#known.clear();
    this.#kept = 0;
  }

  #look(path: string): Known {
    const before = this.#known.get(path);
    const at = Date.now();
    if (before && at - before.at < this.lasting) return before;
    if (this.#known.size > MAX_KNOWN) this.#forget();
    const { kind, state } = this.#stats(path);
    const text = before?.state === state ? before.text : undefined;
    const known: Known = { at, kind, state, ...(text !== undefined && { text }) };
    this.#known.set(path, known);
    return known;
  }

  #stats(path: string): Pick<Known, 'kind' | 'state'> {
    const nothing = { kind: undefined, state: '' };
    if (!this.isInside(path)) return nothing;
    try {
      const stats = lstatSync(path, { throwIfNoEntry: false });
      if (!stats || !this.#isWithin(dirname(path))) return nothing;
      if (stats.isSymbolicLink()) return this.#leadsInside(path) ? this.#stated(statSync(path)) : nothing;
      return this.#stated(stats);
    } catch {
      return nothing;
    }
  }

  /** Whether a folder is in the project and does not lead out of it through a symbolic link. */
  #isWithin(folder: string): boolean {
    const before = this.#folders.get(folder);
    const at = Date.now();
    if (before && at - before.at < this.lasting) return before.isWithin;
    if (this.#folders.size > MAX_KNOWN) this.#folders.clear();
    const isWithin = folder === dirname(this.root) || this.#leadsInside(folder);
    this.#folders.set(folder, { at, isWithin });
    return isWithin;
  }

  #stated(stats: Stats): Pick<Known, 'kind' | 'state'> {
    const nothing = { kind: undefined, state: '' };
    const state = `${String(stats.mtimeMs)} ${String(stats.size)}`;
    if (stats.isDirectory()) return { kind: 'folder', state };
    return stats.isFile() && stats.size <= MAX_BYTES ? { kind: 'file', state } : nothing;
  }
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function readText(path: string): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, (O_RDONLY ?? 0) | O_NONBLOCK);
    const stats = fstatSync(file);
    return stats.isFile() && stats.size <= MAX_BYTES ? readFileSync(file, 'utf8').replace(/^\uFEFF/, '') : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
