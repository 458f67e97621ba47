import { posix } from 'node:path';

/** Files that mark the root of an application. */
const manifests = ['package.json', 'wrangler.toml', 'wrangler.json', 'wrangler.jsonc'];

/** Access to a project's files. */
export interface Files {
  readonly exists: (path: string) => boolean;
  readonly read: (path: string) => string;
}

export interface Folder {
  readonly name: string;
  /** Relative to the scanned folder; empty for that folder itself. */
  readonly path: string;
}

/** Returns the application that a file belongs to: the nearest folder above it with a package.json or a wrangler configuration. */
export function applicationOf(file: string, files: Files): Folder {
  let path = posix.dirname(file);
  while (path !== '.' && !path.startsWith('..') && !manifests.some((name) => files.exists(posix.join(path, name))))
    path = posix.dirname(path);
  const folder = path.startsWith('..') ? '.' : path;
  return { name: nameOf(folder, files), path: folder === '.' ? '' : folder };
}

function nameOf(folder: string, files: Files): string {
  for (const manifest of manifests) {
    const path = posix.join(folder, manifest);
    const name = files.exists(path) ? nameIn(files.read(path)) : undefined;
    if (name !== undefined) return name;
  }
  return folder === '.' ? 'this folder' : posix.basename(folder);
}

/** Finds the name in JSON, JSON with comments, or TOML, where it is usually written: on a line near the top. */
function nameIn(manifest: string): string | undefined {
  const names = manifest.split('\n', MAX_LINES).flatMap((line) => /^[{\s]*(?:"name"\s*:|name\s*=)\s*"([^"]+)"/.exec(line)?.[1] ?? []);
  return names[0];
}

const MAX_LINES = 100;
