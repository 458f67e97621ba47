import * as parser from '@typescript-eslint/parser';
import { SourceCode } from 'eslint';

/** A program, parsed anew: that is not what is measured, and what is remembered of a tree is not there the second time. @param {string} text */
export function parsed(text) {
  const { ast, services, scopeManager, visitorKeys } = parser.parseForESLint(text, { comment: true, loc: true, range: true, tokens: true });
  return new SourceCode(
    /** @type {import('eslint').SourceCode.Config} */ (
      /** @type {unknown} */ ({ text, ast, parserServices: services, scopeManager, visitorKeys })
    ),
  );
}
