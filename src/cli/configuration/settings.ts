/** Rule settings: which rules check a file, at which level and with which option. */
import type { RuleName } from '../../../rules/names.js';
import { rules } from '../../../rules/index.js';
import { namespace, presets } from '../../presets.js';
import { ignoreRules } from '../walk/ignore-rules.js';
import { levels } from './schema.js';
import { firstProblem, isObject, memberKey, schemaProblem, unknownKey } from './schema-problem.js';

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

const names = Object.keys(rules) as RuleName[];
const qualified = names.map((name) => `${namespace}/${name}`);

/** Strips the prefix from a rule's name, if there is one. */
const ruleName = (key: string): RuleName => key.replace(`${namespace}/`, '') as RuleName;

/** ESLint's numbers for {@link levels}. */
const numbers = [0, 1, 2];

/** Reads settings in the syntax of ESLint's configurations; returns a string with the problem if they are invalid. */
export function readSettings(value: unknown, key: string): Settings | string {
  if (!isObject(value)) return `${key} must be an object`;
  const problem =
    unknownKey(value, Object.keys(value).some((each) => each.includes('/')) ? [...qualified, ...names] : [...names, ...qualified], key) ??
    firstProblem(Object.entries(value), ([name, setting]) => settingProblem(ruleName(name), setting, memberKey(key, name)));
  if (problem !== undefined) return problem;
  return Object.fromEntries(Object.entries(value).map(([name, setting]) => [ruleName(name), readSetting(setting)]));
}

function settingProblem(rule: RuleName, setting: unknown, key: string): string | undefined {
  const [level, option, ...more] = Array.isArray(setting) ? (setting as readonly unknown[]) : [setting];
  if (!isLevel(level)) return `${Array.isArray(setting) ? `${key}[0]` : key} must be one of ${levels.join(', ')}`;
  if (option === undefined) return undefined;
  const { options: schema, problemIn } = rules[rule];
  if (!schema || more.length > 0) return `${key} has ${schema ? 'more than one option' : 'an option, but the rule has none'}`;
  const problem = schemaProblem(option, schema, `${key}[1]`);
  if (problem !== undefined) return problem;
  const further = problemIn(option as object);
  return further === undefined ? undefined : `${key}[1]: ${further}`;
}

const isLevel = (level: unknown): boolean => levels.includes(level as never) || numbers.includes(level as never);

function readSetting(setting: unknown): Setting {
  const [level, option] = Array.isArray(setting) ? (setting as readonly unknown[]) : [setting];
  const name = typeof level === 'number' ? levels[level] : (level as Setting['level']);
  return { level: name ?? 'error', ...(option !== undefined && { option: option as object }) };
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
