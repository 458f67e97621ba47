/** Which adapter reads a file. The gate stands before all of them. */
import type { TSESLint } from '@typescript-eslint/utils';
import { mentionsCloudflare } from '../cloudflare/mentions.js';
import type { SourceFile } from '../source.js';
import { readJavaScript } from './javascript/index.js';
import { ownFile } from './language.js';

/** Whether a file's text can hold anything that a rule speaks of. */
export function passesGate(text: string): boolean {
  return mentionsCloudflare.test(text);
}

// Keyed on the tree: oxlint uses the same context and source code object for one file after the other.
const files = new WeakMap<object, SourceFile | 'nothing'>();

/** The file behind a source code object, read once for all rules; undefined if there is nothing for any rule in it. */
export function readSource(sourceCode: TSESLint.SourceCode, path: string): SourceFile | undefined {
  const { ast } = sourceCode;
  let file = files.get(ast);
  if (!file) {
    file = passesGate(sourceCode.text) ? (read(sourceCode, path) ?? 'nothing') : 'nothing';
    files.set(ast, file);
  }
  return file === 'nothing' ? undefined : file;
}

function read(sourceCode: TSESLint.SourceCode, path: string): SourceFile | undefined {
  return isJavaScript(sourceCode) ? readJavaScript(sourceCode, path) : ownFile(sourceCode.ast);
}

/** Parsers of other languages call their root `Program` as well; they say so in their services. */
function isJavaScript(sourceCode: TSESLint.SourceCode): boolean {
  const { type } = sourceCode.ast as { readonly type: string };
  const services = (sourceCode.parserServices ?? {}) as Readonly<Record<string, unknown>>;
  return type === 'Program' && !services['isYAML'] && !services['isTOML'] && !services['isJSON'];
}
