import type { SourceFile } from '../../source/model.js';
import { parsed } from '../broken-input.js';
import { readJavaScript } from './index.js';
import { parseProgram, requireParser } from './parser.js';

/** Reads a file of JavaScript or TypeScript. */
export function readJavaScriptFile(text: string, path: string): SourceFile {
  requireParser();
  return readJavaScript(
    parsed(() => parseProgram(text, path)),
    path,
  );
}
