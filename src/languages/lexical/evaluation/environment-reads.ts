/** Variables of the environment that programs read as members or by a prefix of the name. */
import type { Name } from '../../../source/model.js';
import type { Profile } from '../profile.js';
import { dotted, type NameNode } from '../tree.js';

/** The variable that a name reads: `$env:TOKEN`, `ENV.TOKEN`. */
export function environmentRead({ object, name, at }: NameNode, environment: Profile['environment']): Name | undefined {
  const prefix = environment?.prefix?.exec(name)?.[0];
  if (prefix !== undefined) return { kind: 'name', path: ['env', name.slice(prefix.length)], at };
  const holder = object && dotted(object);
  return holder !== undefined && environment?.members?.test(holder) === true ? { kind: 'name', path: ['env', name], at } : undefined;
}
