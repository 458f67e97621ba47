/** The parser of the hosts that bring none: oxc, whose tree is that of typescript-eslint, with its scope analysis. */
import { createRequire } from 'node:module';
import type { TSESTree } from '@typescript-eslint/types';
import type * as Oxc from 'oxc-parser';
import { analyzed } from './analysis.js';
import { KeptByText } from '../kept-by-text.js';
import type { SourceCode } from './source-code.js';

type Language = NonNullable<Oxc.ParserOptions['lang']>;

let loaded: typeof Oxc | undefined;

/** Loads the parser ahead of the first file: `import()` finds it where `require()` of a module of its kind fails, in Yarn's archives. */
export async function loadParser(): Promise<void> {
  loaded ??= await import('oxc-parser');
}

/** The parser. Loaded before a program is parsed, so that its absence is not taken for a program that does not parse. */
export function requireParser(): typeof Oxc {
  return (loaded ??= createRequire(import.meta.url)('oxc-parser') as typeof Oxc);
}

const trees = new KeptByText<SourceCode>();

/**
 * The tree of a module, with offsets that begin at `base`. A tree stays where it is: what is worked out for a tree is kept with it, and some of that is
 * offsets. So the file that is checked has a tree of its own.
 */
export function treeAt(base: number, text: string, name: string): SourceCode {
  return trees.of(`${String(base)} ${name}`, text, () => parseProgram(text, name, base));
}

/** A node or comment as the parser gives it: without `range`, since that is one array less in its JSON. */
interface Placed extends Oxc.Span {
  range?: [number, number];
}

/** Parses a program whose offsets begin at `base`; throws if nothing can be made of it. `name` tells the dialect. */
export function parseProgram(text: string, name: string, base = 0): SourceCode {
  const { parseSync, visitorKeys } = requireParser();
  for (const [lang, sourceType] of attempts(name)) {
    const { program, comments, errors } = parseSync(name, text, {
      lang,
      sourceType,
      astType: 'ts',
      preserveParens: false,
    });
    // Where the parser cannot go on, the body is empty; of other errors, such as a name declared twice, the tree is as good as any.
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

/** Files called `.js` may hold JSX, or types. */
function attempts(name: string): readonly (readonly [Language, 'module' | 'commonjs'])[] {
  const [, kind = '', dialect = 'js'] = /\.([cm]?)(jsx?|tsx?)$/i.exec(name) ?? [];
  const languages: readonly Language[] = /^t/i.test(dialect) ? [dialect.toLowerCase() as Language] : ['jsx', 'tsx', 'ts'];
  const first = kind.toLowerCase() === 'c' ? 'commonjs' : 'module';
  return languages.flatMap((language) =>
    [first, first === 'module' ? 'commonjs' : 'module'].map((type) => [language, type as typeof first] as const),
  );
}
