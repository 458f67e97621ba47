import { createRequire } from 'node:module';
import type * as Parser from 'toml-eslint-parser';
import type { SourceFile } from '../../source/model.js';
import { readData } from '../data/index.js';
import { spanOf } from '../data/datum.js';
import { tomlData } from './index.js';

/** Reads a file of TOML. The parser is loaded with the first. */
export function readTomlFile(text: string, path: string): SourceFile {
  const { parseForESLint } = createRequire(import.meta.url)('toml-eslint-parser') as typeof Parser;
  const { ast } = parseForESLint(text);
  return readData({ language: 'toml', path, text, documents: tomlData(ast, text), comments: ast.comments.map(spanOf) });
}
