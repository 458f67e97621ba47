import type { Exposure } from './exposure.js';

/** A tag begins no further before what is written into it, and ends no further behind. */
const FURTHEST = 600;

/** Whether a page shows dots for what it is given: the value of `<input type="password">`, by which its own user has set it. */
export function isShownAsDots(text: string, { how, at }: Exposure): boolean {
  if (how !== 'log') return false;
  const before = Math.max(0, at.start - FURTHEST);
  const start = before + text.slice(before, at.end).lastIndexOf('<input');
  if (start < before) return false;
  // `->`, `=>` and `?>` belong to the program that writes the page.
  const tag = /^[^>]*(?:(?<=[-=?])>[^>]*)*/.exec(text.slice(start, at.end + FURTHEST))?.[0] ?? '';
  if (!/\btype\s*=\s*\\?["']?password\b/i.test(tag)) return false;
  const end = start + tag.length;
  if (start < at.start && end > at.start) return true;
  // `printf('<input type="password" value="%s">', $token)`
  return /\bvalue\s*=\s*\\?["']%/i.test(tag) && !text.slice(end, at.start).includes(';');
}
