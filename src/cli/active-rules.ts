/** The rules of a run, for reports that describe them. */
import { rules } from '../../rules/index.js';
import { ruleUrl } from '../package.js';
import { namespace } from '../presets.js';
import type { Rule } from '../rule.js';
import { settingsOf, type SettingSources } from './configuration/settings.js';
import type { Run } from './result.js';

/** Returns all rules that are turned on for any file. */
export function activeRules(sources: SettingSources): Run['rules'] {
  const settings = [settingsOf(sources)(''), ...(sources.overrides ?? []).map((each) => each.rules)];
  return Object.entries<Rule>(rules)
    .filter(([name]) => settings.some((each) => (each[name as keyof typeof each]?.level ?? 'off') !== 'off'))
    .map(([name, { description }]) => ({ id: `${namespace}/${name}`, description, url: ruleUrl(name) }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}
