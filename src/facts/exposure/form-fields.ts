import type { Exposure } from './exposure.js';

/** How many characters before and after an inserted value its tag may extend. */
const FURTHEST = 600;

/** Whether a page shows a value as dots: that of an `<input type="password">`, which its own user has set. */
export function isPasswordField(text: string, { how, at }: Exposure): boolean {
  if (how !== 'log') return false;
  const before = Math.max(0, at.start - FURTHEST);
  const start = before + text.slice(before, at.end).lastIndexOf('<input');
  if (start < before) return false;
  // `->`, `=>` and `?>` are part of the program that generates the page, not ends of the tag.
  const tag = /^[^>]*(?:(?<=[-=?])>[^>]*)*/.exec(text.slice(start, at.end + FURTHEST))?.[0] ?? '';
  if (!/\btype\s*=\s*\\?["']?password\b/i.test(tag)) return false;
  const end = start + tag.length;
  if (start < at.start && end > at.start) return true;
  // `printf('<input type="password" value="%s">', $token)`
  return /\bvalue\s*=\s*\\?["']%/i.test(tag) && !text.slice(end, at.start).includes(';');
}
