/** All rules as `strict` has them, in the form in which the command runs them. */
import { rules } from '../rules/index.js';
import type { RuleName } from '../rules/names.js';
import { namespace, presets } from '../src/presets.js';

export const strictRules = Object.entries(presets.strict).map(([name, options]) => ({
  id: `${namespace}/${name}`,
  rule: rules[name as RuleName],
  severity: 2 as const,
  options,
}));
