import type { Linter } from 'eslint';
import { blocksFor, inOrder, messagesOf, type ProcessedLanguage } from './blocks.js';

/** Returns a processor for a data language. */
export function dataProcessor(prefix: string, language: ProcessedLanguage): Linter.Processor {
  return {
    meta: { name: `${prefix}/${language}`, version: '1' },
    supportsAutofix: true,
    preprocess: (text) => blocksFor(language, text, []),
    postprocess(messages) {
      const { file, own } = messagesOf(prefix, messages);
      return inOrder([...file, ...own]);
    },
  };
}
