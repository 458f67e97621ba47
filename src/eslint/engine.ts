/**
 * All that reads files, knows facts and judges them. The build keeps it apart from the plugin, which loads it with the first file that mentions
 * Cloudflare (see `tsdown.config.ts`): until then ESLint needs of the rules only what they say of themselves.
 */
import { rules as ours } from '../../rules/index.js';
import type { RuleName } from '../../rules/names.js';
import { type LanguageName, readFile, type ReadFile } from '../languages/readers.js';
import { readByPath } from '../languages/register.js';
import type { SourceFile } from '../source/model.js';
import type { Surroundings } from '../source/modules.js';
import { warnOf } from './failures.js';
import { type EslintRule, eslintRule } from './rule.js';

export interface Engine {
  readonly rules: Readonly<Record<RuleName, EslintRule>>;
  /** Reads a file in a language of our own. */
  readonly readOwn: (language: LanguageName, text: string, path: string, surroundings?: Surroundings) => SourceFile;
  /** Reads a fence in the language that its name says. */
  readonly readFence: (text: string, path: string) => SourceFile;
}

const rules = Object.fromEntries(Object.entries(ours).map(([name, rule]) => [name, eslintRule(name as RuleName, rule)])) as Engine['rules'];
const loaded: Engine = { rules, readOwn, readFence };

function readOwn(language: LanguageName, text: string, path: string, surroundings?: Surroundings): SourceFile {
  return warned(readFile(language, text, path, surroundings), path);
}

function readFence(text: string, path: string): SourceFile {
  return warned(readByPath(text, path), path);
}

function warned({ file, error }: ReadFile, path: string): SourceFile {
  if (error) warnOf(error, path);
  return file;
}

/** What the rules say of themselves: documentation, messages, options. */
export const descriptions = Object.fromEntries(Object.entries(rules).map(([name, { meta }]) => [name, meta])) as Readonly<
  Record<RuleName, EslintRule['meta']>
>;

/** Loads it, or gives what was loaded. */
export function engine(): Engine {
  return loaded;
}
