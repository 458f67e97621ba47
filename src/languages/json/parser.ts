import { type DocumentNode, evaluate, parse } from '@humanwhocodes/momoa';

export type { ObjectNode, ValueNode } from '@humanwhocodes/momoa';

/** Parses JSON, JSONC or JSON5, with ranges of nodes and tokens. Throws if the text is none of them. */
export function parseJson(text: string): DocumentNode {
  return parse(text, { mode: 'json5', allowTrailingCommas: true, ranges: true, tokens: true });
}

/** Evaluates a JSON, JSONC or JSON5 text. Throws if it is none of them. */
export function jsonValue(text: string): unknown {
  return evaluate(parse(text.replace(/^\uFEFF/, ''), { mode: 'json5', allowTrailingCommas: true }));
}
