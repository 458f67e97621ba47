/** The parser for hosts that have none: oxc, which produces the trees of typescript-eslint, plus its scope analysis. */
import { createRequire } from 'node:module';
import type { TSESTree } from '@typescript-eslint/types';
import type * as Oxc from 'oxc-parser';
import { analyzed } from './analysis.js';
import { KeptByText } from '../kept-by-text.js';
import type { SourceCode } from './source-code.js';

type Language = NonNullable<Oxc.ParserOptions['lang']>;

let loaded: typeof Oxc | undefined;

/** Loads the parser ahead of the first file: in Yarn's archives, `import()` finds it where `require()` of an ES module fails. */
export async function loadParser(): Promise<void> {
  loaded ??= await import('oxc-parser');
}

/** Returns the parser. Call it before parsing, so that a missing parser is not mistaken for a syntax error. */
export function requireParser(): typeof Oxc {
  return (loaded ??= createRequire(import.meta.url)('oxc-parser') as typeof Oxc);
}

const trees = new KeptByText<SourceCode>();

/**
 * The cached tree of a module, with offsets that begin at `base`. A tree cannot be moved to another base, since results that are cached with it
 * contain offsets. So the file being checked gets a tree of its own.
 */
export function treeAt(base: number, text: string, name: string): SourceCode {
  return trees.of(`${String(base)} ${name}`, text, () => parseProgram(text, name, base));
}

/** A node or comment from the parser. It comes without `range`, which keeps the parser's JSON smaller. */
interface Placed extends Oxc.Span {
  range?: [number, number];
}

/** Parses a program, with offsets that begin at `base`; throws if it does not parse. The extension of `name` determines the dialect. */
export function parseProgram(text: string, name: string, base = 0): SourceCode {
  const { parseSync, visitorKeys } = requireParser();
  for (const [lang, sourceType] of attempts(name)) {
    const { program, comments, errors } = parseSync(name, text, {
      lang,
      sourceType,
      astType: 'ts',
      preserveParens: false,
    });
    // After a fatal error, the body is empty. Despite other errors, such as a name declared twice, the tree is usable.
    if (errors.length > 0 && program.body.length === 0) continue;
    const ast = program as unknown as TSESTree.Program;
    ast.comments = comments as unknown as TSESTree.Comment[];
    const place = (each: Placed): void => {
      each.range = [base + each.start, base + each.end];
    };
    comments.forEach(place);
    return analyzed(text, ast, visitorKeys, (node) => {
      place(node as Placed);
    });
  }
  throw new SyntaxError('The program does not parse.');
}

/** The dialects and source types to try, in order: `.js` files may contain JSX, or types. */
function attempts(name: string): readonly (readonly [Language, 'module' | 'commonjs'])[] {
  const [, kind = '', dialect = 'js'] = /\.([cm]?)(jsx?|tsx?)$/i.exec(name) ?? [];
  const languages: readonly Language[] = /^t/i.test(dialect) ? [dialect.toLowerCase() as Language] : ['jsx', 'tsx', 'ts'];
  const first = kind.toLowerCase() === 'c' ? 'commonjs' : 'module';
  return languages.flatMap((language) =>
    [first, first === 'module' ? 'commonjs' : 'module'].map((type) => [language, type as typeof first] as const),
  );
}
