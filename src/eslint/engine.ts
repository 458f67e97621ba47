/**
 * Everything that reads files, computes facts and checks rules. The build splits it from the plugin, which loads it with the first file that mentions
 * Cloudflare (see `tsdown.config.ts`): until then, ESLint only needs the `meta` of the rules.
 */
import { rules as ours } from '../../rules/index.js';
import type { RuleName } from '../../rules/names.js';
import { type LanguageName, readFile, type ReadFile } from '../languages/readers.js';
import { readByPath } from '../languages/register.js';
import type { SourceFile } from '../source/model.js';
import type { ReadContext } from '../source/modules.js';
import { warnOf } from './failures.js';
import { type EslintRule, eslintRule } from './rule.js';

export interface Engine {
  readonly rules: Readonly<Record<RuleName, EslintRule>>;
  /** Reads a file in a language of our own. */
  readonly readOwn: (language: LanguageName, text: string, path: string, surroundings?: ReadContext) => SourceFile;
  /** Reads a fence in the language that its name implies. */
  readonly readFence: (text: string, path: string) => SourceFile;
}

const rules = Object.fromEntries(Object.entries(ours).map(([name, rule]) => [name, eslintRule(name as RuleName, rule)])) as Engine['rules'];
const loaded: Engine = { rules, readOwn, readFence };

function readOwn(language: LanguageName, text: string, path: string, surroundings?: ReadContext): SourceFile {
  return warned(readFile(language, text, path, surroundings), path);
}

function readFence(text: string, path: string): SourceFile {
  return warned(readByPath(text, path), path);
}

function warned({ file, error }: ReadFile, path: string): SourceFile {
  if (error) warnOf(error, path);
  return file;
}

/** The `meta` of each rule: documentation, messages, options. */
export const descriptions = Object.fromEntries(Object.entries(rules).map(([name, { meta }]) => [name, meta])) as Readonly<
  Record<RuleName, EslintRule['meta']>
>;

/** Returns the engine; the build replaces this with a function that loads it on the first call. */
export function engine(): Engine {
  return loaded;
}
