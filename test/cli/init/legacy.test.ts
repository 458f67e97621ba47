import { expect, it } from 'vitest';
import { extended } from '../../../src/cli/init/legacy.js';

const entry = '"plugin:cloudflare-auth/legacy-recommended"';

it.each([
  ['a list', '{ "extends": ["a"] }', `{ "extends": ["a", ${entry}] }`],
  ['a string', '{ "extends": "a" }', `{ "extends": ["a", ${entry}] }`],
  ['an empty list', '{ "extends": [] }', `{ "extends": [${entry}] }`],
  ['nothing', '{\n  // ours\n  "root": true\n}\n', `{\n  "extends": [${entry}],\n  // ours\n  "root": true\n}\n`],
  ['an empty configuration', '{}', `{"extends": [${entry}]}`],
])('adds to %s', (_, before, after) => expect(extended(before)?.text).toBe(after));

it('changes only the configuration in package.json', () => {
  const before = '{ "name": "x", "extends": "no", "eslintConfig": { "extends": "standard", "rules": {} } }';
  expect(extended(before, 'eslintConfig')?.text).toBe(before.replace('"standard"', `["standard", ${entry}]`));
});

it.each([['extends: a\n'], ['{ "extends": 1 }'], ['[]']])('leaves %j alone', (text) => expect(extended(text)).toBeUndefined());
