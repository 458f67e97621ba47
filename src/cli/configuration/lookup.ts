/** Finds the command's configuration file. */
import { join } from 'node:path';
import { isThere } from '../walk/kinds.js';

/** File names, in lookup order. */
export const configurationNames = ['cloudflare-auth.json', 'cloudflare-auth.jsonc'] as const;

/** Finds the configuration file of a folder. Parent folders are not searched: findings must not depend on the location of a checkout. */
export function findConfiguration(folder: string): string | undefined {
  return configurationNames.map((name) => join(folder, name)).find(isThere);
}
