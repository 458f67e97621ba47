import type { Linter } from 'eslint';
import plugin from '../../src/index.js';
import { lint } from '../lint.js';

/** What is reported of a file behind its first line, by line and rule. */
export function found(path: string, text: string): readonly string[] {
  return lint(text, plugin.configs.strict.rules as Linter.RulesRecord, path).map(
    ({ ruleId, line }) => `${String(line - 1)} ${(ruleId ?? '').replace('cloudflare-auth/', '')}`,
  );
}
