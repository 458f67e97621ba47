/** Which language's tree a source code object holds. ESLint does not say; parsers and languages do, each in its own way. */
import type { TSESLint } from '@typescript-eslint/utils';
import type { AST as JSON } from 'jsonc-eslint-parser';
import type { AST as TOML } from 'toml-eslint-parser';
import type { AST as YAML } from 'yaml-eslint-parser';
import type { Span } from '../source.js';
import { spanOf } from './data/datum.js';
import type { Momoa } from './json/index.js';

export type Tree =
  | { readonly language: 'javascript' | 'markdown' }
  | { readonly language: 'momoa'; readonly root: { readonly body: Momoa } }
  | { readonly language: 'json'; readonly root: JSON.JSONProgram }
  | { readonly language: 'toml'; readonly root: TOML.TOMLProgram }
  | { readonly language: 'yaml'; readonly root: YAML.YAMLProgram };

/** The tree, if its language is known. */
export function treeOf({ ast, parserServices }: TSESLint.SourceCode): Tree | undefined {
  const root: unknown = ast;
  const { type, body } = root as { readonly type: string; readonly body?: unknown };
  const services = (parserServices ?? {}) as Readonly<Record<string, unknown>>;
  if (type === 'Document') return { language: 'momoa', root: root as { readonly body: Momoa } };
  if (type === 'root') return { language: 'markdown' };
  if (type !== 'Program') return undefined;
  if (services['isYAML']) return { language: 'yaml', root: root as YAML.YAMLProgram };
  if (services['isTOML']) return { language: 'toml', root: root as TOML.TOMLProgram };
  // Of a file that does not parse there is an empty program, whatever language it is in.
  if (services['isJSON']) return { language: 'json', root: root as JSON.JSONProgram };
  return Array.isArray(body) ? { language: 'javascript' } : undefined;
}

/** The comments beside a tree. Most parsers put them on it, Momoa's language beside it. */
export function commentsOf(sourceCode: TSESLint.SourceCode): readonly Span[] {
  const beside = (sourceCode as { readonly comments?: unknown }).comments ?? sourceCode.ast.comments;
  return Array.isArray(beside) ? (beside as { readonly range?: readonly [number, number] }[]).map(spanOf) : [];
}
