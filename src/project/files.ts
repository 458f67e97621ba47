/** The files of a project, as far as modules are looked for in them: nothing but regular files below its root, and none that is too large to be read. */
import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';

/** Bytes of the longest file that is read. */
const MOST_BYTES = 1_000_000;
/** Characters that are kept of all files. */
const MOST_KEPT = 16_000_000;
/** Paths of which something is known. */
const MOST_KNOWN = 100_000;

// Without O_NONBLOCK, opening a pipe waits for a writer. Windows does not have it.
const { O_RDONLY, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

interface Known {
  /** When it was looked at. */
  readonly at: number;
  readonly kind: 'file' | 'folder' | undefined;
  /** What changes with the content. */
  readonly state: string;
  text?: string | undefined;
}

export class Files {
  readonly #known = new Map<string, Known>();
  #kept = 0;

  /** For `lasting` milliseconds a file is taken to be what it was. */
  constructor(
    readonly root: string,
    private readonly lasting: number,
  ) {}

  /** The text of a file; undefined if there is none that may be read. */
  read(path: string): string | undefined {
    const known = this.#look(path);
    if (known.kind !== 'file') return undefined;
    if (known.text === undefined) {
      const text = readText(path) ?? '';
      this.#kept += text.length;
      if (this.#kept > MOST_KEPT) this.#forget();
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

  /** What changes when a file does. */
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
    return path === this.root || path.startsWith(this.root.endsWith(sep) ? this.root : this.root + sep);
  }

  #forget(): void {
    this.#known.clear();
    this.#kept = 0;
  }

  #look(path: string): Known {
    const before = this.#known.get(path);
    const at = Date.now();
    if (before && at - before.at < this.lasting) return before;
    if (this.#known.size > MOST_KNOWN) this.#forget();
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
      const stats = statSync(path, { throwIfNoEntry: false });
      // A link may lead out of the project.
      if (!stats || !this.isInside(realpathSync.native(path))) return nothing;
      const state = `${String(stats.mtimeMs)} ${String(stats.size)}`;
      if (stats.isDirectory()) return { kind: 'folder', state };
      return stats.isFile() && stats.size <= MOST_BYTES ? { kind: 'file', state } : nothing;
    } catch {
      return nothing;
    }
  }
}

function readText(path: string): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, (O_RDONLY ?? 0) | O_NONBLOCK);
    const stats = fstatSync(file);
    return stats.isFile() && stats.size <= MOST_BYTES ? readFileSync(file, 'utf8').replace(/^\uFEFF/, '') : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
