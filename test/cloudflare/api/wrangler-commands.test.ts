import { describe, expect, it } from 'vitest';
import { wranglerCommands, wranglerUse } from '../../../src/cloudflare/api/wrangler-commands.js';

it.each(wranglerCommands)('wrangler %s is an operation that tokens can call', (command) => {
  const use = wranglerUse([...command.split(' '), 'name', '--remote']);
  expect(use?.command).toBe(command);
  expect(use?.operation?.token).toBe('yes');
  expect(use?.operation?.accepted?.length).toBeGreaterThan(0);
});

describe('what a call of wrangler asks', () => {
  it.each([
    ['deploy --env production', 'deploy'],
    ['--config=worker/wrangler.toml deploy', 'deploy'],
    ['pages deploy dist', 'pages deploy'],
    // colons, as they were written before version 3.60
    ['kv:key put greeting hello --remote', 'kv key put'],
    ['d1 execute shop --remote --file=a.sql', 'd1 execute'],
    // nothing leaves this machine
    ['deploy --dry-run', undefined],
    ['d1 execute shop --file=a.sql', undefined],
    ['r2 object get files/a --remote --dry-run', undefined],
    // nothing that is known
    ['dev', undefined],
    ['secret', undefined],
    ['hello deploy', undefined],
    ['', undefined],
  ])('wrangler %s: %s', (line, command) => {
    expect(wranglerUse(line.split(' '))?.command).toBe(command);
  });

  it('is an operation', () => {
    expect(wranglerUse(['secret', 'put', 'CF_API_TOKEN'])?.operation).toMatchObject({
      method: 'PUT',
      path: '/accounts/{}/workers/scripts/{}/secrets',
    });
  });
});
