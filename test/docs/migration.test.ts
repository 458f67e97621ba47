/** docs/migrate-to-tokens.md: each program is found before, and clean after. */
import { readFileSync } from 'node:fs';
import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { roleOf } from '../../src/cloudflare/credentials/names.js';
import plugin from '../../src/index.js';
import { lint } from '../lint.js';

const page = readFileSync(new URL('../../docs/migrate-to-tokens.md', import.meta.url), 'utf8');
const strict = plugin.configs.strict.rules as Linter.RulesRecord;

interface Program {
  readonly tool: string;
  readonly path: string;
  readonly code: string;
}

/** The programs under headings of a kind, each with the section it stands in. */
function programs(heading: string): readonly Program[] {
  return page.split(/^## /m).flatMap((section) => {
    const [tool = ''] = section.split('\n', 1);
    return section
      .split(/^### /m)
      .filter((part) => part.startsWith(heading))
      .map((part) => {
        const [, path = '', code = ''] = /^```\w+ title="([^"]+)"\n(.*?)^```$/ms.exec(part) ?? [];
        return { tool, path, code };
      });
  });
}

const [before, after] = [programs('❌'), programs('✅')];

it('shows the same files before and after, for every tool', () => {
  const names = ({ tool, path }: Program): string => `${tool}: ${path}`;
  expect(after.map(names)).toEqual(before.map(names));
  expect(new Set(before.map(({ tool }) => tool))).toEqual(
    new Set(['fetch', 'SDK', 'curl', 'Terraform', 'wrangler', 'GitHub Actions', 'acme.sh', 'external-dns']),
  );
});

describe('before', () => {
  it.each(before)('$tool: $path is found', ({ path, code }) => {
    const found = lint(code, undefined, path).map(({ ruleId }) => ruleId);
    expect(found).toContain('cloudflare-auth/prefer-api-token');
    // Nothing but the key is wrong, so that the page is about one thing.
    expect(new Set(found).size).toBe(1);
  });
});

describe('after', () => {
  it.each(after)('$tool: $path is clean', ({ path, code }) => expect(lint(code, strict, path)).toEqual([]));
});

it('names variables for what they hold', () => {
  const [, table = ''] = /## Other tools\n(.*?)^## /ms.exec(page) ?? [];
  const rows = table.split('\n').flatMap((line) => (/^\| [\w-]/.test(line) ? [line.split('|').slice(2)] : []));
  const variables = (cell: string): readonly string[] => [...cell.matchAll(/`([A-Z_]{6,}|dns_\w+)`/g)].map(([, name = '']) => name);
  let seen = 0;
  for (const [instead = '', give = ''] of rows) {
    for (const name of variables(instead)) expect(roleOf([name]), name).toMatch(/^(?:global-api-key|email|origin-ca-key)$/);
    for (const name of variables(give)) expect(roleOf([name]), name).toBe('api-token');
    seen += 1;
  }
  expect(seen).toBeGreaterThan(5);
});
