/** Parsers that are loaded when a file first needs one, and that never fail. */
import { createRequire } from 'node:module';
import type { Linter } from 'eslint';
import { passesGate } from '../languages/gate.js';

const require = createRequire(import.meta.url);

/** Characters. What is longer is generated, and would take ESLint minutes and gigabytes. */
const MOST_TEXT = 1_000_000;

const modules = { typescript: '@typescript-eslint/parser', vue: 'vue-eslint-parser', svelte: 'svelte-eslint-parser' } as const;

type Parse = (text: string, options: unknown) => Linter.ESLintParseResult;

/** A parser that reads what can hold something for a rule, and gives an empty program for the rest: other files, generated, binary and broken ones. */
export function patiently(language: keyof typeof modules): Linter.Parser {
  return {
    meta: { name: `cloudflare-auth/patient-${language}`, version: '1' },
    parseForESLint(text: string, options?: unknown) {
      const { filePath = '' } = (options ?? {}) as { readonly filePath?: string };
      // Declarations hold no values.
      const isDeclaration = /\.d\.[cm]?ts$/.test(filePath);
      if (isDeclaration || !passesGate(text) || text.length > MOST_TEXT || text.includes('\0')) return emptyProgram(text);
      try {
        return load(language)(text, {
          ...(options as object),
          ...(language !== 'typescript' && { parser: require.resolve(modules.typescript) }),
        });
      } catch {
        return emptyProgram(text); // a half-written file, or one for another tool
      }
    },
  };
}

const loaded = new Map<string, Parse>();

function load(language: keyof typeof modules): Parse {
  const parse = loaded.get(language) ?? (require(modules[language]) as { readonly parseForESLint: Parse }).parseForESLint;
  loaded.set(language, parse);
  return parse;
}

/** A program of no statements that stands for the whole text, so that what shows by itself what it is can still be found in it. */
function emptyProgram(text: string): Linter.ESLintParseResult {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/);
  const loc = { start: { line: 1, column: 0 }, end: { line: lines.length, column: lines.at(-1)?.length ?? 0 } };
  return { ast: { type: 'Program', sourceType: 'module', body: [], tokens: [], comments: [], range: [0, text.length], loc } };
}
