/** Which reader a file is for, by its path, where no host has parsed it: every language has a line here. */
import picomatch from 'picomatch';
import { files } from './files.js';
import { readJavaScriptFile } from './javascript/file.js';
import type { Surroundings } from '../source/modules.js';
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
  /** Whether minified programs of it are searched as text only. */
  readonly isProgram: boolean;
}

interface Patterns {
  readonly files: readonly string[];
  readonly ignores?: readonly string[];
}

function line(read: Reader, { files: patterns, ignores = [] }: Patterns, isProgram = false): Line {
  // Compiled with the first file that gets so far.
  let matches: ((path: string) => boolean) | undefined;
  return {
    read,
    isProgram,
    matches: (path) => (matches ??= picomatch([...patterns], { dot: true, nocase: true, ignore: [...ignores] }))(path),
  };
}

/** The first that matches reads the file. */
const lines: readonly Line[] = [
  // In ESLint these files belong to other plugins.
  line(readMarkup, { files: ['**/*.{html,htm,xhtml,shtml,vue,svelte,astro}'] }),
  line(readJavaScriptFile, { files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'] }, true),
  ...(Object.keys(files) as LanguageName[]).map((name) => line(readers[name], files[name])),
  // A script may be called like the command that it is.
  line(readers.shell, { files: ['**/!(*.*)'] }),
];

/** What is put behind the name of a file that is a template, a copy or a sample of it. */
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

/** Reads a file in the language of its name, or of its first line, with the modules around it; of what has no reader, lines are looked at. */
export function readByPath(text: string, path: string, surroundings?: Surroundings): ReadFile {
  const found = lineFor(text, path);
  if (!found) return { ...readWith(readText, withPlainLineEnds(text), path), textOnly: 'unknown' };
  if (found.isProgram && isMinified(text)) return { file: plainText(text, path), textOnly: 'minified' };
  return readWith(found.read, text, path, surroundings);
}
