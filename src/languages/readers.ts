/** The readers of all languages except JavaScript, under the names used in configurations. */
import { Exhausted } from '../source/exhausted.js';
import type { SourceFile } from '../source/model.js';
import type { ReadContext } from '../source/modules.js';
import { noContents } from '../source/values.js';
import { BrokenInput } from './broken-input.js';
import { readCsv } from './csv.js';
import { withDocuments } from './documents/index.js';
import { readDockerfile } from './dockerfile.js';
import { readDotenv } from './dotenv.js';
import { readGo } from './go/index.js';
import { readHcl } from './hcl/index.js';
import { readBruno } from './http/bruno.js';
import { readHttp } from './http/index.js';
import { readIni } from './ini.js';
import { readJsonFile } from './json/file.js';
import { readMarkdown } from './markdown/index.js';
import { readLexically } from './lexical/index.js';
import { type ProfileName, profiles } from './lexical/profiles/index.js';
import { withPlainLineEnds } from './line-starts.js';
import { type TextOnly, tooMuchToRead } from './limits.js';
import { readSettings } from './settings/index.js';
import { type FormatName, formats } from './settings/formats.js';
import { readShellFile } from './shell/index.js';
import { readXml } from './markup/index.js';
import { readNotebook } from './notebook.js';
import { readPhp } from './php/index.js';
import { readPython } from './python/index.js';
import { readText } from './text/index.js';
import { readTomlFile } from './toml/file.js';
import { readYamlFile } from './yaml/file.js';

export type Reader = (text: string, path: string, surroundings?: ReadContext) => SourceFile;

const own = {
  shell: readShellFile,
  dotenv: readDotenv,
  json: readJsonFile,
  yaml: readYamlFile,
  toml: readTomlFile,
  hcl: readHcl,
  dockerfile: readDockerfile,
  ini: readIni,
  markdown: readMarkdown,
  http: readHttp,
  bruno: readBruno,
  csv: readCsv,
  xml: readXml,
  notebook: readNotebook,
  python: readPython,
  go: readGo,
  php: readPhp,
  text: readText,
} satisfies Record<string, Reader>;

export type LanguageName = keyof typeof own | ProfileName | FormatName;

const lexical = Object.fromEntries(
  (Object.keys(profiles) as ProfileName[]).map((name) => [name, (text, path) => readLexically(name, text, path)]),
) as Readonly<Record<ProfileName, Reader>>;

const settings = Object.fromEntries(
  (Object.keys(formats) as FormatName[]).map((name) => [name, (text, path) => readSettings(name, text, path)]),
) as Readonly<Record<FormatName, Reader>>;

/** Normalizes line endings before the reader sees the text. */
const plainly =
  (read: Reader): Reader =>
  (text, path, surroundings) =>
    read(withPlainLineEnds(text), path, surroundings);

/** Also reads the files embedded in a file, as in infrastructure code. */
export function withFilesWithin(file: SourceFile): SourceFile {
  return withDocuments(file, { ...settings, ...own });
}

const withinFiles =
  (read: Reader): Reader =>
  (text, path) =>
    withFilesWithin(read(text, path));

/** Readers by language. They normalize line endings and, for YAML, HCL and shell, read embedded files. */
export const readers = Object.fromEntries(
  Object.entries<Reader>({
    ...settings,
    ...lexical,
    ...own,
    yaml: withinFiles(own.yaml),
    hcl: withinFiles(own.hcl),
    shell: withinFiles(own.shell),
  }).map(([name, read]) => [name, plainly(read)]),
) as Readonly<Record<LanguageName, Reader>>;

/** A file's model, and why it contains only the text, if it does. */
export interface ReadFile {
  readonly file: SourceFile;
  readonly textOnly?: TextOnly | undefined;
  /** What was thrown, if a reader failed because of a bug. */
  readonly error?: unknown;
}

/** Reads a file. One that is too large, does not parse, or makes a reader fail is only searched as text. */
export function readFile(language: LanguageName, text: string, path: string, surroundings?: ReadContext): ReadFile {
  return readWith(readers[language], text, path, surroundings);
}

/** Reads a file with any reader. */
export function readWith(read: Reader, text: string, path: string, surroundings?: ReadContext): ReadFile {
  const textOnly = tooMuchToRead(text);
  if (textOnly) return { file: plainText(text, path), textOnly };
  try {
    return { file: read(text, path, surroundings) };
  } catch (error) {
    if (error instanceof Exhausted) return { file: readText(withPlainLineEnds(text), path), textOnly: 'exhausted' };
    if (error instanceof BrokenInput) return { file: readText(withPlainLineEnds(text), path), textOnly: 'broken' };
    return { file: plainText(text, path), textOnly: 'failed', error };
  }
}

/** A model that contains only the text. */
export function plainText(text: string, path: string): SourceFile {
  return { language: 'text', path, text, ...noContents };
}
