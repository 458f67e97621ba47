/**
 * Files that other plugins commonly read: our presets must not set their language, or what these plugins find would be lost. Instead, a processor
 * leaves the file as it is and adds a block with the same text, under a name that no other configuration is for, which is read in our language.
 */
import type { TSESLint } from '@typescript-eslint/utils';
import type { Linter } from 'eslint';
import { passesGate } from '../../languages/gate.js';
import type { LanguageName } from '../../languages/readers.js';
import { isJavaScript } from '../trees.js';

export type ProcessedLanguage = Extract<LanguageName, 'json' | 'yaml' | 'toml' | 'markdown'>;

/**
 * Short texts that are linted like the file itself, to learn whether any other plugin reads such files: if one is parsed as JavaScript, or does not parse,
 * none does, and what ESLint says of the file is that it is no JavaScript.
 */
const probes: Readonly<Record<ProcessedLanguage, string>> = {
  json: '{ "cloudflare-auth": "probe" }\n',
  yaml: '"cloudflare-auth": "probe"\n',
  toml: '"cloudflare-auth" = "probe"\n',
  markdown: '# cloudflare-auth\n\nprobe\n',
};

/** What rules of ours say of a probe that was parsed as JavaScript. */
const misread = 'This is no JavaScript.';

/** Whether a rule is run on a probe. If that was parsed as JavaScript, the processor is told so. */
export function answersProbe(context: Readonly<TSESLint.RuleContext<string, readonly unknown[]>>): boolean {
  const { sourceCode } = context;
  if (!Object.values(probes).includes(sourceCode.text)) return false;
  const problem = { message: misread, loc: { line: 1, column: 0 } };
  if (isJavaScript(sourceCode)) context.report(problem as unknown as TSESLint.ReportDescriptor<string>);
  return true;
}

export const processedLanguages = Object.keys(probes) as readonly ProcessedLanguage[];

/** The language of the fences of Markdown. */
export const fenceLanguage = 'fence';

/** The pattern of the blocks that are read in one of our languages. */
export const blocksOf = (language: ProcessedLanguage | typeof fenceLanguage): string => `**/*_${language}.cloudflare-auth`;

/** The name of the block for a fence that would have this name as a file. */
export const fenceBlock = (name: string): string => `${name}_${fenceLanguage}.cloudflare-auth`;

/** What a block stands for, or the path itself: the file with the same text, or a fence. ESLint puts a number before a block's name. */
export function blockFile(path: string): string {
  return path.replace(new RegExp(`_${fenceLanguage}\\.cloudflare-auth$`), '').replace(/[/\\]\d+_\w+\.cloudflare-auth$/, '');
}

type Block = Extract<ReturnType<NonNullable<Linter.Processor['preprocess']>>[number], object>;

/** The blocks of a file: itself, the probe, and between them, if there may be something to find, itself in our language and others. */
export function blocksFor(language: ProcessedLanguage, text: string, others: readonly Block[]): (string | Block)[] {
  const own = passesGate(text) ? [{ text, filename: `${language}.cloudflare-auth` }, ...others] : [];
  return [text, ...own, probes[language]];
}

/** Tells the messages of the blocks apart, in the order that {@link blocksFor} has given. */
export function messagesOf(prefix: string, all: readonly Linter.LintMessage[][]) {
  const isRead = all.at(-1)?.some(({ fatal, message }) => fatal === true || message === misread) !== true;
  const [file = [], own = [], ...others] = all.slice(0, -1);
  const isOurs = ({ ruleId }: Linter.LintMessage): boolean => ruleId?.startsWith(`${prefix}/`) === true;
  return {
    /** What the reader of the file reports. */
    file: isRead ? file : [],
    // What ESLint says of comments, it has said of the file too.
    own: own.filter((message) => isOurs(message) || (message.ruleId === null && !isRead)),
    others: others.map((messages) => messages.filter(isOurs)),
  };
}

/** Messages in the order of the text, of several that say the same of one place only the first. */
export function inOrder(messages: readonly Linter.LintMessage[]): Linter.LintMessage[] {
  const seen = new Set<string>();
  return messages
    .filter(({ ruleId, line, column, message }) => {
      const key = [ruleId, line, column, ruleId === null ? message : ''].join(' ');
      return !seen.has(key) && seen.add(key);
    })
    .sort((one, other) => one.line - other.line || one.column - other.column);
}
