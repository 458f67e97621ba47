/** The languages that are read lexically. */
import type { Profile } from '../profile.js';
import { compiled } from './compiled.js';
import { scripting } from './scripting.js';

const all = { ...scripting, ...compiled };

export type ProfileName = keyof typeof all;

export const profiles: Readonly<Record<ProfileName, Profile>> = all;
