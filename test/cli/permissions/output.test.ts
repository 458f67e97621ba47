import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/cli/permissions/report.js';
import { random, shapes } from '../../made-up/credentials.js';
import { project, root, run } from './run.js';

describe('what is shown', () => {
  const deep = 'packages/the-server-of-the-dashboard/src/integrations/providers';
  const long = {
    'package.json': '{ "name": "the-application-with-a-name" }',
    [`${deep}/origin-tls-client-authentication.ts`]: `
      fetch(\`${root}/zones/\${id}/origin_tls_client_auth\`);
      fetch(\`${root}/zones/\${id}/origin_tls_client_auth/hostnames/certificates/\${it}\`, { method: 'DELETE' });
      fetch(\`${root}/accounts/\${id}/magic/advanced_tcp_protection/configs/tcp_flow_protection/filters/and/others/that/are/not/there\`);
    `,
    [`${deep}/purge-the-cache-of-everything.ts`]: `fetch(\`${root}/zones/\${id}/purge_cache\`, { method: 'POST' });\n`.repeat(5),
    [`${deep}/broken.ts`]: 'cloudflare((',
  };

  it('fits a terminal', async () => {
    const folder = project(long);
    const { stdout } = await run(folder);
    // Nothing breaks a path.
    const lines = stdout.split('\n');
    expect(lines.filter((line) => line.length > 100 && line.trim().includes(' '))).toEqual([]);
    expect(stdout).toMatchInlineSnapshot(`
      "the-application-with-a-name

        At least these: 1 call is unknown and 1 file could not be read.

        Cache Purge (zone)
          POST /zones/{}/purge_cache
            packages/the-server-of-the-dashboard/src/integrations/providers/purge-the-cache-of-everything.ts:1,
            packages/the-server-of-the-dashboard/src/integrations/providers/purge-the-cache-of-everything.ts:2,
            packages/the-server-of-the-dashboard/src/integrations/providers/purge-the-cache-of-everything.ts:3,
            2 more
        SSL and Certificates Write (zone)
          GET /zones/{}/origin_tls_client_auth
            packages/the-server-of-the-dashboard/src/integrations/providers/origin-tls-client-authentication.ts:2
          DELETE /zones/{}/origin_tls_client_auth/hostnames/certificates/{}
            packages/the-server-of-the-dashboard/src/integrations/providers/origin-tls-client-authentication.ts:3

        Unknown calls:
          GET
            /accounts/{}/magic/advanced_tcp_protection/configs/tcp_flow_protection/filters/and/others/that/are/not/there
            (Cloudflare describes no such operation)
            packages/the-server-of-the-dashboard/src/integrations/providers/origin-tls-client-authentication.ts:4

        Files that could not be read:
          packages/the-server-of-the-dashboard/src/integrations/providers/broken.ts  does not parse
      "
    `);
    const { stdout: help } = await run(folder, '--help');
    expect(help.split('\n').filter((line) => line.length > 100)).toEqual([]);
    const many = await run(folder, '--link');
    expect(many.stderr.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  it('obeys nothing that stands in names', async () => {
    const folder = project({
      'package.json': '{ "name": "\u001B[2J\\u001b[2J\u202Eshop" }',
      '::error::no\u001B[31m.js': `fetch('${root}/zones');`,
      'a`|<b>.js': `fetch(\`${root}/zones/\u0007\${id}/##[error]/x\`);`,
    });
    for (const args of [[], ['-f', 'markdown'], ['-f', 'json'], ['--policy'], ['--terraform'], ['--application', '\u001B[1m::error::']]) {
      const { stdout, stderr } = await run(folder, ...args);
      // eslint-disable-next-line no-control-regex -- they are what must not be there
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]|##\[|^::/m);
      expect(stdout + stderr).not.toBe('');
    }
    const { stdout } = await run(folder, '-f', 'markdown');
    expect(stdout).toContain('a\\`\\|\\<b\\>.js:1');
  });

  it('holds nothing of a secret', async () => {
    for (const [name, make] of Object.entries(shapes)) {
      const secret = make(random(name.length));
      const folder = project({
        'package.json': `{ "name": "${secret}" }`,
        // A folder may be called like a hash; only what identifies itself is a secret there.
        [`${name.startsWith('legacy') ? 'src' : secret}/a.js`]: `fetch('${root}/zones/${secret}/dns_records');\nfetch('${root}/${secret}/moons', { headers: { Authorization: 'Bearer ${secret}' } });`,
      });
      for (const args of [[], ['-f', 'markdown'], ['-f', 'json'], ['--policy'], ['--terraform'], ['--link'], ['--application', 'x']]) {
        const { stdout, stderr } = await run(folder, ...args);
        expect(stdout + stderr).not.toContain(secret.slice(8, 20));
      }
    }
  });

  it('keeps its keys', async () => {
    const { stdout } = await run(project(long), '-f', 'json');
    const found = JSON.parse(stdout) as Report;
    expect(Object.keys(found)).toEqual(['applications', 'total']);
    expect(Object.keys(found.total)).toEqual(['name', 'folder', 'grants', 'free', 'unnamed', 'refused', 'unclear', 'unread']);
    expect(Object.keys(found.total.grants[0] ?? {})).toEqual(['name', 'scope', 'id', 'instead', 'calls']);
    expect(Object.keys(found.total.unclear[0] ?? {})).toEqual(['what', 'places', 'why']);
    expect(Object.keys(found.total.grants[0]?.calls[0]?.places[0] ?? {})).toEqual(['file', 'line']);
  });
});

it.each([['missing'], ['a.js', 'missing/too']])('a path that does not exist is an error: %s', async (...paths) => {
  const { code, stdout, stderr } = await run(project({ 'a.js': `fetch('${root}/zones');` }), ...paths);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^There is no file or folder "missing(?:\/too)?"\.\n$/);
});
