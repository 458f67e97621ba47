/** Chooses the reader of a file by its path, where no host has parsed it: every language has a line here. */
import picomatch from 'picomatch';
import { files } from './files.js';
import { readJavaScriptFile } from './javascript/file.js';
import type { ReadContext } from '../source/modules.js';
import { withPlainLineEnds } from './line-starts.js';
import { isMinified } from './limits.js';
import type { Profile } from './lexical/profile.js';
import { profiles } from './lexical/profiles/index.js';
import { type LanguageName, plainText, type Reader, readers, type ReadFile, readWith } from './readers.js';
import type { Format } from './settings/format.js';
import { formats } from './settings/formats.js';
import { readMarkup } from './markup/index.js';
import { readText } from './text/index.js';

interface Line {
  readonly matches: (path: string) => boolean;
  readonly read: Reader;
  /** Whether minified files of this language are only searched as text. */
  readonly isProgram: boolean;
}

interface Patterns {
  readonly files: readonly string[];
  readonly ignores?: readonly string[];
}

function line(read: Reader, { files: patterns, ignores = [] }: Patterns, isProgram = false): Line {
  // Compiled when the first file is matched against it.
  let matches: ((path: string) => boolean) | undefined;
  return {
    read,
    isProgram,
    matches: (path) => (matches ??= picomatch([...patterns], { dot: true, nocase: true, ignore: [...ignores] }))(path),
  };
}

/** The first match determines the reader. */
const lines: readonly Line[] = [
  // In ESLint, other plugins own these files.
  line(readMarkup, { files: ['**/*.{html,htm,xhtml,shtml,vue,svelte,astro}'] }),
  line(readJavaScriptFile, { files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'] }, true),
  ...(Object.keys(files) as LanguageName[]).map((name) => line(readers[name], files[name])),
  // A script may have no extension, like the command that it implements.
  line(readers.shell, { files: ['**/!(*.*)'] }),
];

/** Suffixes that mark a file as a template, copy or sample of another. */
const suffix =
  /\.(?:j2|jinja2?|erb|ejs|hbs|mustache|tpl|tmpl|gotmpl|tftpl|template|dist|default|sample|example|in|bak|backup|old|orig|save|disabled|local|prod|production)$/i;

function lineFor(text: string, path: string): Line | undefined {
  const script = /^#!.*/.exec(text.slice(0, 200))?.[0];
  const language = script === undefined || /\.\w+$/.test(path) ? undefined : interpreters.find(([of]) => of?.test(script))?.[1];
  if (language) return line(readers[language], { files: [] });
  return lines.find(({ matches }) => matches(path)) ?? (suffix.test(path) ? lineFor(text, path.replace(suffix, '')) : undefined);
}

const interpreters = [
  ...Object.entries<Profile>(profiles).map(([name, { interpreter }]) => [interpreter, name as LanguageName] as const),
  ...Object.entries<Format>(formats).map(([name, { interpreter }]) => [interpreter, name as LanguageName] as const),
];

/** Reads a file in the language of its name or of its shebang, with the modules around it. Files of unknown languages are searched line by line. */
export function readByPath(text: string, path: string, surroundings?: ReadContext): ReadFile {
  const found = lineFor(text, path);
  if (!found) return { ...readWith(readText, withPlainLineEnds(text), path), textOnly: 'unknown' };
  if (found.isProgram && isMinified(text)) return { file: plainText(text, path), textOnly: 'minified' };
  return readWith(found.read, text, path, surroundings);
}
