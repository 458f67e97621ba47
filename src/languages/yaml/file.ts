import { parseForESLint } from 'yaml-eslint-parser';
import type { SourceFile } from '../../source/model.js';
import { parsed } from '../broken-input.js';
import { readData } from '../data/index.js';
import { spanOf } from '../data/datum.js';
import { yamlData } from './index.js';
import { isTemplate, otherBranches, without, withoutTemplates } from './templates.js';
import { together } from '../shell/index.js';
import { looseContents } from '../text/index.js';

/** Reads a YAML file, or a template of one. */
export function readYamlFile(text: string, path: string): SourceFile {
  if (isTemplate(text)) return readTemplate(text, path);
  const { ast } = parsed(() => parseForESLint(text));
  return readData({ language: 'yaml', path, text, documents: yamlData(ast, text), comments: ast.comments.map(spanOf) });
}

/** Reads a template. Of alternative parts, the first is read as YAML and the others only line by line. */
function readTemplate(text: string, path: string): SourceFile {
  const others = otherBranches(text);
  const plain = withoutTemplates(without(text, others));
  const { ast } = parsed(() => parseForESLint(plain));
  const file = readData({ language: 'yaml', path, text, documents: yamlData(ast, plain, text), comments: ast.comments.map(spanOf) });
  if (others.length === 0) return file;
  const between = others.map(({ start }, index) => ({ start: others[index - 1]?.end ?? 0, end: start }));
  const rest = without(text, [...between, { start: others.at(-1)?.end ?? 0, end: text.length }]);
  return { ...file, ...together([file, looseContents(rest)]) };
}
