import type { Rule } from 'eslint';
import { expect, it } from 'vitest';
import plugin from '../../src/index.js';

/** A file as oxlint gives it: whoever asks for its tree waits until it is made. */
function file(text: string): { readonly context: Rule.RuleContext; readonly asked: () => number } {
  let asked = 0;
  const sourceCode = {
    text,
    get ast(): never {
      asked += 1;
      throw new Error('The tree was asked for.');
    },
  };
  return { context: { sourceCode, filename: 'a.js', options: [] } as never, asked: () => asked };
}

it('nothing is asked of a file that does not speak of Cloudflare but its text', () => {
  const { context, asked } = file("fetch('https://api.example.com');");
  for (const rule of Object.values(plugin.rules)) rule.create(context);
  expect(asked()).toBe(0);
});

it('one that does is read, also behind one that does not', () => {
  const { context, asked } = file("fetch('https://api.cloudflare.com');");
  for (const rule of Object.values(plugin.rules)) expect(() => rule.create(context)).toThrow('The tree was asked for.');
  expect(asked()).toBeGreaterThan(0);
});
