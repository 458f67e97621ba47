/** Profiles of the languages that are read lexically. */
import type { Profile } from '../profile.js';
import { compiled } from './compiled.js';
import { data } from './data.js';
import { functional } from './functional.js';
import { managed } from './managed.js';
import { scripting } from './scripting.js';

const all = { ...scripting, ...compiled, ...managed, ...data, ...functional };

export type ProfileName = keyof typeof all;

export const profiles: Readonly<Record<ProfileName, Profile>> = all;
