/** The readers of all languages but JavaScript, by the names that configurations use. */
import type { SourceFile } from '../source/model.js';
import { noContents } from '../source/values.js';
import { readDockerfile } from './dockerfile.js';
import { readDotenv } from './dotenv.js';
import { readHcl } from './hcl/index.js';
import { readIni } from './ini.js';
import { readJsonFile } from './json/file.js';
import { readMarkdown } from './markdown/index.js';
import { isNestedTooDeep } from './nesting.js';
import { readShellFile } from './shell/file.js';
import { readTomlFile } from './toml/file.js';
import { readYamlFile } from './yaml/file.js';

export type Reader = (text: string, path: string) => SourceFile;

const readers = {
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

/** Characters. What is longer was not written by hand. */
const MOST_TEXT = 1_000_000;

/** Reads a file. What was not written by hand, or makes a reader fail, is only searched as text. */
export function readFile(language: LanguageName, text: string, path: string): SourceFile {
  try {
    if (text.length <= MOST_TEXT && !text.includes('\0') && !isNestedTooDeep(text)) return readers[language](text, path);
  } catch {
    // the parser has met something new
  }
  return { language: 'text', path, text, ...noContents };
}
