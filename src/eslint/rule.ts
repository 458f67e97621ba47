/** Runs our rules as ESLint rules. */
import process from 'node:process';
import type { TSESLint } from '@typescript-eslint/utils';
import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema';
import type { RuleName } from '../../rules/names.js';
import { originOf } from '../origin.js';
import { ruleUrl } from '../package.js';
import { readModule } from '../languages/modules.js';
import { isInOtherFile } from '../source/span.js';
import { projectOf } from './project.js';
import { type Finding, findingsOf, type Rule } from '../rule.js';
import type { Edit } from '../source/edits.js';
import { evidencePath } from './evidence-path.js';
import { warnOf } from './failures.js';
import { withSafeSuggestions } from '../suggestions.js';
import { sourceFile } from './source-file.js';

type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;
export type EslintRule = Omit<TSESLint.RuleModule<string, readonly unknown[]>, 'defaultOptions'>;

/** Messages that every rule has besides its own. */
const further = { disable: 'Disable {{ rule }} for this line.', options: 'The options of this rule are wrong: {{ problem }}.' };

export function eslintRule(name: RuleName, rule: Rule): EslintRule {
  const { description, messages, options, defaults, fixable } = rule;
  return {
    meta: {
      type: 'problem',
      docs: { description, url: ruleUrl(name) },
      messages: { ...messages, ...further },
      schema: options === undefined ? [] : [options as unknown as JSONSchema4],
      defaultOptions: defaults ? [defaults] : [],
      ...(fixable && { fixable: 'code' as const }),
      hasSuggestions: true,
      // Every language: in a file of an unknown language, nothing is found.
      languages: ['*'],
    },
    create(context) {
      const { sourceCode, filename } = context;
      const file = sourceFile(sourceCode, evidencePath(filename), () => projectOf(filename, context)?.around(filename, readModule));
      if (!file) return {};
      const given = context.options[0] as object | undefined;
      const problem = rule.problemIn(given);
      if (problem !== undefined) context.report({ loc: { line: 1, column: 0 }, messageId: 'options', data: { problem } });
      const found = withSafeSuggestions(
        name,
        file,
        // A finding in another file is reported when that file is linted.
        findingsOf(rule, file, given, (error) => warnOf(error, filename)).filter(({ at }) => !isInOtherFile(at)),
      );
      for (const { origin, data, ...finding } of found) {
        const filled = { ...data, origin: originOf(origin, projectOf(filename, context), process.cwd()) };
        report(context, { ...finding, data: filled }, file.edits?.disable?.(finding.at, context.id));
      }
      return {};
    },
  };
}

function report(
  context: Context,
  { at, messageId, data, fix, suggest }: Finding,
  disabled: { readonly edits: readonly Edit[] } | undefined,
): void {
  const { sourceCode, id: rule } = context;
  const suggestions = [...suggest, ...(disabled ? [{ messageId: 'disable', data: { rule }, change: disabled }] : [])];
  context.report({
    loc: { start: sourceCode.getLocFromIndex(at.start), end: sourceCode.getLocFromIndex(at.end) },
    messageId,
    ...(data && { data }),
    ...(fix && { fix: edited(fix) }),
    ...(suggestions.length > 0 && {
      suggest: suggestions.map((each) => ({
        messageId: each.messageId,
        ...(each.data && { data: each.data }),
        fix: edited(each.change.edits),
      })),
    }),
  });
}

function edited(edits: readonly Edit[]): TSESLint.ReportFixFunction {
  return (fixer) => edits.map(({ at, text }) => fixer.replaceTextRange([at.start, at.end], text));
}
