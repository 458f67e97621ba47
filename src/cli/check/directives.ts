/** `eslint-disable` comments, in any language that has comments. */
import { ConfigCommentParser } from '@eslint/plugin-kit';
import type { SourceFile } from '../../source/model.js';
import type { Positions } from './positions.js';

interface Directive {
  readonly kind: 'disable' | 'enable' | 'disable-line' | 'disable-next-line';
  /** The rules that it names; undefined for all rules. */
  readonly rules: ReadonlySet<string> | undefined;
  readonly start: number;
  /** The line that it applies to, if only to one. */
  readonly line: number | undefined;
}

const parser = new ConfigCommentParser();

/** Returns a predicate: whether a comment disables a rule's finding that starts at an offset. */
export function hiddenBy(file: SourceFile, positions: Positions): (rule: string, start: number) => boolean {
  if (!/eslint-(?:disable|enable)/.test(file.text)) return () => false;
  const directives = directivesIn(file, positions);
  return (rule, start) => {
    const { line } = positions.at(start);
    const about = directives.filter(({ rules }) => !rules || rules.has(rule));
    if (about.some((each) => each.line === line)) return true;
    return about.findLast((each) => each.line === undefined && each.start <= start)?.kind === 'disable';
  };
}

function directivesIn({ comments, text, language }: SourceFile, positions: Positions): readonly Directive[] {
  return comments.flatMap(({ start, end }): readonly Directive[] => {
    const comment = text.slice(start, end);
    const content = withoutMarks(comment);
    const { label = '', value = '' } = content.startsWith('eslint-') ? (parser.parseDirective(content) ?? {}) : {};
    const kind = /^eslint-(disable(?:-next-line|-line)?|enable)$/.exec(label)?.[1] as Directive['kind'] | undefined;
    if (!kind) return [];
    const [first, last] = [positions.at(start).line, positions.at(end).line];
    // As in ESLint: a line comment cannot disable all following lines, and a multi-line comment cannot disable its own line.
    if (language === 'javascript' && comment.startsWith('//') && !kind.endsWith('line')) return [];
    if (kind === 'disable-line' && first !== last) return [];
    const rules = Object.keys(parser.parseListConfig(value));
    const line = kind === 'disable-line' ? first : kind === 'disable-next-line' ? last + 1 : undefined;
    return [{ kind, rules: rules.length > 0 ? new Set(rules) : undefined, start, line }];
  });
}

/** Closing delimiters of block comments. */
const ends = ['*/', '*)', '-->', '#}', '%}', '%>', ']]'];

function withoutMarks(comment: string): string {
  const content = comment.replace(/^\W+/, '').trimEnd();
  const end = ends.find((each) => content.endsWith(each));
  return end === undefined ? content : content.slice(0, -end.length);
}
