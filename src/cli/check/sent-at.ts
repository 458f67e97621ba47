import type { FoundUse } from '../../api-uses.js';
import type { Project } from '../../project/project.js';
import { MODULE_LENGTH } from '../../source/span.js';
import type { Message } from '../result.js';

/** An API call found in a file. */
export interface LocatedUse extends Omit<FoundUse, 'way'> {
  /** Where the request is sent, and the calls that lead there, if these are elsewhere: `path:offset`. */
  readonly way?: readonly string[];
}

/** `path:offset` */
export function placeIn(path: string, offset: number): string {
  return `${path}:${String(offset)}`;
}

/** Replaces module numbers in a message's calls with the paths of the files that send them. */
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
