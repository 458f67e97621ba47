/** The JavaScript adapter: any tree of the ESTree family, as any ESLint parser for JavaScript or TypeScript gives it. */
import type { SourceFile } from '../../source/model.js';
import type { Module, Surroundings } from '../../source/modules.js';
import { javascript } from './language.js';
import { readProgram, readProgramModule } from './program.js';
import type { SourceCode } from './source-code.js';

/** Reads a file. */
export function readJavaScript(sourceCode: SourceCode, path: string, surroundings?: Surroundings): SourceFile {
  return readProgram(sourceCode, path, javascript, surroundings);
}

/** Reads a file as those see it that import it. */
export function readModule(sourceCode: SourceCode, surroundings: Surroundings): Module {
  return readProgramModule(sourceCode, javascript, surroundings);
}
