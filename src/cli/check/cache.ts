/** A cache of outcomes, keyed by file content. It is stored outside of the project, so that a project cannot ship results of its own. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { readBytes } from '../walk/read-bytes.js';
import { version } from '../../package.js';
import type { Outcome } from './checker.js';
import type { Settings } from './settings.js';

export interface Cache {
  readonly keyOf: (root: string, path: string, bytes: Uint8Array) => string;
  readonly get: (key: string) => Outcome | undefined;
  readonly set: (key: string, outcome: Outcome) => void;
  /** Writes the outcomes that this run has used or added. Returns the reason if that fails. */
  readonly save: () => string | undefined;
}

/** The default path of a project's cache. */
export function defaultCachePath(cwd: string): string {
  const home = process.env['XDG_CACHE_HOME'] ?? process.env['LOCALAPPDATA'] ?? join(homedir(), '.cache');
  return join(home, 'eslint-plugin-cloudflare-auth', `${digest(cwd).slice(0, 16)}.json`);
}

/** The cache file for `--cache-location`: as in ESLint, a file inside if the location is a folder. */
export function cacheFile(location: string): string {
  const isFolder = /[/\\]$/.test(location) || statSync(location, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? join(location, '.cloudflare-auth-cache.json') : location;
}

/** Opens a cache. Outcomes from other settings or another day are dropped: tokens expire without any file changing. */
export function openCache(path: string, settings: Settings): Cache {
  // Findings are not cached, so that it does not matter whether suggestions are computed for them.
  const state = digest(JSON.stringify([version, new Date().toISOString().slice(0, 10), { ...settings, suggestions: false }]));
  const before = read(path, state);
  const now = new Map<string, Kept>();
  const digests = new Map<string, string>();
  const digestOf = (path: string): string => {
    const known = digests.get(path) ?? digestOfFile(path);
    digests.set(path, known);
    return known;
  };
  return {
    keyOf: (root, path, bytes) => createHash('sha256').update(`${root}\0${path}\0`).update(bytes).digest('base64url'),
    get(key) {
      const kept = before.get(key);
      if (!kept || !Object.entries(kept.modules ?? {}).every(([module, state]) => digestOf(module) === state)) return undefined;
      now.set(key, kept);
      return kept.outcome;
    },
    set(key, outcome) {
      const { modules = [], ...own } = outcome;
      if (cacheable(outcome))
        now.set(key, {
          outcome: own,
          ...(modules.length > 0 && { modules: Object.fromEntries(modules.map((each) => [each, digestOf(each)])) }),
        });
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

/** Whether an outcome contains no source text: findings are not cached, since reports show their lines. */
const cacheable = ({ messages, warnings, elsewhere }: Outcome): boolean => messages.length === 0 && warnings.length === 0 && !elsewhere;

/** An outcome, and the digests of the modules that it depends on. */
interface Kept {
  readonly outcome: Outcome;
  readonly modules?: Readonly<Record<string, string>>;
}

function digestOfFile(path: string): string {
  const bytes = readBytes(path);
  return typeof bytes === 'string' ? bytes : createHash('sha256').update(bytes).digest('base64url');
}

function read(path: string, state: string): ReadonlyMap<string, Kept> {
  try {
    const held = JSON.parse(readFileSync(path, 'utf8')) as { readonly state?: unknown; readonly outcomes?: Record<string, Kept> };
    return new Map(held.state === state ? Object.entries(held.outcomes ?? {}) : []);
  } catch {
    return new Map();
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
