import type { Linter } from 'eslint';
import { namespace } from '../presets.js';

/**
 * Keeps what our rules say, after another processor if there is one. Files are full of comments that disable rules of plugins that are not loaded
 * here, and ESLint has something to say of each of them.
 */
export function onlyOurs(inner?: Linter.Processor): Linter.Processor {
  return {
    meta: { name: `${namespace}/only-ours`, version: '1' },
    preprocess: (text, filename) => inner?.preprocess?.(text, filename) ?? [text],
    postprocess: (messages, filename) =>
      (inner?.postprocess?.(messages, filename) ?? messages.flat()).filter(({ ruleId }) => ruleId?.startsWith(namespace)),
    supportsAutofix: true,
  };
}
