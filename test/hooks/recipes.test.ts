/** The recipes of docs/ci.md that no test runs whole: they parse, name this version, and call the command as it is. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { getStaticYAMLValue, parseYAML } from 'yaml-eslint-parser';
import { expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { prefixed, random } from '../made-up/credentials.js';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const doc = read('docs/ci.md');

const blocks = (language: string): readonly string[] =>
  [...doc.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map(([, block = '']) => block);

const yaml = (text: string): unknown => getStaticYAMLValue(parseYAML(text));

/** What the command does with the words of a recipe, in a folder with one file. */
function run(words: readonly string[], file: string): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'recipe-'));
  writeFileSync(join(folder, 'a.ts'), file);
  return spawnSync(process.execPath, [fileURLToPath(new URL('dist/cli/bin.js', root)), ...words], { cwd: folder }).status;
}

/** A recipe's command, split into words: the package's own name, then its arguments. */
function expectToWork(words: readonly string[], ...paths: readonly string[]): void {
  const [name = '', ...flags] = words;
  expect(Object.keys(manifest.bin)).toContain(name);
  expect(run([...flags, ...paths], `export const token = '${prefixed('cfut_', random(21))}';\n`)).toBe(1);
  expect(run([...flags, ...paths], 'export {};\n')).toBe(0);
}

it('name the version of the package', () => {
  const versions = [...doc.matchAll(/(?:rev: v|eslint-plugin-cloudflare-auth@v?)(\d[\w.-]*)/g)].map(([, version]) => version);
  expect(versions.length).toBeGreaterThan(3);
  expect(new Set(versions)).toEqual(new Set([manifest.version]));
});

it('parse', () => {
  for (const block of blocks('yaml')) expect(yaml(block), block).toBeTypeOf('object');
  for (const block of blocks('sh')) expect(spawnSync('bash', ['-n'], { input: block, encoding: 'utf8' }).stderr, block).toBe('');
  for (const block of blocks('json')) expect(JSON.parse(block), block).toBeTypeOf('object');
});

it('for pre-commit start what the package has', () => {
  const local = blocks('yaml')
    .map(yaml)
    .flatMap((each) => (each as { repos?: readonly { repo: string; hooks: readonly { entry: string }[] }[] }).repos ?? [])
    .filter(({ repo }) => repo === 'local')
    .flatMap(({ hooks }) => hooks);
  const own = yaml(read('.pre-commit-hooks.yaml')) as typeof local;
  expect(own.concat(local)).toHaveLength(2);
  for (const { entry } of [...own, ...local]) expectToWork(entry.split(' '), 'a.ts');
});

it('for a container start what the package has', () => {
  const [file = ''] = blocks('dockerfile');
  const entry = JSON.parse(/^ENTRYPOINT (\[.*\])$/m.exec(file)?.[1] ?? '') as readonly string[];
  const [, flags = ''] = /^docker run .* cloudflare-auth (.*)$/m.exec(doc) ?? [];
  expectToWork([...entry, ...flags.split(' ')]);
  expect(file).toMatch(/^FROM node:(?:20|22|24)-slim$/m);
});
