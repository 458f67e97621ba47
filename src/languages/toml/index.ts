/** The TOML reader: uses the tree of `toml-eslint-parser`, and nests its tables as their headers specify. */
import type { AST } from 'toml-eslint-parser';
import {
  type DataFile,
  type Datum,
  type Mapping,
  MAX_DEPTH,
  nothing,
  type Pair,
  type Scalar,
  type Sequence,
  spanOf,
} from '../data/datum.js';
import { aligned, escaped, run } from '../data/strings.js';

export type TomlProgram = AST.TOMLProgram;

/** A table that is still being filled. Keys are indexed because they are looked up for each of possibly thousands of headers. */
interface Growing extends Mapping {
  readonly pairs: Pair[];
  readonly byKey: Map<string, Datum>;
}

/** Reads the tree of `toml-eslint-parser`. */
export function tomlData({ body: [top] }: TomlProgram, text: string): DataFile['documents'] {
  const root = table(spanOf(top));
  for (const node of top.body) {
    const into = node.type === 'TOMLKeyValue' ? root : tableAt(root, node);
    for (const each of node.type === 'TOMLKeyValue' ? [node] : node.body) put(into, each, text, 0);
  }
  return [root];
}

function table(at: Mapping['at']): Growing {
  return { kind: 'mapping', pairs: [], byKey: new Map(), at };
}

/** The table that a header opens: `[a.b]` once, `[[a.b]]` a new one each time. */
function tableAt(root: Growing, header: AST.TOMLTable): Growing {
  const { keys } = header.key;
  const outer = keys.slice(0, -1).reduce((inside, key) => below(inside, key, header), root);
  const last = keys[keys.length - 1];
  if (!last) return outer;
  if (header.kind === 'standard') return below(outer, last, header);
  const inner = table(spanOf(header));
  const known = outer.byKey.get(nameOf(last));
  if (known?.kind === 'sequence') (known.items as Datum[]).push(inner);
  else add(outer, last, { kind: 'sequence', items: [inner], at: spanOf(header) }, spanOf(header));
  return inner;
}

/** Returns the table below a key, and creates it if needed; for an array of tables, the last one. */
function below(outer: Growing, key: AST.TOMLBare | AST.TOMLQuoted, holder: AST.TOMLTable | AST.TOMLKeyValue): Growing {
  const known = outer.byKey.get(nameOf(key));
  const inner = known?.kind === 'sequence' ? known.items.at(-1) : known;
  if (inner?.kind === 'mapping') return inner as Growing;
  const made = table(spanOf(holder));
  add(outer, key, made, spanOf(holder));
  return made;
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

function add({ pairs, byKey }: Growing, key: AST.TOMLBare | AST.TOMLQuoted, value: Datum, at: Pair['at']): void {
  const name = nameOf(key);
  pairs.push({ key: name, keyAt: spanOf(key), value, at });
  if (!byKey.has(name)) byKey.set(name, value);
}

function put(into: Growing, node: AST.TOMLKeyValue, text: string, depth: number): void {
  const { keys } = node.key;
  const holder = keys.slice(0, -1).reduce((outer, key) => below(outer, key, node), into);
  const last = keys[keys.length - 1];
  if (last) add(holder, last, read(node.value, text, depth + 1), spanOf(node));
}

function read(node: AST.TOMLContentNode, text: string, depth: number): Datum {
  const at = spanOf(node);
  if (depth > MAX_DEPTH) return nothing(at);
  if (node.type === 'TOMLArray')
    return { kind: 'sequence', items: node.elements.map((each) => read(each, text, depth + 1)), at } satisfies Sequence;
  if (node.type === 'TOMLInlineTable') {
    const inner = table(at);
    for (const each of node.body) put(inner, each, text, depth);
    return inner;
  }
  if (node.kind === 'string') return string(node, text);
  return { kind: 'scalar', value: typeof node.value === 'boolean' || typeof node.value === 'number' ? node.value : null, at };
}

function string(node: AST.TOMLStringValue, file: string): Scalar {
  const at = spanOf(node);
  const quotes = node.multiline ? 3 : 1;
  const inner = { start: at.start + quotes, end: at.end - quotes };
  if (file.slice(inner.start, inner.end) === node.value) return { kind: 'scalar', pieces: run(file, inner.start, inner.end), at };
  if (file.charAt(inner.start) === '\r') inner.start += 1;
  if (node.multiline && file.charAt(inner.start) === '\n') inner.start += 1;
  const given = node.style === 'literal' ? run(file, inner.start, inner.end) : escaped(file, inner.start, inner.end, escape);
  return {
    kind: 'scalar',
    pieces: aligned(node.value, given, inner),
    at,
  };
}

/** In a multi-line string, a backslash at the end of a line removes the line break and the blanks after it. */
const escape = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|\s+|\S)/g;
