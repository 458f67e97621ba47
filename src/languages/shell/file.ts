import type { SourceFile } from '../../source.js';
import { readShell } from './index.js';
import { spelling } from './spelling.js';

/** Reads a file that is a script. */
export function readShellFile(text: string, path: string): SourceFile {
  const contents = readShell(text, (start, end) => ({ start, end }));
  return { language: 'shell', path, text, ...contents, spelling: spelling(text, contents) };
}
