/** The project that ESLint lints. */
import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import process from 'node:process';
import { Project, rootOf } from '../project/project.js';

/** How long a file's state is cached, in milliseconds: an editor's ESLint server runs for days. */
const LASTING = 2_000;

interface Settings {
  readonly settings: Readonly<Record<string, unknown>>;
}

let project: Project | undefined;

/** The project of the working directory; undefined if the file is outside of it, or if the settings contain `project: false`. */
export function projectOf(path: string, { settings }: Settings): Project | undefined {
  const ours = settings['cloudflare-auth'] as { readonly project?: unknown } | undefined;
  if (ours?.project === false || !isAbsolute(path)) return undefined;
  const cwd = process.cwd();
  project ??= new Project({ root: rootOf(cwd, cwd, (folder) => existsSync(join(folder, '.git'))), lasting: LASTING });
  return project.files.isInside(path) ? project : undefined;
}
