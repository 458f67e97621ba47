/** The shell reader: reads scripts of Bash and similar shells. */
import { limited } from '../../source/edits.js';
import { Exhausted } from '../../source/exhausted.js';
import type { Binding, Call, Contents, Hole, Name, SourceFile, Span, Text, Value } from '../../source/model.js';
import { noContents, impliedText } from '../../source/values.js';
import { placing } from '../data/strings.js';
import { givenNames, passedNames } from './arguments.js';
import { callOf } from './calls.js';
import { comments } from './comments.js';
import { outputOf } from './output.js';
import { Reading } from './reading.js';
import { spelling } from './edits.js';
import { scriptAmong } from './words.js';
import { mark, type Source, wholeScript } from './source.js';
import { survey } from './survey.js';
import type { Assigned } from './assignments.js';

/** Reads a script file. A file without an extension counts as a script only if its first line names a shell; otherwise only its text is searched. */
export function readShellFile(text: string, path: string): SourceFile {
  const isNamed = path.split(/[/\\]/).at(-1)?.includes('.') === true;
  if (!isNamed && !/^#!.*sh\b/.test(text)) return { ...noContents, language: 'text', path, text };
  const contents = readShell(text, (start, end) => ({ start, end }));
  return { language: 'shell', path, text, ...contents, edits: limited(spelling(text, contents)) };
}

/**
 * Reads a script. `placed` maps its characters to the file, in which they may be indented or escaped, but keep their order.
 *
 * Commands are calls. A variable that the script sets resolves to its value; any other is the name `env.NAME`.
 */
export function readShell(script: string, placed: (start: number, end: number) => Span): Contents {
  return read(wholeScript(script, placed), false, 0);
}

/** Most holes in one script; each has its own mark. */
const MAX_HOLES = 6_000;

/**
 * Reads a script in a string of another language, which interpolates its own values before a shell runs it. The program may capture the script's
 * output.
 */
export function readEmbedded({ parts, at }: Pick<Text, 'parts' | 'at'>, isCaptured: boolean, depth = 0): Contents {
  const holes = new Map<string, Hole>();
  const script = parts.slice(0, MAX_HOLES).map((part) => {
    if (part.kind === 'piece') return part.text;
    const sign = String.fromCharCode(0xe000 + holes.size) + mark;
    holes.set(sign, part);
    return sign;
  });
  return read(wholeScript(script.join(''), placing(parts, at), holes), isCaptured, depth);
}

function read(source: Source, isCaptured: boolean, depth: number): Contents {
  const seen = survey(source, isCaptured);
  const reading = new Reading(seen, { call: callOf, output: outputOf });
  const calls = seen.commands.filter(({ node }) => node.name).map((written) => callOf(reading, written));
  const bindings = [...seen.assigned.flatMap((each) => bindingOf(reading, each)), ...calls.flatMap(givenNames)];
  const texts = [
    ...seen.words.map(({ node, source: own }) => reading.value(node, own)),
    ...calls.flatMap((call) => call.arguments),
    ...bindings.map(({ value }) => value),
    ...seen.documents.map(({ node, source: own }) => reading.document(node, own)),
  ];
  const own = {
    texts: writtenOnce(texts),
    comments: comments(source.text, seen).map(({ start, end }) => source.placed(start, end)),
    tables: [],
    calls,
    bindings,
    reads: [...readsOf(reading), ...calls.flatMap(passedNames)],
  };
  if (reading.isExhausted) throw new Exhausted();
  return together([own, ...calls.flatMap((call) => inside(call, isCaptured, depth))]);
}

/** Longest tested word in which names are marked as only tested; longer ones are not variables. */
const MAX_TESTED = 200;

/** All names that are read; those in words that are only tested are marked as such. */
function readsOf({ reads, survey: { words, tested } }: Reading): readonly Name[] {
  if (tested.size === 0) return [...reads.values()];
  const places = new Set<number>();
  for (const { node, source } of words) {
    const { start, end } = source.placed(node.pos, node.end);
    if (tested.has(node)) for (let offset = start; offset < Math.min(end, start + MAX_TESTED); offset += 1) places.add(offset);
  }
  return [...reads.values()].map((name) => (places.has(name.at.start) ? { ...name, onlyTested: true } : name));
}

/** Deepest nesting of scripts in scripts that is read. */
const MAX_DEPTH = 3;

/** Reads the script that a command passes to another shell: `sudo bash -c '…'`. */
function inside({ callee, arguments: values }: Call, isCaptured: boolean, depth: number): readonly Contents[] {
  if (depth >= MAX_DEPTH) return [];
  const words = [nameAsText(callee), ...values];
  const script = words[scriptAmong(words) ?? words.length];
  return script?.kind === 'text' ? [readEmbedded(script, isCaptured, depth + 1)] : [];
}

function nameAsText({ at, ...callee }: Call['callee']): Text {
  const text = callee.kind === 'name' ? (callee.path[0] ?? '') : '';
  return impliedText(text, at);
}

/** Merges the contents of a script and of those embedded in it, in the order of the text. */
export function together(all: readonly Contents[]): Contents {
  const inOrder = <T extends { readonly at: Span }>(list: (contents: Contents) => readonly T[]): readonly T[] =>
    all.flatMap(list).sort((one, other) => one.at.start - other.at.start);
  return {
    texts: inOrder(({ texts }) => texts),
    comments: all.flatMap(({ comments: each }) => each).sort((one, other) => one.start - other.start),
    tables: inOrder(({ tables }) => tables),
    calls: inOrder(({ calls }) => calls),
    bindings: inOrder(({ bindings }) => bindings),
    reads: inOrder(({ reads }) => reads),
    conditional: all.flatMap(({ conditional = [] }) => conditional).sort((one, other) => one.start - other.start),
  };
}

function bindingOf(reading: Reading, assigned: Assigned): readonly Binding[] {
  const { source, value, start, nameEnd, end, items } = assigned;
  if (!value || items) return [];
  const names = reading.namesOf(assigned);
  const nameAt = source.placed(start, nameEnd);
  return [
    {
      names,
      value: reading.given(value, source, undefined, names),
      target: names.length > 1 ? { kind: 'name', path: names, at: nameAt } : undefined,
      nameAt,
      at: source.placed(start, end),
    },
  ];
}

/** Keeps one text for each span: the one that is bound to something, if there are several. */
function writtenOnce(values: readonly Value[]): readonly Text[] {
  const found = new Map<string, Text>();
  for (const value of values) {
    if (value.kind !== 'text' || value.parts.every(({ kind }) => kind === 'hole')) continue;
    const key = [value.at.start, value.at.end].join(' ');
    if (!found.has(key) || value.names.length > 0 || value.fallbackFor) found.set(key, value);
  }
  return [...found.values()].sort((one, other) => one.at.start - other.at.start);
}
