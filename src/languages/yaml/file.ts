import { parseForESLint } from 'yaml-eslint-parser';
import type { SourceFile } from '../../source/model.js';
import { parsed } from '../broken-input.js';
import { readData } from '../data/index.js';
import { spanOf } from '../data/datum.js';
import { yamlData } from './index.js';

/** Reads a file of YAML. */
export function readYamlFile(text: string, path: string): SourceFile {
  const { ast } = parsed(() => parseForESLint(text));
  return readData({ language: 'yaml', path, text, documents: yamlData(ast, text), comments: ast.comments.map(spanOf) });
}
