/**
 * ESLint rules that find Cloudflare credential misuse.
 *
 * @see https://developers.cloudflare.com/fundamentals/api/get-started/
 */
import type { ESLint, Linter, Rule } from 'eslint';
import type { RuleName } from '../rules/names.js';
import { namespace, prefixed, presets } from './configs.js';
import { descriptions, type Engine, engine } from './engine.js';
import { files } from './files.js';
import { concernsUs } from './languages/gate.js';
import { language } from './languages/language.js';
import { markdownProcessor } from './languages/markdown/processor.js';
import type { LanguageName } from './languages/own.js';
import { name, version } from './package.js';

/** The plugin. Its type is written out so that `defineConfig` takes it without a cast on ESLint 9 and 10. */
export interface CloudflareAuthPlugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<RuleName, Rule.RuleModule>;
  /** Languages for files that no other plugin reads. */
  readonly languages: NonNullable<ESLint.Plugin['languages']>;
  /** What takes the fences out of Markdown. */
  readonly processors: { readonly markdown: Linter.Processor };
  readonly configs: {
    /** What every project can switch on. */
    readonly recommended: Linter.Config;
    /** `recommended`, with less taken for granted. */
    readonly strict: Linter.Config;
    /** `recommended` for files of other languages than JavaScript, which it sets as well. */
    readonly 'recommended-files': Linter.Config[];
    /** `strict` for the same files. */
    readonly 'strict-files': Linter.Config[];
    /** Every rule with its own defaults. */
    readonly all: Linter.Config;
    /** `recommended` for `.eslintrc` files. */
    readonly 'legacy-recommended': Linter.LegacyConfig;
    /** `strict` for `.eslintrc` files. */
    readonly 'legacy-strict': Linter.LegacyConfig;
  };
}

/** Who the plugin is. */
export const meta: CloudflareAuthPlugin['meta'] = { name, version, namespace };

const names = Object.keys(descriptions) as RuleName[];
const languageNames = Object.keys(files) as LanguageName[];

/** The rules, by name. ESLint's own rule type lacks what typescript-eslint's still declares for older versions; they run the same. */
export const rules = Object.fromEntries(
  names.map((rule): [RuleName, Engine['rules'][RuleName]] => [
    rule,
    { meta: descriptions[rule], create: (context) => (concernsUs(context.sourceCode) ? engine().rules[rule].create(context) : {}) },
  ]),
) as unknown as CloudflareAuthPlugin['rules'];

/** The languages, by name. */
export const languages: CloudflareAuthPlugin['languages'] = Object.fromEntries(
  languageNames.map((each) => [each, language(each, (text, path) => engine().readers[each](text, path))]),
);

/** The processors, by name. */
export const processors: CloudflareAuthPlugin['processors'] = { markdown: markdownProcessor(namespace) };

const all = prefixed(Object.fromEntries(names.map((rule) => [rule, 'error'])));

function flat(preset: string, levels: Linter.RulesRecord): Linter.Config {
  return {
    name: `${namespace}/${preset}`,
    plugins: {
      get [namespace]() {
        return plugin as ESLint.Plugin;
      },
    },
    rules: levels,
  };
}

/** A preset for each language, and the files it is for. */
function inFiles(preset: string, levels: Linter.RulesRecord): Linter.Config[] {
  return languageNames.map((language) => {
    const { files: globs, ignores = [], processor } = files[language];
    const name = `${namespace}/${preset}/${language}`;
    const processed = processor && { processor: `${namespace}/${processor}` };
    return { ...flat(preset, levels), name, files: [...globs], ignores: [...ignores], language: `${namespace}/${language}`, ...processed };
  });
}

function legacy(levels: Linter.RulesRecord): Linter.LegacyConfig {
  return { plugins: [namespace], rules: levels };
}

/** The presets. */
export const configs: CloudflareAuthPlugin['configs'] = {
  recommended: flat('recommended', presets.recommended),
  strict: flat('strict', presets.strict),
  'recommended-files': inFiles('recommended-files', presets.recommended),
  'strict-files': inFiles('strict-files', presets.strict),
  all: flat('all', all),
  'legacy-recommended': legacy(presets.recommended),
  'legacy-strict': legacy(presets.strict),
};

const plugin: CloudflareAuthPlugin = { meta, rules, languages, processors, configs };

export { plugin as default, plugin as 'module.exports' };
