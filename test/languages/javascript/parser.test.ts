import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../../../rules/index.js';
import { loadParser } from '../../../src/languages/javascript/parser.js';
import { readByPath } from '../../../src/languages/register.js';
import type { SourceFile } from '../../../src/source/model.js';
import { everyOne } from '../../made-up/scale.js';
import { javascript } from '../../models/program.js';

const root = fileURLToPath(new URL('../../../fixtures', import.meta.url));

beforeAll(loadParser);

/** Everything that any rule says of a file, with what it suggests. */
function findings(file: SourceFile): readonly unknown[] {
  return Object.entries(rules).flatMap(([name, rule]) => rule.check(file).map((finding) => [name, finding]));
}

const programs = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^\d.*\.[cm]?[jt]sx?$/.test(path))
  .sort();

describe('the reader of files without a host', () => {
  it.each(everyOne(programs, 4))('finds in %s what the parser of ESLint users finds', (program) => {
    const text = readFileSync(join(root, program), 'utf8');
    const path = program.split(sep).slice(2).join('/');
    const read = readByPath(text, path);
    expect(read.textOnly).toBeUndefined();
    expect(findings(read.file)).toEqual(findings(javascript(text, { path })));
  });

  it.each([
    ['types in a file of JavaScript', 'a.js', 'const client: Client = make(); enum A { b }'],
    ['JSX in a file of JavaScript', 'a.js', 'export const a = <b>{c}</b>;'],
    ['assertions in angle brackets', 'a.ts', 'const a = <string>b;'],
    ['assertions in a file of JavaScript', 'a.js', 'const a: string = <string>b;'],
    ['`return` outside of functions', 'a.js', 'return 1;'],
    ['`await` outside of functions', 'a.mts', 'await a;'],
    ['decorators and `using`', 'a.ts', '@a class B { constructor(private readonly c: D) {} }\nusing e = f();'],
    ['a name declared twice', 'a.js', 'const a = 1; const a = 2;'],
    ['a hashbang', 'a', '#!/usr/bin/env -S echo\n'],
    ['an upper-case extension', 'A.TS', 'const a: string = b;'],
  ])('reads %s', (_, path, text) => {
    expect(readByPath(text, path).textOnly).toBeUndefined();
  });

  it.each([
    ['half a program', 'a.ts', 'const a = {{{ "', 'broken'],
    ['a minified program', 'a.js', `a(${'b,'.repeat(20_000)}0);`, 'minified'],
    ['a program of more than a megabyte', 'a.js', 'a();\n'.repeat(200_001), 'large'],
    ['brackets without end', 'a.js', `a = ${'[\n'.repeat(20_000)}${']'.repeat(20_000)}`, 'nested'],
    ['bytes', 'a.ts', 'a\0b', 'binary'],
    ['a kind of file that no reader is for', 'a.xyz', 'a', 'unknown'],
  ])('gives up on %s, and says why', (_, path, text, reason) => {
    expect(readByPath(text, path)).toMatchObject({ textOnly: reason, file: { language: 'text', text } });
  });
});
