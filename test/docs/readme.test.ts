/** What the README tells people to copy is what the plugin has. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import plugin from '../../src/index.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

it('the settings of oxlint hold all recommended rules', () => {
  const settings = JSON.parse(/```json\n(\{\n {2}"jsPlugins"[^`]+)```/.exec(readme)?.[1] ?? '') as { readonly rules: unknown };
  expect(settings.rules).toEqual(plugin.configs.recommended.rules);
});
