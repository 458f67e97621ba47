/** The languages that the plugin brings, by the names that configurations use. */
import { readDockerfile } from './dockerfile.js';
import { readDotenv } from './dotenv.js';
import { readHcl } from './hcl/index.js';
import { readIni } from './ini.js';
import { type Language, language } from './language.js';
import { readJsonFile } from './json/file.js';
import { readMarkdown } from './markdown/index.js';
import { readShellFile } from './shell/file.js';
import { readTomlFile } from './toml/file.js';
import { readYamlFile } from './yaml/file.js';

export const languages = {
  shell: language('shell', readShellFile),
  dotenv: language('dotenv', readDotenv),
  json: language('json', readJsonFile),
  yaml: language('yaml', readYamlFile),
  toml: language('toml', readTomlFile),
  hcl: language('hcl', readHcl),
  dockerfile: language('dockerfile', readDockerfile),
  ini: language('ini', readIni),
  markdown: language('markdown', readMarkdown),
} satisfies Record<string, Language>;

export type LanguageName = keyof typeof languages;
