import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { checkerOf, type Outcome } from '../../src/cli/check/checker.js';
import { checkInThreads } from '../../src/cli/check/pool.js';
import type { Settings } from '../../src/cli/check/settings.js';
import { walk } from '../../src/cli/walk/index.js';

const settings: Settings = { sources: { preset: 'strict' }, inline: true, fix: 'off', suggestions: false, uses: false };

it('finds the same in two threads as in one', async () => {
  const { files } = walk(['.'], { cwd: fileURLToPath(new URL('../../fixtures/projects', import.meta.url)), gitignore: false });
  const tasks = files.map(({ absolute, path, root }) => ({ absolute, path, root }));
  const check = checkerOf(settings);
  const outcomes: Outcome[] = [];
  await checkInThreads(tasks, settings, { threads: 2, stack: 4, onDone: (index, outcome) => (outcomes[index] = outcome) });
  expect(outcomes).toEqual(tasks.map(check));
  expect(outcomes.some(({ elsewhere }) => elsewhere)).toBe(true);
});
