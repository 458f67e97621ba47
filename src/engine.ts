/**
 * All that reads files, knows facts and judges them. The build keeps it apart from the plugin, which loads it with the first file that mentions
 * Cloudflare (see `tsdown.config.ts`): until then ESLint needs of the rules only what they say of themselves.
 */
import { rules as nameless } from '../rules/index.js';
import type { RuleName } from '../rules/names.js';
import apiUses from './api-uses-rule.js';
import { type LanguageName, readers } from './languages/own.js';
import type { Reader } from './languages/language.js';
import type { NamelessRule } from './rule.js';

type NamedRule = ReturnType<NamelessRule>;

export interface Engine {
  readonly rules: Readonly<Record<RuleName, NamedRule>>;
  readonly readers: Readonly<Record<LanguageName, Reader>>;
  /** The rule by which the command `permissions` reads a project. */
  readonly apiUses: NamedRule;
}

const rules = Object.fromEntries(Object.entries(nameless).map(([name, rule]) => [name, rule(name)])) as Engine['rules'];
const loaded: Engine = { rules, readers, apiUses: apiUses('uses') };

/** What the rules say of themselves: documentation, messages, options. */
export const descriptions = Object.fromEntries(Object.entries(rules).map(([name, { meta }]) => [name, meta])) as Readonly<
  Record<RuleName, NamedRule['meta']>
>;

/** Loads it, or gives what was loaded. */
export function engine(): Engine {
  return loaded;
}
