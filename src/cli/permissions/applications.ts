import { posix } from 'node:path';

/** What may be the root of an application. */
const manifests = ['package.json', 'wrangler.toml', 'wrangler.json', 'wrangler.jsonc'];

/** How a project's files are looked at. */
export interface Files {
  readonly exists: (path: string) => boolean;
  readonly read: (path: string) => string;
}

export interface Folder {
  readonly name: string;
  /** From the folder that was read; empty for that itself. */
  readonly path: string;
}

/** The application that a file belongs to: the nearest folder above it with a package.json or a configuration of wrangler. */
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

/** The name in JSON, JSON with comments, or TOML, where people write it: on a line near the top. */
function nameIn(manifest: string): string | undefined {
  const names = manifest.split('\n', MOST_LINES).flatMap((line) => /^[{\s]*(?:"name"\s*:|name\s*=)\s*"([^"]+)"/.exec(line)?.[1] ?? []);
  return names[0];
}

const MOST_LINES = 100;
