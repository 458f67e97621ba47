import { format, resolveConfig } from 'prettier';

/** @type {import('eslint-doc-generator').GenerateOptions} */
export default {
  configEmoji: [['strict', '🔒']],
  ignoreConfig: ['all', 'legacy-recommended', 'legacy-strict', 'recommended-files', 'strict-files'],
  pathRuleDoc: 'rules/{name}.md',
  ruleDocTitleFormat: 'desc-parens-prefix-name',
  ruleListColumns: ['name', 'description', 'configsError', 'fixable', 'hasSuggestions'],
  postprocess: async (content, path) => format(content, { ...(await resolveConfig(path)), filepath: path }),
};
