/** The JSON reader: uses the trees of `@eslint/json` (Momoa) and `jsonc-eslint-parser`, for JSON, JSONC and JSON5. */
import type { AST } from 'jsonc-eslint-parser';
import { type DataFile, type Datum, MAX_DEPTH, nothing, type Pair, type Scalar, spanOf } from '../data/datum.js';
import { aligned, escaped, run } from '../data/strings.js';

export type JsonProgram = AST.JSONProgram;

interface Ranged {
  readonly range?: readonly [number, number] | undefined;
}

/** The nodes of `@eslint/json`, as far as they are needed: the plugin does not depend on the package. */
export type Momoa = Ranged &
  (
    | { readonly type: 'Object'; readonly members: readonly MomoaMember[] }
    | { readonly type: 'Array'; readonly elements: readonly { readonly value: Momoa }[] }
    | { readonly type: 'String'; readonly value: string }
    | { readonly type: 'Number' | 'Boolean'; readonly value: number | boolean }
    | { readonly type: 'Null' | 'NaN' | 'Infinity' | 'Identifier' }
  );

interface MomoaMember extends Ranged {
  readonly name: Ranged & { readonly type: string; readonly value?: string; readonly name?: string };
  readonly value: Momoa;
}

/** Reads the tree of `@eslint/json`. */
export function momoaData(body: Momoa, text: string): DataFile['documents'] {
  const read = (node: Momoa, depth: number): Datum => {
    const at = spanOf(node);
    if (depth > MAX_DEPTH) return nothing(at);
    switch (node.type) {
      case 'Object':
        return { kind: 'mapping', pairs: node.members.map((each) => member(each, depth)), at };
      case 'Array':
        return { kind: 'sequence', items: node.elements.map(({ value }) => read(value, depth + 1)), at };
      case 'String':
        return string(node.value, text, at);
      case 'Number':
      case 'Boolean':
        return { kind: 'scalar', value: node.value, at };
      default:
        return nothing(at);
    }
  };
  const member = ({ name, value, range }: MomoaMember, depth: number): Pair => ({
    key: name.value ?? name.name ?? '',
    keyAt: spanOf(name),
    value: read(value, depth + 1),
    at: spanOf({ range }),
  });
  return [read(body, 0)];
}

/** Reads the tree of `jsonc-eslint-parser`. */
export function jsoncData({ body: [statement] }: JsonProgram, text: string): DataFile['documents'] {
  const read = (node: AST.JSONExpression, depth: number): Datum => {
    const at = spanOf(node);
    if (depth > MAX_DEPTH) return nothing(at);
    switch (node.type) {
      case 'JSONObjectExpression':
        return { kind: 'mapping', pairs: node.properties.map((each) => property(each, depth)), at };
      case 'JSONArrayExpression':
        return { kind: 'sequence', items: node.elements.flatMap((each) => (each ? [read(each, depth + 1)] : [])), at };
      case 'JSONLiteral':
        if (typeof node.value === 'string') return string(node.value, text, at);
        return { kind: 'scalar', value: typeof node.value === 'object' ? null : node.value, at };
      case 'JSONTemplateLiteral':
        return string(node.quasis[0].value.cooked, text, at);
      case 'JSONUnaryExpression':
        return {
          kind: 'scalar',
          value: 'value' in node.argument && typeof node.argument.value === 'number' ? -node.argument.value : null,
          at,
        };
      default:
        return nothing(at);
    }
  };
  const property = ({ key, value, range }: AST.JSONProperty, depth: number): Pair => ({
    key: key.type === 'JSONIdentifier' ? key.name : String(key.value),
    keyAt: spanOf(key),
    value: read(value, depth + 1),
    at: spanOf({ range }),
  });
  return [read(statement.expression, 0)];
}

function string(value: string, file: string, at: Scalar['at']): Scalar {
  const inner = { start: at.start + 1, end: at.end - 1 };
  const plain = file.slice(inner.start, inner.end) === value;
  const pieces = plain ? run(file, inner.start, inner.end) : aligned(value, escaped(file, inner.start, inner.end), inner);
  return { kind: 'scalar', pieces, at };
}
