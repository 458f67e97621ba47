/** The languages that are read lexically. */
import type { Profile } from '../profile.js';
import { compiled } from './compiled.js';
import { scripting } from './scripting.js';

export const profiles: readonly Profile[] = [...scripting, ...compiled];
