import { format, resolveConfig } from 'prettier';
import { fileTypes } from './docs/file-types.js';
import { withOptionTable } from './docs/options.js';
import { practicesByLanguage } from './docs/practices.js';

/** The README's other tables, each between its marks. */
const tables = { 'practices by language': practicesByLanguage, 'file types': fileTypes };

async function withTables(content) {
  let text = content;
  for (const [name, table] of Object.entries(tables)) {
    const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
    const [before, rest] = text.split(begin);
    if (rest !== undefined) text = `${before}${begin}\n\n${await table()}\n\n${end}${rest.split(end)[1]}`;
  }
  return text;
}

/** @type {import('eslint-doc-generator').GenerateOptions} */
export default {
  configEmoji: [['strict', '🔒']],
  ignoreConfig: ['all', 'legacy-recommended', 'legacy-strict', 'recommended-files', 'strict-files'],
  pathRuleDoc: 'rules/{name}.md',
  ruleDocTitleFormat: 'desc-parens-prefix-name',
  ruleListColumns: ['name', 'description', 'configsError', 'fixable', 'hasSuggestions'],
  postprocess: async (content, path) =>
    format(withOptionTable(await withTables(content)), { ...(await resolveConfig(path)), filepath: path }),
};
