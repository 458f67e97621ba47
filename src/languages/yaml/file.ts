import { createRequire } from 'node:module';
import type * as Parser from 'yaml-eslint-parser';
import type { SourceFile } from '../../source/model.js';
import { readData } from '../data/index.js';
import { spanOf } from '../data/datum.js';
import { yamlData } from './index.js';

/** Reads a file of YAML. The parser is loaded with the first. */
export function readYamlFile(text: string, path: string): SourceFile {
  const { parseForESLint } = createRequire(import.meta.url)('yaml-eslint-parser') as typeof Parser;
  const { ast } = parseForESLint(text);
  return readData({ language: 'yaml', path, text, documents: yamlData(ast, text), comments: ast.comments.map(spanOf) });
}
