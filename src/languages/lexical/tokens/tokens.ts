/** Splits a text into tokens, according to the profile of its language. Takes linear time and accepts any text. */
import type { Span } from '../../../source/model.js';
import type { Profile, StringForm } from '../profile.js';

export interface Token {
  readonly kind: 'word' | 'number' | 'string' | 'mark' | 'open' | 'close' | 'line';
  readonly text: string;
  readonly at: Span;
  /** Whether there is space before it. */
  readonly spaced: boolean;
  /** Of a string: the span between its quotes, and its form. */
  readonly inside?: Span;
  readonly form?: StringForm;
}

/** Most here-documents without an end that are searched for to the end of the file. */
const MAX_ENDLESS = 20;

export interface Tokens {
  readonly tokens: readonly Token[];
  readonly comments: readonly Span[];
}

const number = /(?:0x[\da-f_]|\d[\d_]*(?:\.\d[\d_]*)?(?:e[+-]?\d)?)\w*/iy;
const generic = /<[\w\s,.?&*[\]:'<>]{0,200}>(?=\s*[({)\],;>.:&=|]|\s+\w)/y;
const marks =
  /===|!==|<=>|\.\.\.|\?\?=|\|\|=|&&=|\*\*=|<<=|>>=|=>|->|<-|::|:=|\?=|\+=|-=|\.=|\*=|\/\/=|\/\/|\/=|%=|\|=|&=|\^=|==|!=|=~|!~|<=|>=|&&|\|\||\?\?|\?:|\?\.|&\.|!!|\.\.|<>|\|>|<<|>>|\+\+|--|[^\s\w]/y;

/** Returns the tokens of `text` from `start` to `end`. */
export function tokensOf(text: string, profile: Profile, start = 0, end = text.length): Tokens {
  const tokens: Token[] = [];
  const comments: Span[] = [];
  /** Offsets up to which each form is known to be unclosed. */
  const unclosed = new Map<StringForm, number>();
  /** Here-documents that begin after the current line. */
  const documents: { readonly index: number; readonly form: StringForm; readonly close: string }[] = [];
  let index = start;
  let spaced = false;
  let endless = 0;

  const match = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = index;
    const found = pattern.exec(text);
    return found && found[0] !== '' && index + found[0].length <= end ? found : undefined;
  };
  const add = (kind: Token['kind'], length: number, rest: Partial<Token> = {}): void => {
    const at = { start: index, end: index + length };
    tokens.push({ kind, text: text.slice(at.start, at.end), at, spaced, ...rest });
    index = at.end;
    spaced = false;
  };

  while (index < end) {
    const character = text.charAt(index);
    if (character === '\n') {
      add('line', 1);
      for (const document of documents.splice(0)) {
        const stop = endless < MAX_ENDLESS ? readDocument(text, index, end, document, tokens) : undefined;
        if (stop === undefined) endless += 1;
        else index = stop;
      }
      continue;
    }
    if (/\s/.test(character)) {
      spaced = true;
      index += 1;
      continue;
    }
    if (profile.continuation === character && /^[^\S\n]*\n/.test(text.slice(index + 1, index + 20))) {
      index = text.indexOf('\n', index) + 1;
      spaced = true;
      continue;
    }
    const comment = commentAt(text, index, end, profile);
    if (comment) {
      comments.push(comment);
      index = comment.end;
      spaced = true;
      continue;
    }
    const string = stringAt(text, index, end, profile, unclosed);
    if (string) {
      if (string.form.document) {
        tokens.push({ kind: 'string', text: '', at: string.at, spaced, form: string.form, inside: { start: end, end } });
        documents.push({ index: tokens.length - 1, form: string.form, close: string.close });
      } else {
        tokens.push({
          kind: string.form.name ? 'word' : 'string',
          text: text.slice(string.inside.start, string.inside.end),
          spaced,
          ...string,
        });
      }
      index = string.at.end;
      spaced = false;
      continue;
    }
    const bare = profile.bareText && spaced ? match(profile.bareText) : undefined;
    if (bare) {
      const form = profile.strings.find(({ holes }) => holes !== undefined);
      const at = { start: index, end: index + bare[0].length };
      add('string', bare[0].length, { inside: at, ...(form && { form }) });
      continue;
    }
    const word = match(profile.word);
    if (word) {
      add('word', word[0].length);
      if (profile.generics) index += match(generic)?.[0].length ?? 0;
      continue;
    }
    const digits = match(number);
    if (digits) add('number', digits[0].length);
    else if ('([{'.includes(character)) add('open', 1);
    else if (')]}'.includes(character)) add('close', 1);
    else add('mark', match(marks)?.[0].length ?? 1);
  }
  return { tokens, comments };
}

function commentAt(text: string, index: number, end: number, { comments }: Profile): Span | undefined {
  for (const [open, close] of comments) {
    open.lastIndex = index;
    const [found] = open.exec(text) ?? [];
    if (found === undefined) continue;
    const stop = text.indexOf(close, index + found.length);
    if (stop === -1 || stop >= end) return { start: index, end };
    return { start: index, end: close === '\n' ? stop - (text.charAt(stop - 1) === '\r' ? 1 : 0) : stop + close.length };
  }
  return undefined;
}

interface StringAt {
  readonly at: Span;
  readonly inside: Span;
  readonly form: StringForm;
  readonly close: string;
}

function stringAt(text: string, index: number, end: number, { strings }: Profile, unclosed: Map<StringForm, number>): StringAt | undefined {
  for (const form of strings) {
    if (index < (unclosed.get(form) ?? 0)) continue;
    form.open.lastIndex = index;
    const [opened, ...groups] = form.open.exec(text) ?? [];
    if (opened === undefined || index + opened.length > end) continue;
    const close = form.close.replace(/\$(\d)/g, (_, group: string) => groups[Number(group) - 1] ?? '');
    const begin = index + opened.length;
    if (form.document) return { at: { start: index, end: begin }, inside: { start: begin, end: begin }, form, close };
    const stop = closing(text, begin, end, form, close);
    if (stop === undefined) {
      const lineEnd = text.indexOf('\n', begin);
      unclosed.set(form, form.lines || lineEnd === -1 ? end : lineEnd);
      continue;
    }
    return { at: { start: index, end: stop + close.length }, inside: { start: begin, end: stop }, form, close };
  }
  return undefined;
}

/** The offset at which a string ends. Single-line strings that are too long to be written by hand are read to their end, too. */
function closing(text: string, begin: number, end: number, { escape, lines, holes = [] }: StringForm, close: string): number | undefined {
  const [first = ''] = close;
  let depth = 0;
  for (let index = begin; index < end; index += 1) {
    const character = text.charAt(index);
    if (character === '\n' && !lines) return undefined;
    if (
      escape !== undefined &&
      escape !== 'doubled' &&
      character === escape &&
      !(escape === '\\' && text.charAt(index + 1) === '(' && holes.some((hole) => hole.close === ')'))
    ) {
      index += 1;
      continue;
    }
    // `"${map["key"]}"`: quotes in an interpolation do not end the string.
    if (depth > 0) {
      if (character === '{' || character === '(') depth += 1;
      else if (character === '}' || character === ')') depth -= 1;
      continue;
    }
    const hole = character === first ? undefined : openedBy(text, index, holes);
    if (hole !== undefined && isClosedOnLine(text, index + hole, end)) {
      depth = 1;
      index += hole - 1;
      continue;
    }
    if (character !== first || !text.startsWith(close, index)) continue;
    if (escape !== 'doubled' || text.charAt(index + close.length) !== first || close.length > 1) return index;
    index += 1;
  }
  return undefined;
}

/** The length of the mark that opens an interpolated expression. */
function openedBy(text: string, index: number, holes: StringForm['holes']): number | undefined {
  for (const { open, close } of holes ?? []) {
    if (close === undefined) continue;
    open.lastIndex = index;
    const found = open.exec(text);
    if (found) return found[0].length;
  }
  return undefined;
}

/** Most characters of an expression in a string. */
const MAX_HOLE = 300;

/** Whether an open bracket is closed on the same line; otherwise it is an ordinary character. */
function isClosedOnLine(text: string, from: number, end: number): boolean {
  let depth = 1;
  for (let index = from; index < Math.min(end, from + MAX_HOLE); index += 1) {
    const character = text.charAt(index);
    if (character === '\n') return false;
    if (character === '{' || character === '(') depth += 1;
    else if ((character === '}' || character === ')') && (depth -= 1) === 0) return true;
  }
  return false;
}

/** Fills in a here-document whose lines begin at `index`. Returns where they end. */
function readDocument(
  text: string,
  index: number,
  end: number,
  { index: at, close }: { readonly index: number; readonly close: string },
  tokens: Token[],
): number | undefined {
  const token = tokens[at];
  for (let line = index; line < end && token;) {
    const newline = text.indexOf('\n', line);
    const stop = newline === -1 || newline > end ? end : newline;
    if (
      text
        .slice(line, Math.min(stop, line + 200))
        .trim()
        .replace(/[;,)]{1,3}$/, '') === close
    ) {
      tokens[at] = {
        ...token,
        inside: { start: index, end: Math.max(index, line - 1) },
        text: text.slice(index, Math.max(index, line - 1)),
      };
      return stop;
    }
    line = stop + 1;
  }
  return undefined; // without an end, it is no here-document
}
