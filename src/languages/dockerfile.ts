/**
 * The Dockerfile reader. It turns a Dockerfile into a script and has the shell reader read that: `ENV` and `ARG` become exports and commands of these
 * names; `RUN`, `CMD` and `ENTRYPOINT` the commands in them.
 */
import type { SourceFile, Span } from '../source/model.js';
import { readShell } from './shell/index.js';

/** Reads a Dockerfile. Instructions that neither run nor set anything are skipped. */
export function readDockerfile(text: string, path: string): SourceFile {
  const script = new Script();
  const comments: Span[] = [];
  let offset = 0;
  while (offset < text.length) {
    const { end, comments: inside, blank } = instructionEnd(text, offset);
    comments.push(...inside);
    const written = withoutLines(text.slice(offset, end), offset, [...inside, ...blank]);
    offset = (written.trim() === '' ? end : instruction(script, text, written, offset, end)) + 1;
  }
  const { comments: inScripts, ...contents } = readShell(script.text, (start, stop) => script.placed(start, stop));
  return {
    language: 'dockerfile',
    path,
    text,
    ...contents,
    comments: [...comments, ...inScripts].sort((one, other) => one.start - other.start),
  };
}

interface Instruction {
  readonly end: number;
  /** Lines within it that are not part of it: comments and blank lines. */
  readonly comments: readonly Span[];
  readonly blank: readonly Span[];
}

/** Finds the end of an instruction, which continues after a backslash at the end of a line. */
function instructionEnd(text: string, start: number): Instruction {
  const comments: Span[] = [];
  const blank: Span[] = [];
  let offset = start;
  for (;;) {
    const newline = text.indexOf('\n', offset);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(offset, end);
    const indent = line.length - line.trimStart().length;
    const span = { start: offset + indent, end: offset + line.trimEnd().length };
    const isComment = line.startsWith('#', indent);
    const isBlank = line.trim() === '' && offset > start;
    if (isComment) comments.push(span);
    else if (isBlank) blank.push({ start: offset, end: offset });
    const goesOn = isComment || isBlank ? offset > start : /[\\`]\s*$/.test(line.slice(-50));
    if (!goesOn || end === text.length) return { end, comments, blank };
    offset = end + 1;
  }
}

/** Replaces lines that are not part of an instruction by spaces, so that the shell sees the lines around them as one. */
function withoutLines(written: string, offset: number, lines: readonly Span[]): string {
  let text = '';
  let from = 0;
  for (const { start, end } of [...lines].sort((one, other) => one.start - other.start)) {
    const stop = written.indexOf('\n', end - offset);
    const to = stop === -1 ? written.length : stop + 1;
    text += written.slice(from, start - offset) + ' '.repeat(Math.max(0, to - (start - offset)));
    from = to;
  }
  return text + written.slice(from);
}

/** Adds an instruction to the script. Returns where it ends, after any here-documents that belong to it. */
function instruction(script: Script, text: string, written: string, offset: number, end: number): number {
  const [head = '', name = ''] = /^\s*(?:ONBUILD\s+)?([A-Z]+)\s+/i.exec(written) ?? [];
  const keyword = { start: offset + written.indexOf(name), end: offset + written.indexOf(name) + name.length };
  const start = offset + head.length;
  const rest = written.slice(head.length);
  switch (name.toUpperCase()) {
    case 'ENV':
    case 'ARG':
      variables(script, name.toUpperCase(), rest, start, keyword);
      return end;
    case 'RUN': {
      const flags = /^(?:--[\w-]+(?:=\S*)?\s+)*/.exec(rest)?.[0].length ?? 0;
      const document = /^<<-?(["']?)(\w+)\1\s*$/.exec(rest.slice(flags));
      const stop = documentEnd(text, end, document?.[2] ?? /<<-?["']?(\w+)/.exec(rest)?.[1]);
      // Each `RUN` has its own shell.
      script.synthetic('(', { start, end: start });
      if (document) script.written(text.slice(end + 1, text.lastIndexOf('\n', stop - 1) + 1), end + 1);
      else command(script, rest.slice(flags) + text.slice(end, stop), start + flags);
      script.synthetic(')\n', { start: stop, end: stop });
      return stop;
    }
    case 'CMD':
    case 'ENTRYPOINT':
      command(script, rest, start);
      return end;
    case 'HEALTHCHECK': {
      const before = /^[^\n]*?\bCMD\s+/.exec(rest)?.[0].length;
      if (before !== undefined) command(script, rest.slice(before), start + before);
      return end;
    }
    default:
      return end;
  }
}

/** `ENV A=b C="d e"`, or `ENV A all the rest`. */
function variables(script: Script, name: string, rest: string, start: number, keyword: Span): void {
  const [before = '', variable = ''] = /^(\w+)[^\S\n]+(?=[^\s=\\])/.exec(rest) ?? [];
  const add = (word: string): void => {
    script.synthetic(`${word} `, keyword);
    if (before === '') script.written(rest, start);
    else {
      script.written(variable, start);
      script.synthetic('="', { start: start + variable.length, end: start + variable.length });
      script.written(rest.slice(before.length).replace(/"/g, "'"), start + before.length);
      script.synthetic('"', keyword);
    }
    script.synthetic('\n', keyword);
  };
  add('export');
  add(name);
}

function command(script: Script, rest: string, start: number): void {
  // Without brackets and commas, `["curl", "-H", "…"]` is the same words to a shell.
  const isList = /^\s*\[\s*"[\s\S]*\]\s*$/.test(rest);
  const words = isList ? rest.replace(/"(?:[^"\\]|\\.)*"?|[[\],]/g, (each) => (each.length === 1 ? ' ' : each)) : rest;
  script.written(words, start);
  script.synthetic('\n', { start, end: start });
}

/** Where a here-document after an instruction ends: at the line that is its delimiter. */
function documentEnd(text: string, end: number, word: string | undefined): number {
  for (let line = end + 1; word !== undefined && line < text.length;) {
    const newline = text.indexOf('\n', line);
    const stop = newline === -1 ? text.length : newline;
    if (text.slice(line, stop).trim() === word) return stop;
    line = stop + 1;
  }
  return end;
}

/** A script composed of parts of a file and of words that are not in the file. */
class Script {
  text = '';
  private readonly parts: { readonly start: number; readonly end: number; readonly at: Span; readonly isWritten: boolean }[] = [];

  written(text: string, start: number): void {
    this.add(text, { start, end: start + text.length }, true);
  }

  synthetic(text: string, at: Span): void {
    this.add(text, at, false);
  }

  private add(text: string, at: Span, isWritten: boolean): void {
    if (text === '') return;
    this.parts.push({ start: this.text.length, end: this.text.length + text.length, at, isWritten });
    this.text += text;
  }

  /** Returns where characters of the script are in the file. */
  placed(start: number, end: number): Span {
    const first = this.partAt(start);
    const last = this.partAt(Math.max(start, end - 1));
    if (!first || !last) return { start: 0, end: 0 };
    const from = first.isWritten ? first.at.start + (start - first.start) : first.at.start;
    const to = last.isWritten ? last.at.start + (end - last.start) : last.at.end;
    return { start: from, end: Math.max(from, to) };
  }

  private partAt(offset: number): (typeof this.parts)[number] | undefined {
    let [low, high] = [0, this.parts.length];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((this.parts[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return this.parts[low];
  }
}
