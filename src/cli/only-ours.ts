import type { Linter } from 'eslint';
import { namespace } from '../configs.js';

/**
 * Keeps what our rules say. Files are full of comments that disable rules of plugins that are not loaded here, and ESLint has something to say of
 * each of them.
 */
export const onlyOurs: Linter.Processor = {
  meta: { name: `${namespace}/only-ours`, version: '1' },
  preprocess: (text) => [text],
  postprocess: (messages) => messages.flat().filter(({ ruleId }) => ruleId?.startsWith(namespace)),
  supportsAutofix: true,
};
