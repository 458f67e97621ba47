import { format, resolveConfig } from 'prettier';
import { practicesByLanguage } from './docs/practices.js';

/** The README's other table, between its marks. */
async function withPractices(content) {
  const [begin, end] = ['<!-- begin practices by language -->', '<!-- end practices by language -->'];
  const [before, rest] = content.split(begin);
  return rest === undefined ? content : `${before}${begin}\n\n${await practicesByLanguage()}\n\n${end}${rest.split(end)[1]}`;
}

/** @type {import('eslint-doc-generator').GenerateOptions} */
export default {
  configEmoji: [['strict', '🔒']],
  ignoreConfig: ['all', 'legacy-recommended', 'legacy-strict', 'recommended-files', 'strict-files'],
  pathRuleDoc: 'rules/{name}.md',
  ruleDocTitleFormat: 'desc-parens-prefix-name',
  ruleListColumns: ['name', 'description', 'configsError', 'fixable', 'hasSuggestions'],
  postprocess: async (content, path) => format(await withPractices(content), { ...(await resolveConfig(path)), filepath: path }),
};
