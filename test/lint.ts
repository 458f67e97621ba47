/** Lints a program with rules of the plugin, as a project would. */
import * as typescript from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import plugin from '../src/index.js';

type Rules = Linter.RulesRecord;

/** Presets for files, with each file read in one of our languages instead of beside the plugin that it belongs to. */
export function inOwnLanguages(preset: readonly Linter.Config[]): Linter.Config[] {
  return preset
    .filter(({ name }) => name?.endsWith('/blocks') !== true)
    .map(({ processor, ...config }) => ({ ...config, ...(typeof processor === 'string' && { language: processor }) }));
}

/** What ESLint reports, in the order of the text; throws if the program does not parse or a rule fails. */
export function lint(
  code: string,
  rules: Rules = plugin.configs.recommended.rules as Rules,
  path = 'program.tsx',
  parser: unknown = typescript,
): Linter.LintMessage[] {
  const linter = new Linter({ configType: 'flat' });
  const messages = linter.verify(
    code,
    [
      {
        files: ['**/*.*'],
        plugins: { 'cloudflare-auth': plugin },
        languageOptions: { parser: parser, parserOptions: { parser: typescript, ecmaFeatures: { jsx: true } } },
        linterOptions: { reportUnusedDisableDirectives: 'off' },
        rules,
      },
      ...plugin.configs['recommended-files'].map((each) => ({ ...each, rules })),
    ],
    // ESLint itself asks the configuration which fences of a document are linted.
    { filename: path, filterCodeBlock: () => true },
  );
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new SyntaxError(fatal.message);
  return messages;
}

/** The characters a message points at. */
export function pointedAt(code: string, { line, column, endLine = line, endColumn = column }: Linter.LintMessage): string {
  const lines = code.split('\n');
  const offset = (row: number, col: number): number => lines.slice(0, row - 1).join('\n').length + (row > 1 ? 1 : 0) + col - 1;
  return code.slice(offset(line, column), offset(endLine, endColumn));
}

/** A program with what is suggested. */
export function applied(code: string, { fix }: Linter.LintSuggestion): string {
  return code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]);
}
