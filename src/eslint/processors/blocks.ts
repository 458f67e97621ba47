/**
 * Files that other plugins commonly lint: if our presets set their language, the findings of these plugins would be lost. Instead, a processor
 * leaves the file as it is and adds a block with the same text, which is read in our language under a name that no other configuration matches.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import type { Linter } from 'eslint';
import { passesGate } from '../../languages/gate.js';
import type { LanguageName } from '../../languages/readers.js';
import { isJavaScript } from '../trees.js';

export type ProcessedLanguage = Extract<LanguageName, 'json' | 'yaml' | 'toml' | 'markdown'>;

/**
 * Short texts that are linted under the file's own configuration, to find out whether another plugin reads such files. If a probe is parsed as JavaScript
 * or does not parse, no plugin does, and ESLint's messages about the file only mean that it is not JavaScript.
 */
const probes: Readonly<Record<ProcessedLanguage, string>> = {
  json: '{ "cloudflare-auth": "probe" }\n',
  yaml: '"cloudflare-auth": "probe"\n',
  toml: '"cloudflare-auth" = "probe"\n',
  markdown: '# cloudflare-auth\n\nprobe\n',
};

/** What our rules report for a probe that was parsed as JavaScript. */
const misread = 'This is no JavaScript.';

/** Whether a rule is running on a probe. If the probe was parsed as JavaScript, reports {@link misread} to the processor. */
export function answersProbe(context: Readonly<TSESLint.RuleContext<string, readonly unknown[]>>): boolean {
  const { sourceCode } = context;
  if (!Object.values(probes).includes(sourceCode.text)) return false;
  const problem = { message: misread, loc: { line: 1, column: 0 } };
  if (isJavaScript(sourceCode)) context.report(problem as unknown as TSESLint.ReportDescriptor<string>);
  return true;
}

export const processedLanguages = Object.keys(probes) as readonly ProcessedLanguage[];

/** The language of fenced code blocks in Markdown. */
export const fenceLanguage = 'fence';

/** The glob pattern for the blocks that are read in one of our languages. */
export const blocksOf = (language: ProcessedLanguage | typeof fenceLanguage): string => `**/*_${language}.cloudflare-auth`;

/** The block name for a fence that would have this name as a file. */
export const fenceBlock = (name: string): string => `${name}_${fenceLanguage}.cloudflare-auth`;

/** The path of what a block represents, the file with the same text or a fence; any other path as it is. ESLint puts a number before a block's name. */
export function blockFile(path: string): string {
  return path.replace(new RegExp(`_${fenceLanguage}\\.cloudflare-auth$`), '').replace(/[/\\]\d+_\w+\.cloudflare-auth$/, '');
}

type Block = Extract<ReturnType<NonNullable<Linter.Processor['preprocess']>>[number], object>;

/** Returns the blocks of a file: its text, the probe, and between them, if the text passes the gate, the text in our language and `others`. */
export function blocksFor(language: ProcessedLanguage, text: string, others: readonly Block[]): (string | Block)[] {
  const own = passesGate(text) ? [{ text, filename: `${language}.cloudflare-auth` }, ...others] : [];
  return [text, ...own, probes[language]];
}

/** Sorts the messages by block, in the order of {@link blocksFor}. */
export function messagesOf(prefix: string, all: readonly Linter.LintMessage[][]) {
  const isRead = all.at(-1)?.some(({ fatal, message }) => fatal === true || message === misread) !== true;
  const [file = [], own = [], ...others] = all.slice(0, -1);
  const isOurs = ({ ruleId }: Linter.LintMessage): boolean => ruleId?.startsWith(`${prefix}/`) === true;
  return {
    /** Messages about the file as another plugin reads it. */
    file: isRead ? file : [],
    // If another plugin reads the file, ESLint has already reported problems with directive comments there.
    own: own.filter((message) => isOurs(message) || (message.ruleId === null && !isRead)),
    others: others.map((messages) => messages.filter(isOurs)),
  };
}

/** Sorts messages by position, and drops repeated ones at the same position. */
export function inOrder(messages: readonly Linter.LintMessage[]): Linter.LintMessage[] {
  const seen = new Set<string>();
  return messages
    .filter(({ ruleId, line, column, message }) => {
      const key = [ruleId, line, column, ruleId === null ? message : ''].join(' ');
      return !seen.has(key) && seen.add(key);
    })
    .sort((one, other) => one.line - other.line || one.column - other.column);
}
