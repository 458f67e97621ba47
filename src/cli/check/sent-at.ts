import type { FoundUse } from '../../api-uses.js';
import type { Project } from '../../project/project.js';
import { MODULE_LENGTH } from '../../source/span.js';
import type { Message } from '../result.js';

/** A call of the API, found in a file. */
export interface LocatedUse extends Omit<FoundUse, 'way'> {
  /** Where it is sent, and the calls on the way there, if those are somewhere else: paths and offsets. */
  readonly way?: readonly string[];
}

/** A place in a file. */
export function placeIn(path: string, offset: number): string {
  return `${path}:${String(offset)}`;
}

/** The calls that a message holds, with the paths of the files that they are sent in. */
export function withPaths({ message, ...rest }: Message, path: string, project: Project | undefined): Message {
  const uses = (JSON.parse(message) as readonly FoundUse[]).map(({ way, ...use }): LocatedUse => {
    if (!way) return use;
    const places = way.flatMap(([modules, offset]) => {
      const file = modules === 0 ? path : project?.moduleAt(modules * MODULE_LENGTH);
      return file === undefined ? [] : [placeIn(file, offset)];
    });
    return { ...use, way: places };
  });
  return { ...rest, message: JSON.stringify(uses) };
}
