/** Folders with dependencies that package managers have installed. */
import { resolve } from 'node:path';
import { isThere } from './kinds.js';
import { childPath, type SystemPath } from './system-path.js';

/**
 * Entries that a package manager creates in its folder, for folder names that are also used for other things: https://go.dev/ref/mod#vendoring,
 * https://getcomposer.org/doc/01-basic-usage.md#autoloading, https://docs.python.org/3/library/venv.html. Read in November 2026.
 */
const marks: Readonly<Record<string, readonly string[]>> = {
  vendor: ['modules.txt', 'github.com', 'autoload.php'],
  venv: ['pyvenv.cfg'],
  '.venv': ['pyvenv.cfg'],
};

/** Whether a path, relative to `cwd`, is such a folder or leads through one. */
export function leadsToDependencies(path: string, cwd: string): boolean {
  const names = path.split(/[/\\]/);
  return names.some((name, index) => holdsDependencies(name, resolve(cwd, names.slice(0, index + 1).join('/'))));
}

/** Whether a folder contains installed dependencies. */
export function holdsDependencies(name: string, path: SystemPath): boolean {
  if (name === 'node_modules') return true;
  return Object.hasOwn(marks, name) && (marks[name] ?? []).some((mark) => isThere(childPath(path, Buffer.from(mark))));
}
