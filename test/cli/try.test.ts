import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { checkText } from '../../src/cli/check/text.js';
import { strictRules } from '../strict-rules.js';

const folder = fileURLToPath(new URL('../../fixtures/try', import.meta.url));

it('shows one finding of each rule (npm run try)', () => {
  const found = readdirSync(folder).flatMap(
    (path) => checkText(readFileSync(join(folder, path), 'utf8'), path, { rules: strictRules, inline: true }).messages,
  );
  expect(found.map(({ ruleId }) => ruleId).sort()).toEqual(strictRules.map(({ id }) => id).sort());
});
