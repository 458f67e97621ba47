/** The HCL reader, for Terraform and related tools. */
import { limited } from '../../source/edits.js';
import type { Binding, Call, Contents, Entry, Name, SourceFile, Span, Table, Value } from '../../source/model.js';
import { innermost } from '../../source/span.js';
import { unknown } from '../../source/values.js';
import { readEmbedded, together as withScripts } from '../shell/index.js';
import { parseHcl } from './parser.js';
import { naming } from './named-values.js';
import { Reading } from './reading.js';
import { spelling } from './edits.js';
import { scriptsIn } from './scripts.js';
import type { Attribute, Block } from './tree.js';

/**
 * Reads a file. A block becomes a call of module `terraform`: `resource "cloudflare_zone" "main" { … }` calls `resource.cloudflare_zone` with the
 * text "main" and a table. Nested blocks are entries of that table: a list, if several have the same name.
 */
export function readHcl(text: string, path: string): SourceFile {
  const { body, comments } = parseHcl(text);
  const reading = new Reading(body);
  // Declarations come first, so that their values are bound to the names of the variables.
  const declarations = ofDeclarations(reading, body);
  const assignments = body.flatMap((item) => (item.type === 'attribute' ? [ofAttribute(reading, item, [])] : []));
  const calls = body.flatMap((item) => (item.type === 'block' ? [ofBlock(reading, item)] : []));
  const scripts = scriptsIn(body, reading);
  const scriptAround = innermost(scripts.map(({ at }) => at));
  const own: Contents = {
    texts: reading.texts().filter(({ at }) => !scriptAround(at)),
    comments,
    tables: reading.tables,
    calls: [...calls, ...reading.calls],
    bindings: [...declarations, ...assignments],
    reads: reading.reads,
  };
  const contents = scripts.length === 0 ? own : withScripts([own, ...scripts.map((script) => readEmbedded(script, false))]);
  return { language: 'hcl', path, text, ...contents, edits: limited(spelling(text)) };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function ofBlock(reading: Reading, block: Block): Call {
  const [first, ...labels] = block.labels;
  const names = [...block.labels.map(({ text }) => text)];
  const callee: Name = { kind: 'name', module: 'terraform', path: [block.name, ...(first ? [first.text] : [])], at: block.nameAt };
  const table = tableOf(reading, block, block.name === 'variable' ? [] : names);
  return {
    kind: 'call',
    callee,
    arguments: [...labels.map((label) => reading.text(label, [])), table],
    open: false,
    new: false,
    inside: [],
    at: spanOf(block),
    calleeAt: block.nameAt,
  };
}

/** The attributes and blocks of a block. A `dynamic` block may produce any number of blocks. */
function tableOf(reading: Reading, { body, start, end }: Block, names: readonly string[]): Table {
  const called = naming(body.flatMap((item) => (item.type === 'attribute' ? [{ key: item.name, value: item.value }] : [])));
  const entries = body.flatMap((item): readonly Entry[] => {
    if (item.type === 'attribute') {
      const value = reading.value(item.value, [...names, called(item.name)]);
      return [{ key: item.name, keyAt: item.nameAt, value, at: spanOf(item), maybe: false }];
    }
    const [label] = item.labels;
    const content = item.body.find((inner): inner is Block => inner.type === 'block' && inner.name === 'content');
    const dynamic = item.name === 'dynamic' && label && content ? { key: label.text, of: content } : undefined;
    const { key, of } = dynamic ?? { key: item.name, of: item };
    return [{ key, keyAt: item.nameAt, value: tableOf(reading, of, [...names, key]), at: spanOf(item), maybe: dynamic !== undefined }];
  });
  const table: Table = { kind: 'table', entries: together(entries, body), open: false, names, at: { start, end } };
  reading.tables.push(table);
  return table;
}

/** Combines blocks with the same name into one entry with a list. */
function together(entries: readonly Entry[], body: Block['body']): readonly Entry[] {
  const blocks = new Map<string, Entry[]>();
  return entries.flatMap((entry, index): readonly Entry[] => {
    if (body[index]?.type !== 'block') return [entry];
    const before = blocks.get(entry.key);
    blocks.set(entry.key, [...(before ?? []), entry]);
    if (before) return [];
    const lists = entries.filter((each, other) => each.key === entry.key && body[other]?.type === 'block');
    const items = lists.map(({ value }) => value);
    return items.length === 1
      ? [entry]
      : [{ ...entry, value: { kind: 'list', items, open: lists.some(({ maybe }) => maybe), at: entry.at } }];
  });
}

function ofAttribute(reading: Reading, { name, nameAt, value, start, end }: Attribute, names: readonly string[]): Binding {
  const all = [...names, name];
  return { names: all, value: reading.value(value, all), target: undefined, nameAt, at: { start, end } };
}

/** Bindings of `locals { name = … }`, and of the defaults of variables. */
function ofDeclarations(reading: Reading, body: Block['body']): readonly Binding[] {
  return body.flatMap((item): readonly Binding[] => {
    if (item.type !== 'block') return [];
    const attributes = item.body.flatMap((inner) => (inner.type === 'attribute' ? [inner] : []));
    if (item.name === 'locals') return attributes.map((attribute) => ofAttribute(reading, attribute, []));
    const [label] = item.labels;
    const given = attributes.find(({ name }) => name === 'default');
    if (item.name !== 'variable' || !label || !given) return [];
    const value: Value = reading.value(given.value, [label.text]);
    return [
      {
        names: [label.text],
        value: value.kind === 'opaque' ? unknown(value.at) : value,
        target: undefined,
        nameAt: spanOf(label),
        at: spanOf(given),
      },
    ];
  });
}
