/** Requests and environments of Bruno: https://docs.usebruno.com/bru-lang/overview */
import type { Call, Entry, SourceFile, Span, Table, Text, Value } from '../../source/model.js';
import { unwrapHole } from '../../source/values.js';
import { textAt, trimmed } from '../settings/holes.js';
import { linesOf } from '../settings/lines.js';
import { callOf, variable } from './request.js';

/** A block of a file: `headers { … }`. Its entries are empty if it holds a text, such as a script. */
interface Block {
  readonly name: string;
  readonly nameAt: Span;
  readonly entries: readonly Entry[];
  readonly at: Span;
}

/** Reads a file of Bruno. The request that its blocks describe becomes a call of `fetch`. */
export function readBruno(text: string, path: string): SourceFile {
  const texts: Text[] = [];
  const comments: Span[] = [];
  const blocks = blocksOf(text, texts, comments);
  const settings = blocks.filter(({ name }) => name.startsWith('vars'));
  const call = requestIn(blocks);
  return {
    language: 'http',
    path,
    text,
    texts,
    comments,
    tables: [...settings.map(tableOf), ...(call ? [call.headers] : [])],
    calls: call ? [call.call] : [],
    bindings: [],
    reads: [],
  };
}

function blocksOf(text: string, texts: Text[], comments: Span[]): readonly Block[] {
  const found: Block[] = [];
  let open: (Omit<Block, 'entries'> & { readonly entries: Entry[] }) | undefined;
  for (const line of linesOf(text)) {
    const at = trimmed(text, line);
    const written = text.slice(line.start, line.end);
    const name = open ? undefined : /^([\w:-]+) ?[{[]\s*$/.exec(written)?.[1];
    if (/^\s*(?:#|\/\/)/.test(written)) comments.push(at);
    else if (name !== undefined) open = { name, nameAt: { start: line.start, end: line.start + name.length }, entries: [], at: line };
    else if (open && /^[}\]]\s*$/.test(written)) {
      found.push({ ...open, at: { start: open.at.start, end: line.end } });
      open = undefined;
    } else if (!open) texts.push(textAt(text, at, []));
    else if (at.start < at.end) {
      const key = isText(open.name) ? undefined : /^([\w.-]+):[ \t]*/.exec(text.slice(at.start, at.end));
      const value = textAt(text, { start: at.start + (key?.[0].length ?? 0), end: at.end }, key ? [open.name, key[1] ?? ''] : [], variable);
      texts.push(value);
      if (key) open.entries.push(entry(key[1] ?? '', { start: at.start, end: at.start + (key[1] ?? '').length }, unwrapHole(value), at));
    }
  }
  return found;
}

/** Whether the lines of a block are not keys with values. */
function isText(name: string): boolean {
  return /^(?:body:(?!form|multipart)|script|tests?$|docs$)/.test(name);
}

/** The request and its headers: those of `headers`, and the token of `auth:bearer`. */
function requestIn(blocks: readonly Block[]): { readonly call: Call; readonly headers: Table } | undefined {
  const request = blocks.find(({ name }) => /^(?:get|head|post|put|patch|delete|options)$/.test(name));
  const url = request?.entries.find(({ key }) => key === 'url')?.value;
  if (!request || !url) return undefined;
  const headers = blocks.flatMap(({ name, entries }) =>
    name === 'headers' ? entries : name === 'auth:bearer' ? entries.flatMap(bearer) : [],
  );
  return callOf({ at: request.at, methodAt: request.nameAt, method: request.name.toUpperCase(), url, headers });
}

function bearer({ key, keyAt, value, at }: Entry): readonly Entry[] {
  if (key !== 'token') return [];
  const held = value.kind === 'text' ? value.parts : [{ kind: 'hole' as const, value, at: value.at }];
  const scheme = { kind: 'piece', text: 'Bearer ', at: value.at, exact: false } as const;
  const text: Text = { kind: 'text', parts: [scheme, ...held], names: ['headers', 'Authorization'], fallbackFor: undefined, at: value.at };
  return [entry('Authorization', keyAt, text, at)];
}

function tableOf({ name, entries, at }: Block): Table {
  return { kind: 'table', entries, open: false, names: [name], at };
}

function entry(key: string, keyAt: Span, value: Value, at: Span): Entry {
  return { key, keyAt, value, at, maybe: false };
}
