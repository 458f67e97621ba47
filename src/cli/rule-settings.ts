/** Which rules are on, and with which options. */
import { ConfigCommentParser } from '@eslint/plugin-kit';
import { rules } from '../../rules/index.js';
import { schemaProblem } from '../options.js';
import { namespace, type Preset, presets } from '../presets.js';
import type { Rule } from '../rule.js';
import type { RuleSetting, RuleSettings } from './check/settings.js';
import { closest } from './closest.js';
import { RequestError } from './request-error.js';

const severities: Readonly<Record<string, RuleSetting['severity']>> = { off: 0, warn: 1, error: 2, 0: 0, 1: 1, 2: 2 };

/** The settings of a preset. */
export function presetSettings(name: keyof typeof presets): RuleSettings {
  return Object.fromEntries(Object.entries(presets[name] satisfies Preset).map(([rule, options]) => [rule, { severity: 2, options }]));
}

/** Settings with those that somebody has written over them, as in ESLint: `'error'`, or a list of severity and options. `where` says who has. */
export function withWritten(settings: RuleSettings, written: unknown, where: string): RuleSettings {
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    throw new RequestError(`${where}: rules are a table of names and severities.`);
  const entries = Object.entries(written).map(([id, entry]: [string, unknown]) => {
    const name = id.replace(`${namespace}/`, '');
    return [name, settingOf(name, entry, settings[name], where)] as const;
  });
  return { ...settings, ...Object.fromEntries(entries) };
}

/** The same of a value of `--rule`. */
export function withRuleOption(settings: RuleSettings, written: string): RuleSettings {
  const parsed = new ConfigCommentParser().parseJSONLikeConfig(written);
  if (!parsed.ok || Object.keys(parsed.config).length === 0)
    throw new RequestError(`--rule ${JSON.stringify(written)} is not understood. Write it as in --rule 'require-https: off'.`);
  return withWritten(settings, parsed.config, '--rule');
}

function settingOf(name: string, entry: unknown, before: RuleSetting | undefined, where: string): RuleSetting {
  const rule: Rule | undefined = Object.hasOwn(rules, name) ? rules[name as keyof typeof rules] : undefined;
  if (!rule) {
    const meant = closest(name, Object.keys(rules));
    throw new RequestError(
      `${where}: there is no rule ${JSON.stringify(name)}.${meant === undefined ? ' --list-rules lists all.' : ` Did you mean ${meant}?`}`,
    );
  }
  const [level, options, ...rest] = Array.isArray(entry) ? (entry as readonly unknown[]) : [entry];
  const severity = typeof level === 'string' || typeof level === 'number' ? severities[level] : undefined;
  if (severity === undefined)
    throw new RequestError(`${where}: the severity of ${name} is off, warn or error, not ${JSON.stringify(level)}.`);
  if (options === undefined) return { severity, options: before?.options ?? {} };
  const problem =
    rest.length > 0 || !rule.options
      ? `${name} has ${rule.options ? 'one table of' : 'no'} options`
      : (schemaProblem(rule.options, options) ?? rule.problemIn(options as object));
  if (problem !== undefined) throw new RequestError(`${where}: ${name}: ${problem}.`);
  return { severity, options: options as object };
}
