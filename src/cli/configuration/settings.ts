/** Rule settings: which rules check a file, at which level and with which option. They need no rule, which takes time to load. */
import type { RuleName } from '../../../rules/names.js';
import { presets } from '../../presets.js';
import { ignoreRules } from '../walk/ignore-rules.js';

/** Levels of a rule, as in ESLint. */
export const levels = ['off', 'warn', 'error'] as const;

/** The setting of a rule. Without an option, that of the preset is kept. */
export interface Setting {
  readonly level: (typeof levels)[number];
  readonly option?: object;
}

/** Settings by rule name. */
export type Settings = Readonly<Partial<Record<RuleName, Setting>>>;

/** Settings for some files. */
export interface Override {
  /** Patterns in the syntax of `.gitignore`. */
  readonly files: readonly string[];
  readonly rules: Settings;
}

/** Sources of settings; later ones win. */
export interface SettingSources {
  readonly preset: keyof typeof presets;
  readonly rules?: Settings;
  readonly overrides?: readonly Override[];
  /** Settings from the command line. */
  readonly given?: Settings;
}

/** Returns a function from a file's path, relative to the working directory, to its settings. Files with equal settings share one object. */
export function settingsOf({ preset, rules: own = {}, overrides = [], given = {} }: SettingSources): (path: string) => Settings {
  const patterns = overrides.map(({ files }) => ignoreRules(files.join('\n')));
  const known = new Map<string, Settings>();
  return (path) => {
    // Overrides do not apply outside of the working directory.
    const isBelow = !path.startsWith('/') && !path.startsWith('../');
    const applied = overrides.filter((_, index) => isBelow && patterns[index]?.verdict(path) === true);
    const key = applied.map((each) => overrides.indexOf(each)).join(' ');
    const settings = known.get(key) ?? merged(preset, [own, ...applied.map((each) => each.rules), given]);
    known.set(key, settings);
    return settings;
  };
}

function merged(preset: keyof typeof presets, layers: readonly Settings[]): Settings {
  const result: Partial<Record<RuleName, Setting>> = {};
  for (const [name, option] of Object.entries(presets[preset])) result[name as RuleName] = { level: 'error', option };
  for (const layer of layers) {
    for (const [name, setting] of Object.entries(layer) as [RuleName, Setting][]) result[name] = { ...result[name], ...setting };
  }
  return result;
}
