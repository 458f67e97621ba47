import { expect, it } from 'vitest';
import { wranglerCommands, wranglerUse } from '../../src/cloudflare/wrangler-commands.js';

it.each(wranglerCommands)('wrangler %s is an operation that tokens can call', (command) => {
  const use = wranglerUse([...command.split(' '), 'name', '--remote']);
  expect(use?.command).toBe(command);
  expect(use?.operation?.token).toBe('yes');
  expect(use?.operation?.accepted?.length).toBeGreaterThan(0);
});
