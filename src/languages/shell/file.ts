import type { SourceFile } from '../../source/model.js';
import { noContents } from '../../source/values.js';
import { readShell } from './index.js';
import { spelling } from './spelling.js';

/** Reads a file that is a script. One whose name does not say so is one if its first line names a shell; otherwise only its text is looked at. */
export function readShellFile(text: string, path: string): SourceFile {
  const isNamed = path.split(/[/\\]/).at(-1)?.includes('.') === true;
  if (!isNamed && !/^#!.*sh\b/.test(text)) return { ...noContents, language: 'text', path, text };
  const contents = readShell(text, (start, end) => ({ start, end }));
  return { language: 'shell', path, text, ...contents, spelling: spelling(text, contents) };
}
