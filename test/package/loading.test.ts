import { execFileSync } from 'node:child_process';
import { beforeAll, expect, it } from 'vitest';
import { project, type Project } from './project.js';

/** Lints each program in turn, and prints what it says and what is loaded by then. */
const script = `
import { Linter } from 'eslint';
import Module from 'node:module';
import plugin from 'eslint-plugin-cloudflare-auth';
const loaded = () => ['engine.cjs', 'operations.json'].filter((file) => Object.keys(Module._cache).some((path) => path.endsWith(file)));
const linter = new Linter();
for (const code of JSON.parse(process.argv[2])) {
  const messages = linter.verify(code, [plugin.configs.recommended]);
  console.log(JSON.stringify([loaded(), messages.map(({ message }) => message).join(' ')]));
}`;

let home: Project;
beforeAll(() => {
  home = project(['eslint@10.15.0']);
  home.write('lint.mjs', script);
}, 300_000);

it('loads its engine with the first file that mentions Cloudflare, and the table of operations with the first request that it is asked about', () => {
  const programs = [
    "console.log('hello');",
    "console.log('cloudflare');",
    "fetch('https://api.cloudflare.com/client/v4/zones', { headers: { Authorization: `Bearer ${process.env.CLOUDFLARE_API_TOKEN}` } });",
    "fetch(`https://api.cloudflare.com/client/v4/zones/${id}/purge_cache`, { method: 'POST', headers: { 'X-Auth-Email': email, 'X-Auth-Key': key } });",
  ];
  const output = execFileSync(process.execPath, ['lint.mjs', JSON.stringify(programs)], { cwd: home.folder, encoding: 'utf8' });
  const [nothing, none, token, key] = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as readonly [loaded: readonly string[], said: string]);
  expect(nothing).toEqual([[], '']);
  expect(none).toEqual([['engine.cjs'], '']);
  expect(token).toEqual([['engine.cjs'], '']);
  expect(key).toEqual([['engine.cjs', 'operations.json'], expect.stringContaining('limited to *Cache Purge* on the zone')]);
});
