import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rules } from '../rules/index.js';
import { lint } from './lint.js';

const folder = new URL('../rules/', import.meta.url);

/** The code blocks of a page, each with the heading it stands under. */
function blocks(page: string): { heading: string; code: string; line: number }[] {
  const found: { heading: string; code: string; line: number }[] = [];
  let heading = '';
  let code: string[] | undefined;
  page.split('\n').forEach((text, index) => {
    if (code && text === '```') {
      found.push({ heading, code: code.join('\n'), line: index });
      code = undefined;
    } else if (code) code.push(text);
    else if (/^```(?:js|ts|tsx|jsx)$/.test(text)) code = [];
    else if (text.startsWith('#')) heading = text;
  });
  return found;
}

// The day that the dates in the pages are written for.
beforeAll(() => void vi.setSystemTime('2026-11-25T12:00:00Z'));
afterAll(() => void vi.useRealTimers());

describe('the pages of the rules', () => {
  it('are one for each rule', () => {
    const pages = readdirSync(folder).filter((file) => file.endsWith('.md'));
    expect(pages.sort()).toEqual(
      Object.keys(rules)
        .map((name) => `${name}.md`)
        .sort(),
    );
  });

  for (const name of Object.keys(rules)) {
    const all = blocks(readFileSync(new URL(`${name}.md`, folder), 'utf8'));
    const only = { [`cloudflare-auth/${name}`]: 'error' } as const;
    it(`${name} shows what is wrong and what is right`, () => {
      expect(all.some(({ heading }) => heading.includes('❌'))).toBe(true);
      expect(all.some(({ heading }) => heading.includes('✅'))).toBe(true);
    });
    for (const { heading, code, line } of all) {
      if (heading.includes('❌')) it(`${name}.md:${String(line)} is found`, () => expect(lint(code, only)).not.toEqual([]));
      if (heading.includes('✅')) it(`${name}.md:${String(line)} is clean`, () => expect(lint(code)).toEqual([]));
    }
  }
});
