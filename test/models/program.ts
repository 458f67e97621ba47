/** Reads a program as the plugin would, so that tests can look at what was understood. */
import { Linter } from 'eslint';
import * as typescript from '@typescript-eslint/parser';
import { readJavaScript } from '../../src/languages/javascript/index.js';
import { readShell } from '../../src/languages/shell/index.js';
import type { SourceFile } from '../../src/source/model.js';

export interface HowToRead {
  readonly parser?: 'espree' | 'typescript' | Linter.Parser;
  readonly path?: string;
  readonly sourceType?: 'module' | 'commonjs' | 'script';
}

/** The source shapes of a JavaScript or TypeScript program. Throws if it does not parse. */
export function javascript(code: string, how: HowToRead = {}): SourceFile {
  const linter = new Linter({ configType: 'flat' });
  const path = how.path ?? 'program.tsx';
  const parser = how.parser === undefined || how.parser === 'typescript' ? typescript : how.parser;
  const messages = linter.verify(
    code,
    [
      {
        files: ['**/*.*'],
        languageOptions: {
          ...(parser !== 'espree' && { parser: parser }),
          sourceType: how.sourceType ?? 'module',
          parserOptions: { ecmaFeatures: { jsx: !path.endsWith('.ts') } },
        },
      },
    ],
    path,
  );
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new SyntaxError(fatal.message);
  return readJavaScript(linter.getSourceCode() as never, path);
}

/** The source shapes of a shell script. */
export function shell(script: string): SourceFile {
  return { language: 'shell', path: 'script.sh', text: script, ...readShell(script, (start, end) => ({ start, end })) };
}
