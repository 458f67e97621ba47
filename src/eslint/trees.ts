/** Detects the language of a source code object's tree. ESLint does not expose it; parsers and languages do, each in its own way. */
import type { TSESLint } from '@typescript-eslint/utils';
import type { Span } from '../source/model.js';
import { spanOf } from '../languages/data/datum.js';
import type { JsonProgram, Momoa } from '../languages/json/index.js';
import type { TomlProgram } from '../languages/toml/index.js';
import type { YamlProgram } from '../languages/yaml/index.js';

export type Tree =
  | { readonly language: 'javascript' | 'markdown' }
  | { readonly language: 'momoa'; readonly root: { readonly body: Momoa } }
  | { readonly language: 'json'; readonly root: JsonProgram }
  | { readonly language: 'toml'; readonly root: TomlProgram }
  | { readonly language: 'yaml'; readonly root: YamlProgram };

/** Returns the tree with its language; undefined if that is not known. */
export function treeOf({ ast, parserServices }: Readonly<TSESLint.SourceCode>): Tree | undefined {
  const root: unknown = ast;
  const { type, body } = root as { readonly type: string; readonly body?: unknown };
  const services = (parserServices ?? {}) as Readonly<Record<string, unknown>>;
  if (type === 'Document') return { language: 'momoa', root: root as { readonly body: Momoa } };
  if (type === 'root') return { language: 'markdown' };
  if (type !== 'Program') return undefined;
  if (services['isYAML']) return { language: 'yaml', root: root as YamlProgram };
  if (services['isTOML']) return { language: 'toml', root: root as TomlProgram };
  // A file that does not parse has an empty program, whatever its language.
  if (services['isJSON']) return { language: 'json', root: root as JsonProgram };
  return Array.isArray(body) ? { language: 'javascript' } : undefined;
}

/** Whether a tree looks like JavaScript. */
export function isJavaScript(sourceCode: Readonly<TSESLint.SourceCode>): boolean {
  return treeOf(sourceCode)?.language === 'javascript';
}

/** The comments of a file. Most parsers put them on the tree, the Momoa-based language on the source code object. */
export function commentsOf(sourceCode: TSESLint.SourceCode): readonly Span[] {
  const beside = (sourceCode as { readonly comments?: unknown }).comments ?? sourceCode.ast.comments;
  return Array.isArray(beside) ? (beside as { readonly range?: readonly [number, number] }[]).map(spanOf) : [];
}
