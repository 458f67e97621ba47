import { createRequire } from 'node:module';
import type { Linter } from 'eslint';
import { name, version } from '../package.js';

/** The part of `@typescript-eslint/parser` that ESLint calls. */
type Parse = (text: string, options: unknown) => Linter.ESLintParseResult;

let parse: Parse | undefined;

function load(): Parse {
  try {
    const { parseForESLint } = createRequire(import.meta.url)('@typescript-eslint/parser') as { readonly parseForESLint: Parse };
    return parseForESLint;
  } catch (cause) {
    throw new Error(
      'The configuration `typescript` needs typescript-eslint. Run `npm install --save-dev @typescript-eslint/parser typescript@6`.',
      { cause },
    );
  }
}

/** The parser of typescript-eslint, loaded with the first TypeScript file: projects without any need not install it. */
export const typescriptParser: Linter.Parser = {
  meta: { name: `${name}/typescript`, version },
  parseForESLint: (text: string, options?: unknown) => (parse ??= load())(text, options),
};
