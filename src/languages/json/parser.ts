import { type DocumentNode, evaluate, parse } from '@humanwhocodes/momoa';

export type { ObjectNode, ValueNode } from '@humanwhocodes/momoa';

/** Parses JSON, JSONC or JSON5, with the ranges of nodes and tokens; throws if it is none of them. */
export function parseJson(text: string): DocumentNode {
  return parse(text, { mode: 'json5', allowTrailingCommas: true, ranges: true, tokens: true });
}

/** The value that a text of JSON, JSONC or JSON5 stands for; throws if it is none of them. */
export function jsonValue(text: string): unknown {
  return evaluate(parse(text.replace(/^\uFEFF/, ''), { mode: 'json5', allowTrailingCommas: true }));
}
