/** The YAML reader: uses the tree of `yaml-eslint-parser`, and resolves aliases and merges. */
import type { AST } from 'yaml-eslint-parser';
import { type DataFile, type Datum, MAX_DEPTH, nothing, type Pair, type Scalar, spanOf } from '../data/datum.js';
import { stringOf } from './strings.js';

export type YamlProgram = AST.YAMLProgram;

/** Most entries that merges add to a mapping. */
const MAX_MERGED = 2_000;

/** `written` is the file; `text`, of the same length, is what the parser read. */
export function yamlData({ body }: YamlProgram, text: string, written = text): DataFile['documents'] {
  return body.flatMap(({ content }) => (content ? [new Document(text, written).read(content, 0)] : []));
}

/** A document, which is the scope of its anchors. */
class Document {
  private readonly anchors = new Map<string, Datum>();

  constructor(
    private readonly text: string,
    private readonly written: string,
  ) {}

  read(node: AST.YAMLContent | AST.YAMLWithMeta | null | undefined, depth: number): Datum {
    const at = node ? spanOf(node) : { start: 0, end: 0 };
    if (!node || depth > MAX_DEPTH) return nothing(at);
    switch (node.type) {
      case 'YAMLWithMeta': {
        const value = this.read(node.value, depth);
        // An anchor is defined only after its whole value has been read, so that no value can contain itself.
        if (node.anchor) this.anchors.set(node.anchor.name, value);
        return value;
      }
      case 'YAMLAlias': {
        const of = this.anchors.get(node.name);
        return of ? { kind: 'alias', of, at } : nothing(at);
      }
      case 'YAMLMapping':
        return { kind: 'mapping', pairs: this.pairs(node.pairs, depth), at };
      case 'YAMLSequence':
        return { kind: 'sequence', items: node.entries.map((each) => this.read(each, depth + 1)), at };
      default:
        return (
          this.string(node) ?? {
            kind: 'scalar',
            value: typeof node.value === 'object' ? null : (node.value as number | boolean),
            at,
          }
        );
    }
  }

  private string(node: AST.YAMLScalar): Scalar | undefined {
    const found = stringOf(node, this.text);
    if (!found?.pieces || this.text === this.written) return found;
    // Restores templates. Blank pieces stay as they are: the line of a control structure may begin left of the block that contains it.
    const pieces = found.pieces.map((piece) =>
      piece.exact && /\S/.test(piece.text) ? { ...piece, text: this.written.slice(piece.at.start, piece.at.end) } : piece,
    );
    return { ...found, pieces };
  }

  private pairs(pairs: readonly AST.YAMLPair[], depth: number): readonly Pair[] {
    const own: Pair[] = [];
    const merged: Pair[] = [];
    for (const { key, value, range } of pairs) {
      const keyNode = key?.type === 'YAMLWithMeta' ? key.value : key;
      if (keyNode?.type !== 'YAMLScalar') continue; // no key, or a collection as key
      const name = 'strValue' in keyNode ? keyNode.strValue : keyNode.value;
      const held = this.read(value, depth + 1);
      if (name === '<<') merged.push(...mergedPairs(held));
      else own.push({ key: name, keyAt: spanOf(keyNode), value: held, at: { start: range[0], end: range[1] } });
    }
    const names = new Set(own.map(({ key }) => key));
    return [...merged.filter(({ key }) => !names.has(key)).slice(0, MAX_MERGED), ...own];
  }
}

/** The pairs of the mapping that is merged in, or of a sequence of mappings, the first of which has precedence. */
function mergedPairs(value: Datum): readonly Pair[] {
  const from = value.kind === 'alias' ? value.of : value;
  if (from.kind === 'sequence') return [...from.items].reverse().flatMap(mergedPairs).slice(0, MAX_MERGED);
  return from.kind === 'mapping' ? from.pairs.map((pair) => ({ ...pair, value: aliasOf(pair.value) })) : [];
}

function aliasOf(value: Datum): Datum {
  return value.kind === 'alias' ? value : { kind: 'alias', of: value, at: value.at };
}
