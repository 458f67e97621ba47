/** Reads JSON, YAML and TOML as the plugin would, with each tree that there is for them. */
import json from '@eslint/json';
import { Linter } from 'eslint';
import jsoncPlugin from 'eslint-plugin-jsonc';
import tomlPlugin from 'eslint-plugin-toml';
import ymlPlugin from 'eslint-plugin-yml';
import * as jsonc from 'jsonc-eslint-parser';
import * as toml from 'toml-eslint-parser';
import * as yaml from 'yaml-eslint-parser';
import plugin from '../../src/index.js';
import { sourceFile } from '../../src/eslint/source-file.js';
import type { SourceFile } from '../../src/source/model.js';

const plugins = { json, jsonc: jsoncPlugin, toml: tomlPlugin, yml: ymlPlugin } as unknown as Linter.Config['plugins'];

/** Each tree of each language, and how it is asked for. */
export const trees: Readonly<Record<string, Linter.Config>> = {
  'jsonc-eslint-parser': { languageOptions: { parser: jsonc } },
  'cloudflare-auth/json': { plugins: { 'cloudflare-auth': plugin }, language: 'cloudflare-auth/json' },
  'cloudflare-auth/yaml': { plugins: { 'cloudflare-auth': plugin }, language: 'cloudflare-auth/yaml' },
  'cloudflare-auth/toml': { plugins: { 'cloudflare-auth': plugin }, language: 'cloudflare-auth/toml' },
  'json/json5': { plugins: plugins ?? {}, language: 'json/json5' },
  'jsonc/json5': { plugins: plugins ?? {}, language: 'jsonc/json5' },
  'yaml-eslint-parser': { languageOptions: { parser: yaml } },
  'yml/yaml': { plugins: plugins ?? {}, language: 'yml/yaml' },
  'toml-eslint-parser': { languageOptions: { parser: toml } },
  'toml/toml': { plugins: plugins ?? {}, language: 'toml/toml' },
};

/** What a file of data says. Throws if it does not parse. */
export function data(text: string, tree: string, path = 'file.data'): SourceFile {
  const linter = new Linter({ configType: 'flat' });
  const fatal = linter.verify(text, [{ files: ['**/*.*'], ...trees[tree] }], path).find((message) => message.fatal);
  if (fatal) throw new SyntaxError(fatal.message);
  const file = sourceFile(linter.getSourceCode() as never, path);
  if (!file) throw new SyntaxError(`${path} is read by nobody`);
  return file;
}
