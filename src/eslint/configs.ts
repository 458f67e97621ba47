/** The configurations of the plugin. */
import type { ESLint, Linter } from 'eslint';
import { files } from '../languages/files.js';
import type { LanguageName } from '../languages/readers.js';
import { namespace, type Preset, presets } from '../presets.js';
import { requireLanguages } from './eslint-version.js';
import type { CloudflareAuthPlugin } from './plugin-interface.js';
import { typescriptParser } from './typescript-parser.js';
import { blocksOf, fenceLanguage, processedLanguages, type ProcessedLanguage } from './processors/blocks.js';

/** Builds the configurations. The plugin is passed as a function, since it is not complete yet. */
export function configsOf(plugin: () => ESLint.Plugin, names: readonly string[]): CloudflareAuthPlugin['configs'] {
  const flat = (name: string, preset: Preset): Linter.Config => ({
    name: `${namespace}/${name}`,
    plugins: {
      get [namespace]() {
        return plugin();
      },
    },
    rules: levels(preset),
  });
  /** Returns a preset for each language, with its file patterns. */
  const inFiles = (name: string, preset: Preset): Linter.Config[] => {
    requireLanguages(name);
    const blocks = (each: ProcessedLanguage | typeof fenceLanguage): Linter.Config => ({
      ...flat(`${name}/${each}/blocks`, preset),
      files: [blocksOf(each)],
      language: `${namespace}/${each}`,
    });
    const all = (Object.keys(files) as LanguageName[]).flatMap((each): Linter.Config[] => {
      const config = { ...flat(`${name}/${each}`, preset), files: [...files[each].files], ignores: [...(files[each].ignores ?? [])] };
      const own = `${namespace}/${each}`;
      return isProcessed(each) ? [{ ...config, processor: own }, blocks(each)] : [{ ...config, language: own }];
    });
    return [...all, blocks(fenceLanguage)];
  };
  const legacy = (preset: Preset): Linter.LegacyConfig => ({ plugins: [namespace], rules: levels(preset) });
  return {
    recommended: flat('recommended', presets.recommended),
    strict: flat('strict', presets.strict),
    typescript: {
      name: `${namespace}/typescript`,
      files: ['**/*.{ts,tsx,mts,cts}'],
      languageOptions: { parser: typescriptParser },
    },
    get 'recommended-files'() {
      return inFiles('recommended-files', presets.recommended);
    },
    get 'strict-files'() {
      return inFiles('strict-files', presets.strict);
    },
    all: flat('all', Object.fromEntries(names.map((rule) => [rule, {}]))),
    'legacy-recommended': legacy(presets.recommended),
    'legacy-strict': legacy(presets.strict),
  };
}

function isProcessed(language: LanguageName): language is ProcessedLanguage {
  return (processedLanguages as readonly LanguageName[]).includes(language);
}

function levels(preset: Preset): Record<string, Linter.RuleEntry<unknown[]>> {
  return Object.fromEntries(
    Object.entries(preset).map(([name, options]) => [
      `${namespace}/${name}`,
      Object.keys(options).length > 0 ? ['error', options] : 'error',
    ]),
  );
}
