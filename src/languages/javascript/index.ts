/** The JavaScript adapter: any tree of the ESTree family, as any ESLint parser for JavaScript or TypeScript gives it. */
import type { SourceFile } from '../../source/model.js';
import { javascript } from './language.js';
import { readProgram } from './program.js';
import type { SourceCode } from './source-code.js';

/** Reads a file. */
export function readJavaScript(sourceCode: SourceCode, path: string): SourceFile {
  return readProgram(sourceCode, path, javascript);
}
