import type { Linter } from 'eslint';
import { blocksFor, inOrder, messagesOf, type ProcessedLanguage } from './blocks.js';

/** A processor for a language of data. */
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
