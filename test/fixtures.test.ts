import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Linter } from 'eslint';
import * as espree from 'espree';
import * as svelte from 'svelte-eslint-parser';
import * as typescript from '@typescript-eslint/parser';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as vue from 'vue-eslint-parser';
import { passesGate } from '../src/languages/gate.js';
import { rules } from '../rules/index.js';
import type { RuleName } from '../rules/names.js';
import { checkText } from '../src/cli/check/text.js';
import plugin from '../src/index.js';
import { lint, pointedAt } from './lint.js';

const root = fileURLToPath(new URL('../fixtures', import.meta.url));
const parsers: Readonly<Record<string, unknown>> = {
  '.vue': vue,
  '.svelte': svelte,
  '.ts': typescript,
  '.tsx': typescript,
};

function programs(kind: 'bad' | 'good'): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.split(sep)[1] === kind && !path.endsWith('.findings') && statSync(join(root, path)).isFile())
    .sort();
}

/** The days on which the credentials of practice 7's programs were rotated, as a project would keep them. */
const rotated = JSON.parse(readFileSync(join(root, '07-rotate-credentials/rotation.json'), 'utf8')) as Readonly<Record<string, string>>;

function rulesFor(path: string): Linter.RulesRecord {
  const all = plugin.configs.all.rules as Linter.RulesRecord;
  if (!path.startsWith('07')) return all;
  return { ...all, 'cloudflare-auth/require-credential-rotation': ['error', { credentials: rotated }] };
}

const known = new Map<string, ReturnType<typeof readAndLinted>>();

/** A fixture and what is found in it, linted once. */
function found(path: string): ReturnType<typeof readAndLinted> {
  const result = known.get(path) ?? readAndLinted(path);
  known.set(path, result);
  return result;
}

function readAndLinted(path: string): { code: string; messages: Linter.LintMessage[] } {
  const code = readFileSync(join(root, path), 'utf8');
  const extension = extname(path);
  const name = path.split(sep).slice(2).join('/');
  // In ESLint these belong to other plugins, whose parsers and processors give us their scripts.
  if (/^\.(?:astro|html)$/.test(extension)) return { code, messages: checked(code, name, rulesFor(path)) };
  return { code, messages: lint(code, rulesFor(path), name, parsers[extension] ?? espree) };
}

/** What the command finds. */
function checked(code: string, name: string, severities: Linter.RulesRecord): Linter.LintMessage[] {
  const active = Object.entries(severities).map(([id, severity]) => ({
    id,
    rule: rules[id.slice(id.indexOf('/') + 1) as RuleName],
    severity: 2 as const,
    options: Array.isArray(severity) ? ((severity[1] as object | undefined) ?? {}) : {},
  }));
  return checkText(code, name, { rules: active, inline: true, suggestions: true }).messages as unknown as Linter.LintMessage[];
}

/** The findings under the lines they are in, without the characters of any credential. */
function drawing({ code, messages }: ReturnType<typeof found>): string {
  const secrets = messages
    .filter(({ ruleId }) => ruleId?.endsWith('no-hardcoded-credentials'))
    .flatMap((message) => pointedAt(code, message).split('\n'));
  const masked = secrets.reduce(
    (text, secret) => text.replaceAll(secret, `${secret.slice(0, 5)}${'•'.repeat(Math.max(0, secret.length - 5))}`),
    code,
  );
  const lines = masked.split('\n');
  return messages
    .map(({ line, column, endLine = line, endColumn = column, ruleId, message }) => {
      const source = lines[line - 1] ?? '';
      const width = endLine === line ? endColumn - column : source.length - column + 1;
      const gutter = String(line).padStart(4);
      return `${gutter} | ${source}\n     | ${' '.repeat(column - 1)}${'^'.repeat(Math.max(1, width))} ${ruleId?.replace('cloudflare-auth/', '') ?? ''}\n     = ${message}\n`;
    })
    .join('\n');
}

// The day that the dates in the fixtures are written for.
beforeAll(() => void vi.setSystemTime('2026-11-25T12:00:00Z'));
afterAll(() => void vi.useRealTimers());

describe('bad fixtures', () => {
  it.each(programs('bad'))('%s', (path) => {
    const result = found(path);
    const drawn = drawing(result);
    const file = `${join(root, path)}.findings`;
    if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(file, drawn);
    expect(result.messages).not.toEqual([]);
    expect(drawn).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
    expect(passesGate(result.code)).toBe(true);
  });
});

describe('good fixtures', () => {
  it.each(programs('good'))('%s', (path) => {
    const result = found(path);
    expect(drawing(result)).toBe('');
  });
});

describe('the folders', () => {
  it('are one for each practice', () => {
    const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory() && /^\d/.test(entry.name));
    expect(folders.map(({ name }) => name.slice(0, 2)).sort()).toEqual(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10']);
  });

  it.each(readdirSync(root).filter((folder) => /^\d/.test(folder)))('%s holds at least ten programs of each sort', (practice) => {
    for (const kind of ['bad', 'good'] as const)
      expect(programs(kind).filter((path) => path.startsWith(practice)).length).toBeGreaterThanOrEqual(10);
  });

  it('show every message of every rule', () => {
    const shown = new Set(
      programs('bad').flatMap((path) =>
        found(path).messages.flatMap(({ ruleId, messageId, suggestions = [] }) =>
          [messageId, ...suggestions.map((suggestion) => suggestion.messageId)].map((id) => `${ruleId ?? ''} ${id ?? ''}`),
        ),
      ),
    );
    const all = Object.entries(plugin.rules).flatMap(([name, rule]) =>
      Object.keys(rule.meta?.messages ?? {})
        .filter((id) => id !== 'disable' && id !== 'options')
        .map((id) => `cloudflare-auth/${name} ${id}`),
    );
    // Off by default, so that no fixture of the default shows it.
    expect(all.filter((id) => !shown.has(id))).toEqual([
      'cloudflare-auth/restrict-token-permissions allZones',
      'cloudflare-auth/restrict-token-permissions tooMany',
      'cloudflare-auth/no-hardcoded-credentials unverified',
      'cloudflare-auth/require-two-factor missing',
      'cloudflare-auth/no-credential-exposure caught',
      'cloudflare-auth/no-credential-exposure file',
    ]);
  });
});
