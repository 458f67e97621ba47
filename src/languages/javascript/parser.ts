/** The parser of the hosts that bring none: oxc, whose tree is that of typescript-eslint, with its scope analysis. */
import { createRequire } from 'node:module';
import type { TSESTree } from '@typescript-eslint/types';
import type * as Oxc from 'oxc-parser';
import { analyzed, visitNodes } from './analysis.js';
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
  return trees.of(`${String(base)} ${name}`, text, () => movedTo(base, parseProgram(text, name)));
}

/** The parser tells where a node is twice; only one of them is moved. */
interface Placed {
  readonly start: number;
  readonly end: number;
  range: [number, number];
}

function movedTo(base: number, sourceCode: SourceCode): SourceCode {
  const { ast, visitorKeys = {} } = sourceCode;
  const move = (each: unknown): void => {
    const { start, end } = each as Placed;
    (each as Placed).range = [base + start, base + end];
  };
  visitNodes(ast, visitorKeys as Parameters<typeof visitNodes>[1], move);
  ast.comments?.forEach(move);
  return sourceCode;
}

/** Parses a program; throws if nothing can be made of it. `name` tells the dialect. */
export function parseProgram(text: string, name: string): SourceCode {
  const { parseSync, visitorKeys } = requireParser();
  for (const [lang, sourceType] of attempts(name)) {
    const { program, comments, errors } = parseSync(name, text, {
      lang,
      sourceType,
      astType: 'ts',
      range: true,
      preserveParens: false,
    });
    // Where the parser cannot go on, the body is empty; of other errors, such as a name declared twice, the tree is as good as any.
    if (errors.length > 0 && program.body.length === 0) continue;
    const ast = program as unknown as TSESTree.Program;
    ast.comments = comments.map(({ type, value, start, end }) => ({
      type,
      value,
      start,
      end,
      range: [start, end],
    })) as unknown as TSESTree.Comment[];
    return analyzed(text, ast, visitorKeys);
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
