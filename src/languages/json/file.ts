import type { SourceFile } from '../../source/model.js';
import { parsed } from '../broken-input.js';
import { readData } from '../data/index.js';
import { spanOf } from '../data/datum.js';
import { momoaData } from './index.js';
import { parseJson } from './parser.js';

/** Reads a file of JSON, JSONC or JSON5. */
export function readJsonFile(text: string, path: string): SourceFile {
  const { body, tokens = [] } = parsed(() => parseJson(text));
  const comments = tokens.filter(({ type }) => type.endsWith('Comment')).map(spanOf);
  return readData({ language: 'json', path, text, documents: momoaData(body, text), comments });
}
