/** The projects that files belong to, one for each root folder. */
import { sep } from 'node:path';
import { Project } from '../../project/project.js';
import type { SystemPath } from '../walk/system-path.js';

export interface Place {
  readonly absolute: SystemPath;
  /** Relative to the root of the repository, or else of the scan. */
  readonly root: string;
}

export class Projects {
  readonly #projects = new Map<string, Project>();

  /** Returns the project of a file; undefined if its path is not valid UTF-8. */
  of({ absolute, root }: Place): Project | undefined {
    if (typeof absolute !== 'string') return undefined;
    const below = root.split('/').join(sep);
    if (!absolute.endsWith(below)) return undefined;
    const folder = absolute.slice(0, -below.length).replace(/(?<=.)[\\/]$/, '');
    const project = this.#projects.get(folder) ?? new Project({ root: folder });
    this.#projects.set(folder, project);
    return project;
  }
}
