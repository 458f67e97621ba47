/** Which reader a file is for, by its path, where no host has parsed it: every language has a line here. */
import picomatch from 'picomatch';
import { files } from './files.js';
import { readJavaScriptFile } from './javascript/file.js';
import { isMinified } from './limits.js';
import { type LanguageName, plainText, type Reader, readers, type ReadFile, readWith } from './readers.js';

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
  line(readJavaScriptFile, { files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'] }, true),
  ...(Object.keys(files) as LanguageName[]).map((name) => line(readers[name], files[name])),
  // A script may be called like the command that it is.
  line(readers.shell, { files: ['**/!(*.*)'] }),
];

/** Reads a file in the language of its name; what has no reader is searched as text only. */
export function readByPath(text: string, path: string): ReadFile {
  const found = lines.find(({ matches }) => matches(path));
  if (!found) return { file: plainText(text, path), textOnly: 'unknown' };
  if (found.isProgram && isMinified(text)) return { file: plainText(text, path), textOnly: 'minified' };
  return readWith(found.read, text, path);
}
