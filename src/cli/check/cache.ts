/** What files were found to hold, by their content. It lies outside of the project: a project must not bring results of its own. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { version } from '../../package.js';
import type { Outcome } from './checker.js';
import type { Settings } from './settings.js';

export interface Cache {
  readonly keyOf: (root: string, path: string, bytes: Uint8Array) => string;
  readonly get: (key: string) => Outcome | undefined;
  readonly set: (key: string, outcome: Outcome) => void;
  /** Writes what was asked for and what was found. Gives a reason if that fails. */
  readonly save: () => string | undefined;
}

/** Where the cache of a project lies, unless told otherwise. */
export function defaultCachePath(cwd: string): string {
  const home = process.env['XDG_CACHE_HOME'] ?? process.env['LOCALAPPDATA'] ?? join(homedir(), '.cache');
  return join(home, 'eslint-plugin-cloudflare-auth', `${digest(cwd).slice(0, 16)}.json`);
}

/** The file for a location; as in ESLint, a folder gets a file in it. */
export function cacheFile(location: string): string {
  const isFolder = /[/\\]$/.test(location) || statSync(location, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? join(location, '.cloudflare-auth-cache.json') : location;
}

/** Opens a cache; what it holds of other settings, or another day, is forgotten: tokens expire without a change of any file. */
export function openCache(path: string, settings: Settings): Cache {
  const state = digest(JSON.stringify([version, new Date().toISOString().slice(0, 10), settings]));
  const before = read(path, state);
  const now = new Map<string, Outcome>();
  return {
    keyOf: (root, path, bytes) => createHash('sha256').update(`${root}\0${path}\0`).update(bytes).digest('base64url'),
    get(key) {
      const outcome = before.get(key);
      if (outcome) now.set(key, outcome);
      return outcome;
    },
    set(key, outcome) {
      if (cacheable(outcome)) now.set(key, outcome);
    },
    save() {
      try {
        mkdirSync(dirname(path), { recursive: true });
        const temporary = `${path}.${String(process.pid)}`;
        writeFileSync(temporary, JSON.stringify({ state, outcomes: Object.fromEntries(now) }), { mode: 0o600 });
        renameSync(temporary, path);
        return undefined;
      } catch (error) {
        return (error as NodeJS.ErrnoException).code ?? 'unknown error';
      }
    },
  };
}

/** Only what holds nothing of the source: reports show the lines of a finding. */
const cacheable = ({ messages, warnings }: Outcome): boolean => messages.length === 0 && warnings.length === 0;

function read(path: string, state: string): ReadonlyMap<string, Outcome> {
  try {
    const held = JSON.parse(readFileSync(path, 'utf8')) as { readonly state?: unknown; readonly outcomes?: Record<string, Outcome> };
    return new Map(held.state === state ? Object.entries(held.outcomes ?? {}) : []);
  } catch {
    return new Map();
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
