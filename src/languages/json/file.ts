import type { SourceFile } from '../../source/model.js';
import type { Module, ReadContext } from '../../source/modules.js';
import { get, presentValue, noContents } from '../../source/values.js';
import { parsed } from '../broken-input.js';
import { readData } from '../data/index.js';
import { spanOf } from '../data/datum.js';
import { moved } from '../moved.js';
import { momoaData } from './index.js';
import { parseJson } from './parser.js';

/** Reads a JSON, JSONC or JSON5 file. */
export function readJsonFile(text: string, path: string): SourceFile {
  const { body, tokens = [] } = parsed(() => parseJson(text));
  const comments = tokens.filter(({ type }) => type.endsWith('Comment')).map(spanOf);
  return readData({ language: 'json', path, text, documents: momoaData(body, text), comments });
}

/** Reads a JSON file that a program imports. */
export function readJsonModule(text: string, path: string, { base }: ReadContext): Module | undefined {
  const { tables } = moved(
    { ...noContents, tables: readJsonFile(text, path).tables.filter(({ names }) => names.length === 0) },
    (start, end) => ({
      start: base + start,
      end: base + end,
    }),
  );
  const [root] = tables;
  if (!root) return undefined;
  return {
    base,
    exported: (name) => (name === 'default' ? root : presentValue(get(root, name))),
    names: () => ({ names: ['default', ...root.entries.map(({ key }) => key)], open: false }),
    required: () => root,
  };
}
