/** Expressions in the markup of Astro, whose values are written into the page: `<p>{token}</p>`. */
import type { Span } from '../../source/model.js';
import { covering } from '../../source/span.js';

/** Returns the expressions with their brackets, the outermost of nested ones, unless they are in comments or in `except`. */
export function expressionsIn(text: string, except: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  const comments = [...text.matchAll(/<!--[\s\S]*?(?:-->|$)/g)].map(({ 0: all, index }) => ({ start: index, end: index + all.length }));
  const isSkipped = covering([...except, ...comments]);
  let depth = 0;
  let start = 0;
  for (const { 0: bracket, index } of text.matchAll(/[{}]/g)) {
    if (isSkipped({ start: index, end: index + 1 })) continue;
    if (bracket === '{' && depth === 0) start = index;
    depth = Math.max(0, depth + (bracket === '{' ? 1 : -1));
    const isWhole = bracket === '}' && depth === 0 && start > (found.at(-1)?.start ?? -1);
    if (isWhole && found.length < MAX_EXPRESSIONS && !isProperty(text, start)) found.push({ start, end: index + 1 });
  }
  return found;
}

/** Whether an expression is a property of a component, which may not write it into the page; an island's properties are part of the page. */
function isProperty(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - MAX_TAG), start);
  const tag = before.slice(before.lastIndexOf('<'));
  if (!/^<[A-Z][\w.]*\s[^<>]*=\s*$/.test(tag)) return false;
  const after = text.slice(start, start + MAX_TAG);
  return !/\sclient:[a-z]/.test(tag + after.slice(0, after.indexOf('>')));
}

/** Most characters of a tag before an expression in it, and after. */
const MAX_TAG = 500;

const MAX_EXPRESSIONS = 1_000;

const [open, close] = [';<>', '</>;'];

/** Writes expressions as fragments of JSX into code that is blank around them, each at its place. */
export function withFragments(code: string, text: string, expressions: readonly Span[]): string {
  let written = '';
  const put = (at: number, part: string): void => {
    written += code.slice(written.length, at) + part;
  };
  for (const [index, { start, end }] of expressions.entries()) {
    const before = expressions[index - 1]?.end ?? -Infinity;
    const after = expressions[index + 1]?.start ?? Infinity;
    if (start - before >= open.length + close.length) put(start - open.length, open);
    put(start, text.slice(start, end));
    if (after - end >= open.length + close.length) put(end, close);
  }
  return written + code.slice(written.length);
}
