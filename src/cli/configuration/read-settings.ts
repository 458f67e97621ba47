/** Reads and validates rule settings. */
import type { RuleName } from '../../../rules/names.js';
import { rules } from '../../../rules/index.js';
import { namespace } from '../../presets.js';
import { firstProblem, isObject, memberKey, schemaProblem, unknownKey } from './schema-problem.js';
import { levels, type Setting, type Settings } from './settings.js';

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
