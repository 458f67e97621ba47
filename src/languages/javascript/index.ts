/** Entry point of the JavaScript reader: takes any ESTree-compatible tree, from any ESLint parser for JavaScript or TypeScript. */
import type { SourceFile } from '../../source/model.js';
import type { Module, ReadContext } from '../../source/modules.js';
import { javascript } from './language.js';
import { readProgram, readProgramModule } from './program.js';
import type { SourceCode } from './source-code.js';

/** Reads a file into its model. */
export function readJavaScript(sourceCode: SourceCode, path: string, surroundings?: ReadContext): SourceFile {
  return readProgram(sourceCode, path, javascript, surroundings);
}

/** Reads a file as a module, for its importers. */
export function readModule(sourceCode: SourceCode, surroundings: ReadContext): Module {
  return readProgramModule(sourceCode, javascript, surroundings);
}
