import { expect, it } from 'vitest';
import { help } from '../../src/cli/help.js';
import { optionNames } from '../../src/cli/options.js';

it('lists every option', () => {
  const listed = new Set([...help.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)(?:, --([a-z-]+))?/gm)].flatMap(([, one, other]) => [one, other]));
  expect(optionNames.filter((name) => !listed.has(name))).toEqual([]);
});

it('fits terminals', () => {
  expect(help.split('\n').filter((line) => line.length > 120)).toEqual([]);
});
