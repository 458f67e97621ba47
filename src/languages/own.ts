/** The languages that the plugin brings, by the names that configurations use. */
import { readDotenv } from './dotenv.js';
import { type Language, language } from './language.js';
import { readJsonFile } from './json/file.js';
import { readShellFile } from './shell/file.js';
import { readTomlFile } from './toml/file.js';
import { readYamlFile } from './yaml/file.js';

export const languages = {
  shell: language('shell', readShellFile),
  dotenv: language('dotenv', readDotenv),
  json: language('json', readJsonFile),
  yaml: language('yaml', readYamlFile),
  toml: language('toml', readTomlFile),
} satisfies Record<string, Language>;

export type LanguageName = keyof typeof languages;
