import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/cli/permissions/report.js';
import { project, root, run } from './run.js';

const known = `fetch('${root}/zones');\n`;
const unknown = `export const cf = (path, init) => fetch(\`${root}\${path}\`, init);\n`;

describe('what is not known', () => {
  it.each([
    ['a call', { 'cf.js': unknown }, '1 call is unknown'],
    ['a permission', { 'a.js': `fetch(\`${root}/accounts/\${id}/access/tags\`);` }, 'the permission of 1 call is not known'],
    ['a file that does not parse', { 'dns.js': 'cloudflare.zones((' }, '1 file could not be read'],
    ['a file without a reader', { 'deploy.xyz': `call ${root}/zones` }, '1 file could not be read'],
    [
      'two calls and a file',
      { 'a.js': unknown, 'b.js': `${unknown}fetch('${root}/moons');`, 'c.js': 'run("wrangler"((' },
      '2 calls are unknown and 1 file',
    ],
  ])('is said of %s', async (_, files, said) => {
    const nothing = await run(project({ ...files, 'package.json': '{ "name": "app" }' }));
    expect(nothing.stdout).toContain(`\n  Cannot tell which permissions are needed: ${said}`);
    expect(nothing.stdout).not.toContain('No permission is needed');
    const least = await run(project({ ...files, 'package.json': '{ "name": "app" }', 'known.js': known }));
    expect(least.stdout).toMatch(/\n {2}At least these: .*\.\n\n {2}Permission +Level/);
    expect(least.stdout).toContain(said);
    const markdown = await run(project(files), '-f', 'markdown');
    expect(markdown.stdout).toContain(`\nCannot tell which permissions are needed: ${said}`);
  });

  it.each([
    ['a request whose address is unknown', "import { address } from 'addresses';\nfetch(address(), { headers });", true],
    ['a function whose callers are unknown', 'export const send = (url) => fetch(url, { headers });', true],
    ['a function whose callers tell the address', `const send = (url) => fetch(url, { headers });\nsend('${root}/zones');`, false],
    ['a request to another host', "fetch('https://example.com', { headers });", false],
    ['a credential of another service', 'fetch(address, { headers: { authorization: `Bearer ${process.env.GITHUB_TOKEN}` } });', false],
  ])('is said of %s that carries a credential', async (_, code, isSaid) => {
    const headers = 'const headers = { authorization: `Bearer ${process.env.CLOUDFLARE_API_TOKEN}` };';
    const { stdout } = await run(project({ 'known.js': known, 'a.js': `${headers}\n${code}` }));
    expect(stdout.includes('At least these: 1 call is unknown.')).toBe(isSaid);
  });

  it('is nothing where all is known', async () => {
    const free = await run(project({ 'a.js': `fetch('${root}/user/tokens/verify');` }));
    expect(free.stdout).toContain('\n  No permission is needed.\n');
    const folder = project({
      'a.js': known,
      'cdn.js': 'load("https://cdnjs.cloudflare.com/a.js" ((',
      'LICENSE.xyz': 'made for Cloudflare',
      '.gitignore': 'node_modules\n.wrangler\ndist\n',
      _headers: '# Cloudflare',
    });
    expect((await run(folder)).stdout).not.toMatch(/At least|could not/);
  });

  it('lists files that could not be read, with the reason', async () => {
    const folder = project({ 'a.js': known, 'lib/cf.ts': 'const cloudflare = (', 'lib/wrangler.toml': 'name = "jobs"' });
    const { stdout } = await run(folder, '-f', 'json');
    const { applications, total } = JSON.parse(stdout) as Report;
    expect(total.unread).toEqual([{ file: 'lib/cf.ts', why: 'does not parse' }]);
    expect(applications.map(({ name, unread }) => [name, unread.length])).toEqual([
      ['this folder', 0],
      ['jobs', 1],
    ]);
  });

  it('is not what documents show', async () => {
    const text = `\`\`\`sh\nnpx wrangler deploy\ncurl ${root}/zones\n\`\`\`\n`;
    const folder = project({ 'README.md': text, 'docs/guide.mdx': text, 'CHANGELOG.md': '- `wrangler deploy` works\n', 'notes.txt': text });
    expect((await run(folder)).stdout).toBe("No call of Cloudflare's API was found.\n");
  });
});

describe('a policy', () => {
  it.each(['--policy', '--terraform', '--link'])('is not written without a call: %s', async (form) => {
    for (const files of [{ 'a.js': '1' }, { 'a.js': unknown }, { 'a.js': `fetch('${root}/user/tokens/verify');` }]) {
      const { code, stdout, stderr } = await run(project(files), form);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^There is no policy to write: .*\.\n$/);
    }
  });

  it('is not written if no id is known', async () => {
    const folder = project({ 'a.js': `fetch(\`${root}/accounts/\${id}/flagship/apps\`);` });
    expect(await run(folder, '--policy')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'There is no policy to write: the ids of these permissions are not known: Flagship Read.\n',
    });
  });
});

describe('a check', () => {
  const policy = (...names: readonly string[]): string =>
    JSON.stringify([{ effect: 'allow', permission_groups: names.map((name) => ({ name })) }]);

  it.each([
    ['just right as far as is known', known + unknown, ['Zone Read'], 2, 'Cannot tell whether the policy is right: 1 call is unknown.\n'],
    [
      'perhaps too much',
      known + unknown,
      ['Zone Read', 'DNS Read'],
      2,
      'Perhaps too much: DNS Read, which no known call needs\nCannot tell whether the policy is right: 1 call is unknown.\n',
    ],
    [
      'certainly too little',
      known + unknown,
      ['DNS Read'],
      1,
      'Missing: Zone Read, for GET /zones\nPerhaps too much: DNS Read, which no known call needs\nThere may be more: 1 call is unknown.\n',
    ],
    [
      'right for whatever method it is',
      `fetch(\`${root}/zones/\${id}/dns_records\`, { method: 'POST' });\nfetch(\`${root}/zones/\${id}/dns_records\`, { method });`,
      ['DNS Write'],
      0,
      'The policy grants just what is needed.\n',
    ],
    [
      'too little for a method that it may be',
      `${known}fetch(\`${root}/zones/\${id}/dns_records\`, { method });`,
      ['Zone Read', 'DNS Read'],
      2,
      'Perhaps too much: DNS Read, which no known call needs\nCannot tell whether the policy is right: 1 call is unknown.\n',
    ],
    [
      'too much, whatever method it is',
      `${known}fetch('${root}/zones', { method });`,
      ['Zone Read', 'Zone Write', 'Billing Read'],
      1,
      'Perhaps too much: Zone Write, which no known call needs\nToo much: Billing Read, which no call needs\nThere may be more: 1 call is unknown.\n',
    ],
  ])('%s', async (_, code, granted, exit, text) => {
    const folder = project({ 'a.js': code, 'policy.json': policy(...granted) });
    expect(await run(folder, '--check', 'policy.json')).toEqual({ code: exit, stdout: text, stderr: '' });
  });

  it('cannot tell where a file could not be read', async () => {
    const folder = project({ 'a.js': known, 'b.js': 'cloudflare((', 'policy.json': policy('Zone Read') });
    expect((await run(folder, '--check', 'policy.json')).code).toBe(2);
  });

  it('cannot tell what a call needs that may not accept tokens', async () => {
    const folder = project({ 'a.js': `${known}fetch('${root}/accounts', { method: 'POST' });`, 'policy.json': policy('Zone Read') });
    expect((await run(folder, '--check', 'policy.json')).code).toBe(2);
  });
});
