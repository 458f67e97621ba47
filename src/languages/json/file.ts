import { createRequire } from 'node:module';
import type * as Parser from 'jsonc-eslint-parser';
import type { SourceFile } from '../../source/model.js';
import { readData } from '../data/index.js';
import { spanOf } from '../data/datum.js';
import { jsoncData } from './index.js';

/** Reads a file of JSON, JSONC or JSON5. The parser is loaded with the first. */
export function readJsonFile(text: string, path: string): SourceFile {
  const { parseForESLint } = createRequire(import.meta.url)('jsonc-eslint-parser') as typeof Parser;
  const { ast } = parseForESLint(text);
  return readData({ language: 'json', path, text, documents: jsoncData(ast, text), comments: ast.comments.map(spanOf) });
}
