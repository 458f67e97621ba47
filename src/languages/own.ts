/** What reads files of the languages that the plugin brings, by the names that configurations use. */
import { readDockerfile } from './dockerfile.js';
import { readDotenv } from './dotenv.js';
import { readHcl } from './hcl/index.js';
import { readIni } from './ini.js';
import type { Reader } from './language.js';
import { readJsonFile } from './json/file.js';
import { readMarkdown } from './markdown/index.js';
import { readShellFile } from './shell/file.js';
import { readTomlFile } from './toml/file.js';
import { readYamlFile } from './yaml/file.js';

export const readers = {
  shell: readShellFile,
  dotenv: readDotenv,
  json: readJsonFile,
  yaml: readYamlFile,
  toml: readTomlFile,
  hcl: readHcl,
  dockerfile: readDockerfile,
  ini: readIni,
  markdown: readMarkdown,
} satisfies Record<string, Reader>;

export type LanguageName = keyof typeof readers;
