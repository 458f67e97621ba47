/** The settings reader: files with lines that set a value or are instructions to a program. */
import type { Binding, Contents, Entry, Name, SourceFile, Span, Table, Text, Value } from '../../source/model.js';
import { unwrapHole, shape } from '../../source/values.js';
import { readEmbedded, together } from '../shell/index.js';
import { configuresCurl, curlCommand } from './curl.js';
import type { Format } from './format.js';
import { type FormatName, formats } from './formats.js';
import { textAt, trimmed, withoutQuotes, wordOfVariable } from './holes.js';
import { type Line, linesOf } from './lines.js';

/** Reads a file in one of the formats. */
export function readSettings(format: FormatName, text: string, path: string): SourceFile {
  const contents = contentsOf(text, formats[format]);
  const command = format === 'conf' && configuresCurl(path) ? curlCommand(text) : undefined;
  return { language: format, path, text, ...contents, ...(command && { calls: [...contents.calls, command] }) };
}

function contentsOf(text: string, format: Format): Contents {
  const reading = new Reading(text, format);
  for (const line of linesOf(text, format.continuation)) reading.line(line);
  return reading.contents();
}

/** Most words of a line that are read separately. */
const MAX_WORDS = 200;

/** A block in braces: the first word before it, and the last, which distinguishes it from others. */
interface Block {
  readonly name: string;
  readonly called: string;
}

class Reading {
  private readonly texts: Text[] = [];
  private readonly tables: Table[] = [];
  private readonly bindings: Binding[] = [];
  private readonly reads: Name[] = [];
  private readonly comments: Span[] = [];
  private readonly scripts: Contents[] = [];
  private readonly known = new Map<string, Text>();
  /** The settings since the last heading or the last setting that begins a group. */
  private entries: Entry[] = [];
  private section: readonly string[] = [];
  private readonly blocks: Block[] = [];
  private commands: Span[] = [];

  constructor(
    private readonly text: string,
    private readonly format: Format,
  ) {}

  contents(): Contents {
    this.finish();
    this.runCommands();
    const { texts, tables, bindings, reads, comments, scripts } = this;
    return together([{ texts, comments, tables, calls: [], bindings, reads }, ...scripts]);
  }

  line(line: Line): void {
    const at = trimmed(this.text, line);
    const { comment, commands, skips } = this.format;
    if (at.start === at.end || (skips && this.matches(skips, at.start) !== undefined)) return this.runCommands();
    if (this.matches(comment, at.start) !== undefined) return void this.comments.push(at);
    const command = this.isSetting(at) ? undefined : commands && this.matches(commands, line.start);
    if (command !== undefined) {
      this.commands.push({ start: line.start + command, end: at.end });
      return this.format.apart ? this.runCommands() : undefined;
    }
    this.runCommands();
    const heading = /^\[{1,2}([^\]\n]{1,200})\]{1,2}$/.exec(this.text.slice(at.start, Math.min(at.end, at.start + 210)))?.[1];
    if (heading !== undefined) {
      this.finish();
      this.section = [heading.trim()];
    } else if (!this.setting(at) && this.format.words) this.words(at);
  }

  private matches(pattern: RegExp, at: number): number | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(this.text);
    return found?.[0].length;
  }

  /** Whether a line is a setting, in a format that has commands too: it begins with a keyword, or does not look like a command. */
  private isSetting({ start, end }: Span): boolean {
    const { before, environment } = this.format;
    if (before && this.matches(before, start) !== undefined) return true;
    return (
      environment === true &&
      before?.flags.includes('i') !== true &&
      this.nameAt({ start, end }) !== undefined &&
      this.text.charAt(start - 1) !== '\t'
    );
  }

  /** The name that a line assigns a value to, and where the value begins. */
  private nameAt(at: Span): { readonly name: Span; readonly value: number; readonly isSet: boolean } | undefined {
    const { before, separator } = this.format;
    if (!separator) return undefined;
    const set = before && this.matches(before, at.start);
    const from = at.start + (set ?? 0);
    const quoted = /["']/.test(this.text.charAt(from)) ? from + 1 : from;
    const name = /^[\w.$/@:{}<>%*-]{1,120}?(?=\s*[:?+!]{0,3}[=:]|[^\S\n]|["'])/.exec(
      this.text.slice(quoted, Math.min(at.end, quoted + 130)),
    )?.[0];
    if (name === undefined) return undefined;
    const end = quoted + name.length;
    // A key in a fragment of JSON has quotes of its own.
    const close = this.text.charAt(end) === this.text.charAt(quoted - 1) && quoted > from ? 1 : 0;
    const length = this.matches(separator, end + close);
    return length === undefined || end + close + length > at.end
      ? undefined
      : { name: { start: quoted, end }, value: end + close + length, isSet: set !== undefined };
  }

  private setting(at: Span, isBehindWord = false, isFurther = false): boolean {
    const found = this.nameAt(at);
    if (!found) return false;
    const key = this.text.slice(found.name.start, found.name.end);
    const { begins, several, substitution, trailing, scripts, environment } = this.format;
    if (begins?.test(key)) this.finish();
    const isSet = found.isSet || isBehindWord;
    // `login=a, password=b`, `Environment=A=b C=d`
    const rest = this.text.slice(found.value, at.end);
    const next = several && (isSet || environment !== 'behind a word') ? several.exec(rest) : null;
    // What stands in the next line is no part of the last of several.
    const broken = isFurther ? rest.search(/\\\r?\n/) : -1;
    const stop = next ? found.value + next.index : broken === -1 ? at.end : found.value + broken;
    const comment = trailing ? trailing.exec(this.text.slice(found.value, stop)) : null;
    const isOpen = this.text.charAt(found.name.start - 1) !== '"';
    const whole = trimmed(this.text, { start: found.value, end: comment && isOpen ? found.value + comment.index : stop });
    const inside = this.valueIn(whole, found.name);
    const isVariable =
      environment === true ||
      (environment === 'behind a word' && isSet) ||
      (this.section.length === 0 && /^[A-Z][A-Z\d]*(?:_[A-Z\d][A-Za-z\d]*)+$/.test(key));
    const names = isVariable ? ['env', key] : [...this.section, ...this.blocks.map(({ name }) => name), key];
    const text = textAt(this.text, inside, names, this.format.variables, (name) => this.known.get(name));
    if (scripts?.test(key) === true) this.script([text]);
    const isOutput = substitution && /^\(.*\)$/.test(this.text.slice(inside.start, inside.end));
    if (isOutput) this.script([textAt(this.text, { start: inside.start + 1, end: inside.end - 1 }, [])]);
    const value = this.noted(text);
    if (names[0] === 'env') {
      const target: Name = { kind: 'name', path: names, at: found.name };
      this.bindings.push({ names, value, target, nameAt: found.name, at: { start: found.name.start, end: inside.end } });
      // The output of a command is unknown.
      if (isOutput) this.known.delete(key);
      else this.known.set(key, text);
    }
    this.entries.push({
      key,
      keyAt: found.name,
      value,
      at: { start: found.name.start, end: Math.max(found.name.end, inside.end) },
      maybe: false,
    });
    if (next) this.setting({ start: stop + next[0].length, end: at.end }, isSet, true);
    return true;
  }

  /** The value without its quotes, and without a separator at the end of the line. */
  private valueIn(whole: Span, name: Span): Span {
    const last = this.text.charAt(whole.end - 1);
    const end = (last === ',' || last === ';') && whole.end > whole.start ? whole.end - 1 : whole.end;
    const opener = this.text.charAt(name.start - 1);
    // `"NAME=value"`: the quotes are around name and value.
    if (/["']/.test(opener) && this.text.charAt(name.end) !== opener && this.text.charAt(end - 1) === opener)
      return { start: whole.start, end: Math.max(whole.start, end - 1) };
    return withoutQuotes(this.text, { start: whole.start, end: Math.max(whole.start, end) });
  }

  private noted(text: Text): Value {
    const value = unwrapHole(text);
    if (value.kind === 'text') this.texts.push(value);
    for (const part of value.kind === 'text' ? value.parts : [{ kind: 'hole' as const, value, at: value.at }]) {
      if (part.kind === 'hole' && part.value.kind === 'name') this.reads.push(part.value);
    }
    return value;
  }

  /** `proxy_set_header X-Auth-Key "…";`: each word is the value of the word before it. */
  private words(at: Span): void {
    const { text } = this;
    const all = [...text.slice(at.start, at.end).matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"']+/g)]
      .slice(0, MAX_WORDS)
      .map(({ 0: word, index }) => {
        const span = { start: at.start + index, end: at.start + index + word.length };
        return withoutQuotes(text, word.endsWith(';') && word.length > 1 ? { ...span, end: span.end - 1 } : span);
      });
    const [first] = all;
    if (!first) return;
    const word = (span: Span): string => text.slice(span.start, span.end);
    const names = [...this.blocks.slice(-2).flatMap(({ name, called }) => (name === called ? [name] : [name, called])), word(first)];
    const entries = all.slice(1).flatMap((span, index): readonly Entry[] => {
      const keyAt = all[index];
      if (!keyAt || keyAt.end - keyAt.start > MAX_KEY || /^[{;]$/.test(word(span))) return [];
      const key = word(keyAt);
      const value = this.noted(textAt(text, span, index === 0 ? names : [...names, key], this.format.variables));
      return [{ key, keyAt, value, at: { start: keyAt.start, end: span.end }, maybe: false }];
    });
    if (entries.length > 0) this.tables.push({ kind: 'table', entries, open: false, names, at });
    const last = all.at(-1);
    if (last && word(last) === '{') {
      this.finish();
      this.blocks.push({ name: word(first), called: word(all.at(-2) ?? first) });
    } else if (word(first) === '}') {
      this.finish();
      this.blocks.pop();
    }
  }

  private finish(): void {
    const [first] = this.entries;
    const last = this.entries.at(-1);
    if (first && last)
      this.tables.push({
        kind: 'table',
        entries: this.entries,
        open: false,
        names: [...this.section, ...this.blocks.map(({ called }) => called)],
        at: { start: first.at.start, end: last.at.end },
      });
    this.entries = [];
  }

  /** Reads consecutive command lines as one script. */
  private runCommands(): void {
    const commands = this.commands;
    this.commands = [];
    if (commands.length > 0)
      this.script(commands.map((at) => textAt(this.text, at, [], this.format.variables, (name) => this.known.get(name))));
  }

  private script(lines: readonly Text[]): void {
    const parts = lines.flatMap(({ parts: own, at }) => [
      ...own.map((part) => wordOfVariable(part, at)),
      { kind: 'piece' as const, text: '\n', at: { start: at.end, end: at.end }, exact: false },
    ]);
    const { dollar, continuation } = this.format;
    for (const part of parts) if (part.kind === 'hole' && isEnvironment(part.value)) this.reads.push(part.value);
    const written = parts.map((part) => {
      if (part.kind === 'hole') return part;
      // Rewritten to equivalent shell syntax of the same length.
      let text = dollar ? part.text.replaceAll('$$', ' $') : part.text;
      if (continuation === '^')
        text = text
          .replaceAll('\\', '/')
          .replaceAll('^', ' ')
          .replace(/(?<=^|\s)echo[.:]/gi, 'echo ');
      return { ...part, text };
    });
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last || shape({ ...first, parts: written }).trim() === '') return;
    this.scripts.push(readEmbedded({ parts: written, at: { start: first.at.start, end: last.at.end } }, false));
  }
}

const MAX_KEY = 120;

function isEnvironment(value: Value): value is Name {
  return value.kind === 'name' && value.path[0] === 'env';
}
