/** What the folder of a checkout is called is no evidence. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evidencePath } from '../../src/eslint/evidence-path.js';
import { lint } from '../lint.js';
import { prefixed, random } from '../made-up/credentials.js';

describe('the path that facts see', () => {
  it.each([
    [join(process.cwd(), 'config', 'cloudflare.js'), 'config/cloudflare.js'],
    ['config/cloudflare.js', 'config/cloudflare.js'],
    ['<input>', '<input>'],
    [join(process.cwd(), '..', 'other.js'), join(process.cwd(), '..', 'other.js')],
  ])('of %s is %s', (path, expected) => {
    expect(evidencePath(path)).toBe(expected);
  });
});

it('finds the same wherever the working directory lies', () => {
  const code = `export const apiToken = '${prefixed('cfut_', random(77))}';`;
  expect(lint(code, undefined, join(process.cwd(), 'a.ts'))).toEqual(lint(code, undefined, 'a.ts'));
});
