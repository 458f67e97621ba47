import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { checkText } from '../../src/cli/check/text.js';
import { presets } from '../../src/presets.js';

const folder = fileURLToPath(new URL('../../fixtures/try', import.meta.url));

it('shows one finding of each rule (npm run try)', () => {
  const active = Object.entries(rules).map(([name, rule]) => ({
    id: `cloudflare-auth/${name}`,
    rule,
    severity: 2 as const,
    options: presets.strict[name as keyof typeof rules] ?? {},
  }));
  const found = readdirSync(folder).flatMap(
    (path) => checkText(readFileSync(join(folder, path), 'utf8'), path, { rules: active, inline: true }).messages,
  );
  expect(found.map(({ ruleId }) => ruleId).sort()).toEqual(active.map(({ id }) => id).sort());
});
