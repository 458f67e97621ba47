import type { SourceFile } from '../../source/model.js';
import type { Module, ReadContext } from '../../source/modules.js';
import { parsed } from '../broken-input.js';
import { readJavaScript, readModule } from './index.js';
import { parseProgram, requireParser, treeAt } from './parser.js';

/** Parses and reads a JavaScript or TypeScript file. */
export function readJavaScriptFile(text: string, path: string, surroundings?: ReadContext): SourceFile {
  requireParser();
  return readJavaScript(
    parsed(() => parseProgram(text, path)),
    path,
    surroundings,
  );
}

/** Parses and reads one that another file imports. */
export function readJavaScriptModule(text: string, _path: string, surroundings: ReadContext): Module {
  requireParser();
  return readModule(
    parsed(() => treeAt(surroundings.base, text, surroundings.path)),
    surroundings,
  );
}
