import type { SourceFile } from '../../source/model.js';
import type { Module, Surroundings } from '../../source/modules.js';
import { parsed } from '../broken-input.js';
import { readJavaScript, readModule } from './index.js';
import { parseProgram, requireParser, treeAt } from './parser.js';

/** Reads a file of JavaScript or TypeScript. */
export function readJavaScriptFile(text: string, path: string, surroundings?: Surroundings): SourceFile {
  requireParser();
  return readJavaScript(
    parsed(() => parseProgram(text, path)),
    path,
    surroundings,
  );
}

/** Reads one that another imports. */
export function readJavaScriptModule(text: string, _path: string, surroundings: Surroundings): Module {
  requireParser();
  return readModule(
    parsed(() => treeAt(surroundings.base, text, surroundings.path)),
    surroundings,
  );
}
