import { parseForESLint } from 'yaml-eslint-parser';
import type { Contents, SourceFile, Span } from '../../source/model.js';
import { covering } from '../../source/span.js';
import { BrokenInput, parsed } from '../broken-input.js';
import { readData } from '../data/index.js';
import { spanOf } from '../data/datum.js';
import { yamlData } from './index.js';
import { type Branches, branchesIn, isTemplate, without, withoutTemplates } from './templates.js';
import { together } from '../shell/index.js';
import { looseContents } from '../text/index.js';

/** Reads a YAML file, or a template of one. */
export function readYamlFile(text: string, path: string): SourceFile {
  if (isTemplate(text)) return readTemplate(text, path);
  const { ast } = parsed(() => parseForESLint(text));
  return readData({ language: 'yaml', path, text, documents: yamlData(ast, text), comments: ast.comments.map(spanOf) });
}

/** Reads a template. Of alternative parts, the first is read with the rest of the file, and the others once more in its place. */
function readTemplate(text: string, path: string): SourceFile {
  const branches = branchesIn(text);
  const others = branches.map(({ other }) => other);
  const file = readWithout(others, text, path);
  return others.length === 0 ? file : { ...file, ...together([file, inOthers(branches, text, path)]) };
}

function readWithout(parts: readonly Span[], text: string, path: string): SourceFile {
  const plain = withoutTemplates(without(text, parts));
  const { ast } = parsed(() => parseForESLint(plain));
  return readData({ language: 'yaml', path, text, documents: yamlData(ast, plain, text), comments: ast.comments.map(spanOf) });
}

/** The contents of the other parts of a template. If they do not parse, because there are several for one place, they are read line by line. */
function inOthers(branches: readonly Branches[], text: string, path: string): Contents {
  const others = branches.map(({ other }) => other);
  try {
    const isThere = covering(others);
    const of = <T extends { readonly at: Span }>(all: readonly T[]): readonly T[] => all.filter(({ at }) => isThere(at));
    const { texts, comments, tables, calls, bindings, reads } = readWithout(
      branches.map(({ first }) => first),
      text,
      path,
    );
    return {
      texts: of(texts),
      comments: comments.filter(isThere),
      tables: of(tables),
      calls: of(calls),
      bindings: of(bindings),
      reads: of(reads),
    };
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    const between = others.map(({ start }, index) => ({ start: others[index - 1]?.end ?? 0, end: start }));
    return looseContents(without(text, [...between, { start: others.at(-1)?.end ?? 0, end: text.length }]));
  }
}
