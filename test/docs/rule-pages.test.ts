import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rules } from '../../rules/index.js';
import { lint } from '../lint.js';

const folder = new URL('../../rules/', import.meta.url);

interface Block {
  readonly heading: string;
  readonly code: string;
  readonly line: number;
  /** What it is called: what its fence says, or something that ends like files of its language. */
  readonly path: string;
}

/** Names of files, by what stands behind the marks of a fence. */
const names: Readonly<Record<string, string>> = {
  ...{
    js: 'program.tsx',
    ts: 'program.tsx',
    tsx: 'program.tsx',
    jsx: 'program.tsx',
    sh: 'script.sh',
    bash: 'script.sh',
    dotenv: '.env',
    python: 'program.py',
  },
  ...{ hcl: 'main.tf', dockerfile: 'Dockerfile', yaml: 'file.yaml', toml: 'file.toml', jsonc: 'file.jsonc', ini: 'file.ini' },
};

/** The code blocks of a page, each with the heading it stands under. */
function blocks(page: string): Block[] {
  const found: Block[] = [];
  let heading = '';
  let block: { path: string; code: string[] } | undefined;
  page.split('\n').forEach((text, index) => {
    const [, language = '', title] = /^```(\w+)(?: title="([^"]+)")?$/.exec(text) ?? [];
    const path = title ?? names[language];
    if (block && text === '```') {
      found.push({ heading, code: block.code.join('\n'), line: index, path: block.path });
      block = undefined;
    } else if (block) block.code.push(text);
    else if (path !== undefined) block = { path, code: [] };
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
    for (const { heading, code, line, path } of all) {
      if (heading.includes('❌')) it(`${name}.md:${String(line)} is found`, () => expect(lint(code, only, path)).not.toEqual([]));
      if (heading.includes('✅')) it(`${name}.md:${String(line)} is clean`, () => expect(lint(code, undefined, path)).toEqual([]));
    }
  }
});
