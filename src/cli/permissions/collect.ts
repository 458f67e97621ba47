import { relative, sep } from 'node:path';
import type { ESLint } from 'eslint';
import type { FoundUse } from '../../api-uses.js';

/** A call of Cloudflare's API, and where it stands. */
export interface Use extends FoundUse {
  /** From the folder that was read, with `/`. */
  readonly file: string;
  readonly line: number;
}

/** The calls in what ESLint says of a project, in the order of files and lines. */
export function usesIn(results: readonly ESLint.LintResult[], folder: string): readonly Use[] {
  return results
    .flatMap(({ filePath, messages }) => {
      const file = relative(folder, filePath).split(sep).join('/');
      return messages.flatMap(({ message, line, ruleId }) =>
        ruleId === null ? [] : (JSON.parse(message) as readonly FoundUse[]).map((use) => ({ ...use, file, line })),
      );
    })
    .sort((one, other) => (one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1));
}
