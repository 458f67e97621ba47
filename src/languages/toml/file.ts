import { parseForESLint } from 'toml-eslint-parser';
import type { SourceFile } from '../../source/model.js';
import { parsed } from '../broken-input.js';
import { readData } from '../data/index.js';
import { spanOf } from '../data/datum.js';
import { tomlData } from './index.js';

/** Reads a TOML file. */
export function readTomlFile(text: string, path: string): SourceFile {
  const { ast } = parsed(() => parseForESLint(text));
  return readData({ language: 'toml', path, text, documents: tomlData(ast, text), comments: ast.comments.map(spanOf) });
}
