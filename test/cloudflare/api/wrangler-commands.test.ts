import { describe, expect, it } from 'vitest';
import { onlyReads } from '../../../src/cloudflare/tokens/permission-groups.js';
import { wranglerCommands } from '../../../src/cloudflare/api/wrangler-commands.js';
import { wranglerUse } from '../../../src/cloudflare/api/wrangler-use.js';

it.each(wranglerCommands)('wrangler %s is an operation that tokens can call', (command) => {
  const use = wranglerUse([...command.split(' '), 'name', '--remote']);
  expect(use?.command).toBe(command);
  expect(use?.operation?.token).toBe('yes');
  expect(use?.operation?.accepted?.length).toBeGreaterThan(0);
});

const reading =
  /\b(?:list|get|info|view|status|describe|schema|settings|insights|tail|query|get-vectors|list-vectors|list-metadata-index|download config|tunnel run)$/;

it.each(wranglerCommands.filter((command) => !reading.test(command) || command.startsWith('d1 migrations ')))(
  'wrangler %s takes a permission to write',
  (command) => {
    expect(wranglerUse([...command.split(' '), 'name', '--remote'])?.operation?.accepted?.filter(onlyReads)).toEqual([]);
  },
);

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
    ['kv:key get greeting --local', undefined],
    // as it was before version 3.60, when keys were remote unless they were --local
    ['kv:key get greeting', 'kv key get'],
    ['--config a.toml -e production secret put NAME', 'secret put'],
    // how it is used
    ['secret', undefined],
    ['deploy --help', undefined],
    ['', undefined],
    // for people, or on this machine only
    ['dev', undefined],
    ['pages functions build', undefined],
    ['whoami', undefined],
    // longer than another
    ['versions secret put NAME', 'versions secret put'],
  ])('wrangler %s: %s', (line, command) => {
    const use = wranglerUse(line.split(' '));
    expect(use?.command).toBe(command);
    expect(use === undefined || use.operation !== undefined).toBe(true);
  });

  it.each([
    [['hello', 'deploy'], false, 'hello deploy'],
    [['agent-memory', 'namespace', 'create', 'x'], false, 'agent-memory namespace create'],
    [[undefined], false, ''],
    [[], true, ''],
    [['pages', undefined], false, 'pages'],
    [['pages'], true, 'pages'],
  ])('cannot be told of %j', (words, open, command) => {
    expect(wranglerUse(words, open)).toEqual({ command, operation: undefined });
  });

  it('is told behind words that cannot be seen', () => {
    expect(wranglerUse([undefined, 'deploy'])?.command).toBe('deploy');
    expect(wranglerUse(['deploy', undefined], true)?.command).toBe('deploy');
  });

  it('is an operation', () => {
    expect(wranglerUse(['secret', 'put', 'CF_API_TOKEN'])?.operation).toMatchObject({
      method: 'PUT',
      path: '/accounts/{}/workers/scripts/{}/secrets',
    });
  });
});
