/** The model of the file that ESLint lints, made from the tree that ESLint has parsed. */
import type { TSESLint } from '@typescript-eslint/utils';
import { readData } from '../languages/data/index.js';
import { readJavaScript } from '../languages/javascript/index.js';
import { jsoncData, momoaData } from '../languages/json/index.js';
import { isMinified, tooMuchToRead } from '../languages/limits.js';
import { readMarkdownWithScripts } from '../languages/markdown/index.js';
import { plainText, withFilesWithin } from '../languages/readers.js';
import { tomlData } from '../languages/toml/index.js';
import { yamlData } from '../languages/yaml/index.js';
import type { SourceFile } from '../source/model.js';
import type { ReadContext } from '../source/modules.js';
import { warnOf } from './failures.js';
import { ownFile } from './source-code.js';
import { commentsOf, treeOf } from './trees.js';

// Keyed by the tree: oxlint reuses one context and one source code object for all files.
const files = new WeakMap<object, SourceFile | 'nothing'>();

let unread: SourceFile | undefined;

/** The model of a source code object, read once for all rules, with the modules around it; undefined if its language is unknown. */
export function sourceFile(
  sourceCode: TSESLint.SourceCode,
  path: string,
  surroundings?: () => ReadContext | undefined,
): SourceFile | undefined {
  const { text } = sourceCode;
  // Checked before the tree is accessed: only then does oxlint build it, which takes minutes and gigabytes for a bundle.
  if (tooMuchToRead(text) || (/\.[cm]?[jt]sx?$/.test(path) && isMinified(text))) {
    if (unread?.text !== text || unread.path !== path) unread = plainText(text, path);
    return unread;
  }
  const { ast } = sourceCode;
  let file = files.get(ast);
  if (!file) {
    file = readOrSearch(sourceCode, path, surroundings?.()) ?? 'nothing';
    files.set(ast, file);
  }
  return file === 'nothing' ? undefined : file;
}

function readOrSearch(sourceCode: TSESLint.SourceCode, path: string, surroundings: ReadContext | undefined): SourceFile | undefined {
  try {
    return read(sourceCode, path, surroundings);
  } catch (error) {
    warnOf(error, path);
    return plainText(sourceCode.text, path);
  }
}

/** Reads a tree with the reader of its language. */
function read(sourceCode: TSESLint.SourceCode, path: string, surroundings: ReadContext | undefined): SourceFile | undefined {
  const { text } = sourceCode;
  const tree = treeOf(sourceCode);
  const comments = commentsOf(sourceCode);
  switch (tree?.language) {
    case 'javascript':
      return readJavaScript(sourceCode, path, surroundings);
    case 'momoa':
      return readData({ language: 'json', path, text, documents: momoaData(tree.root.body, text), comments });
    case 'json':
      return readData({ language: 'json', path, text, documents: jsoncData(tree.root, text), comments });
    case 'yaml':
      return withFilesWithin(readData({ language: 'yaml', path, text, documents: yamlData(tree.root, text), comments }));
    case 'toml':
      return readData({ language: 'toml', path, text, documents: tomlData(tree.root, text), comments });
    case 'markdown':
      return readMarkdownWithScripts(text, path);
    default:
      return ownFile(sourceCode, surroundings);
  }
}
