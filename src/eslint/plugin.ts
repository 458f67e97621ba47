import type { RuleName } from '../../rules/names.js';
import { files } from '../languages/files.js';
import type { LanguageName } from '../languages/readers.js';
import { name, version } from '../package.js';
import { namespace } from '../presets.js';
import { configsOf } from './configs.js';
import { descriptions, type Engine, engine } from './engine.js';
import { concernsUs } from './gate.js';
import { language } from './language.js';
import { answersProbe, fenceLanguage, processedLanguages } from './processors/blocks.js';
import { dataProcessor } from './processors/data.js';
import { markdownProcessor } from './processors/markdown.js';
import type { CloudflareAuthPlugin } from './plugin-interface.js';

/** The plugin's name, version and namespace. */
export const meta: CloudflareAuthPlugin['meta'] = { name, version, namespace };

const names = Object.keys(descriptions) as RuleName[];

/** The rules, by name. The cast is safe: typescript-eslint's rule type only declares more, for older ESLint versions. */
export const rules = Object.fromEntries(
  names.map((rule): [RuleName, Engine['rules'][RuleName]] => [
    rule,
    {
      meta: descriptions[rule],
      create(context) {
        if (!concernsUs(context) || answersProbe(context)) return {};
        return engine().rules[rule].create(context);
      },
    },
  ]),
) as unknown as CloudflareAuthPlugin['rules'];

/** The languages, by name. */
export const languages: CloudflareAuthPlugin['languages'] = {
  ...Object.fromEntries(
    (Object.keys(files) as LanguageName[]).map((each) => [
      each,
      language(each, (text, path, surroundings) => engine().readOwn(each, text, path, surroundings)),
    ]),
  ),
  [fenceLanguage]: language(fenceLanguage, (text, path) => engine().readFence(text, path)),
};

/** The processors, by name. */
export const processors = Object.fromEntries(
  processedLanguages.map((each) => [each, each === 'markdown' ? markdownProcessor(namespace) : dataProcessor(namespace, each)]),
) as CloudflareAuthPlugin['processors'];

/** The presets. */
export const configs: CloudflareAuthPlugin['configs'] = configsOf(() => plugin, names);

export const plugin: CloudflareAuthPlugin = { meta, rules, languages, processors, configs };
