/** Which reader reads an imported module: every language that has modules has a line here. */
import type { Module, ReadModule, ReadContext } from '../source/modules.js';
import { readJavaScriptModule } from './javascript/file.js';
import { readJsonModule } from './json/file.js';
import { readPythonModule } from './python/index.js';
import { KeptByText } from './kept-by-text.js';
import { isMinified, tooMuchToRead } from './limits.js';

const readers: readonly (readonly [files: RegExp, read: (text: string, path: string, surroundings: ReadContext) => Module | undefined])[] =
  [
    [/\.[cm]?[jt]sx?$/i, readJavaScriptModule],
    [/\.json[c5]?$/i, readJsonModule],
    [/\.py$/i, readPythonModule],
  ];

const readable = new KeptByText<boolean>();

/** Reads a module. One that is too large, minified or broken, or that makes a reader fail, has no known exports. */
export const readModule: ReadModule = (text, path, surroundings) => {
  const read = readers.find(([files]) => files.test(path))?.[1];
  if (!read || !readable.of(path, text, () => !tooMuchToRead(text) && !isMinified(text))) return undefined;
  try {
    return read(text, path, surroundings);
  } catch {
    return undefined;
  }
};
