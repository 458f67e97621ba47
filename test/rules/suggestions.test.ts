/** What is suggested parses, mends its own finding, and breaks nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Linter } from 'eslint';
import * as typescript from '@typescript-eslint/parser';
import * as espree from 'espree';
import * as svelte from 'svelte-eslint-parser';
import * as vue from 'vue-eslint-parser';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { lint } from '../lint.js';
import { characters, alphabets, prefixed, random } from '../made-up.js';

const root = fileURLToPath(new URL('../../fixtures', import.meta.url));
const rules = plugin.configs.all.rules as Linter.RulesRecord;
const parsers: Readonly<Record<string, unknown>> = { '.vue': vue, '.svelte': svelte, '.ts': typescript, '.tsx': typescript };
const programs = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /[\\/]bad[\\/]/.test(path) && /\.(?:[cm]?js|jsx|tsx?|vue|svelte)$/.test(path))
  .sort();

function applied(code: string, { fix }: Linter.LintSuggestion): string {
  return code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]);
}

/** How often each rule says each of its messages: lines and columns move. */
function counted(messages: readonly Linter.LintMessage[], by: (message: Linter.LintMessage) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const message of messages) counts.set(by(message), (counts.get(by(message)) ?? 0) + 1);
  return counts;
}

const rule = ({ ruleId }: Linter.LintMessage): string => ruleId ?? '';
const saying = ({ ruleId, messageId }: Linter.LintMessage): string => `${ruleId ?? ''} ${messageId ?? ''}`;

let tried = 0;

describe('every suggestion for the fixtures', () => {
  it.each(programs)('%s', (path) => {
    const code = readFileSync(join(root, path), 'utf8');
    const extension = extname(path);
    const linted = (text: string): Linter.LintMessage[] => lint(text, rules, `program${extension}`, parsers[extension] ?? espree);
    const before = linted(code);
    for (const message of before) {
      for (const suggestion of message.suggestions ?? []) {
        tried += 1;
        const after = linted(applied(code, suggestion));
        expect(counted(after, saying).get(saying(message)) ?? 0, suggestion.desc).toBeLessThan(
          counted(before, saying).get(saying(message)) ?? 0,
        );
        // A key that no header takes any more may still be read, and then it is said there; what is read can be followed to where it gets out.
        for (const [name, count] of counted(after, rule))
          if (!name.endsWith('/no-credential-exposure'))
            expect(count, `${name} after: ${suggestion.desc}`).toBeLessThanOrEqual(counted(before, rule).get(name) ?? 0);
      }
    }
  });

  it.each(programs)('%s, one after the other until none is left', (path) => {
    const extension = extname(path);
    let code = readFileSync(join(root, path), 'utf8');
    const linted = (): Linter.LintMessage[] => lint(code, rules, `program${extension}`, parsers[extension] ?? espree);
    for (let left = linted().length; ; left -= 1) {
      const suggestion = linted().find(({ suggestions = [] }) => suggestions.length > 0)?.suggestions?.[0];
      if (!suggestion) break;
      expect(left).toBeGreaterThan(0);
      code = applied(code, suggestion);
    }
  });

  it('are many', () => expect(tried).toBeGreaterThan(40));
});

const next = random(7);
const token = prefixed('cfut_', next);
const key = characters(37, alphabets.hex, next);

/** The program that the first suggestion makes. */
function first(code: string): string | undefined {
  const [suggestion] = lint(code, rules).flatMap(({ suggestions = [] }) => suggestions);
  return suggestion && applied(code, suggestion);
}

describe('a hardcoded credential is read from the environment', () => {
  it.each([
    [`const cfDnsToken = '${token}';`, `const cfDnsToken = process.env.CF_DNS_TOKEN;`],
    [`const t = '${token}';`, `const t = process.env.CLOUDFLARE_API_TOKEN;`],
    [`const t = process.env.CF_TOKEN ?? '${token}';`, `const t = process.env.CF_TOKEN;`],
    [`const h = { Authorization: 'Bearer ${token}' };`, `const h = { Authorization: \`Bearer \${process.env.CLOUDFLARE_API_TOKEN}\` };`],
    [`const h = \`Bearer ${token}\`;`, `const h = \`Bearer \${process.env.CLOUDFLARE_API_TOKEN}\`;`],
    [`const h = 'a \`\${x}\` ${token}';`, `const h = \`a \\\`\\\${x}\\\` \${process.env.CLOUDFLARE_API_TOKEN}\`;`],
    [`const h = \`${token}\`;`, `const h = process.env.CLOUDFLARE_API_TOKEN;`],
    [`const x = <A token="${token}" />;`, `const x = <A token={process.env.CLOUDFLARE_API_TOKEN} />;`],
    [`const x = <code>Token: ${token}</code>;`, `const x = <code>Token: {process.env.CLOUDFLARE_API_TOKEN}</code>;`],
    [
      `export default { fetch(request, env) { return f('${token}'); } };`,
      `export default { fetch(request, env) { return f(env.CLOUDFLARE_API_TOKEN); } };`,
    ],
    [`export const onRequestGet = ({ env }) => f('${token}');`, `export const onRequestGet = ({ env }) => f(env.CLOUDFLARE_API_TOKEN);`],
    [`Deno.serve(() => f('${token}'));`, `Deno.serve(() => f(Deno.env.get('CLOUDFLARE_API_TOKEN')));`],
    [`Bun.serve(() => f('${token}'));`, `Bun.serve(() => f(Bun.env.CLOUDFLARE_API_TOKEN));`],
  ])('%#', (code, expected) => expect(first(code)).toBe(expected));

  it.each([`enum E { Token = '${token}' }`, `// ${token}`, `const x = { '${token}': 1 };`, `const apiKey = '${prefixed('cfk_', next)}';`])(
    'but not where it cannot: %#',
    (code) => {
      expect(lint(code)).not.toEqual([]);
      expect(first(code)).toBeUndefined();
    },
  );
});

const bearer = '`Bearer ${process.env.CLOUDFLARE_API_TOKEN}`';

describe('a Global API Key becomes a token', () => {
  it.each([
    [`const cloudflare = { 'X-Auth-Email': e, 'X-Auth-Key': k };`, `const cloudflare = { Authorization: ${bearer} };`],
    [`const cloudflare = { 'X-Auth-Key': k, 'X-Auth-Email': e, };`, `const cloudflare = { Authorization: ${bearer}, };`],
    [
      `const cloudflare = { a: 1, 'X-Auth-Key': k, b: 2, 'X-Auth-Email': e };`,
      `const cloudflare = { a: 1, Authorization: ${bearer}, b: 2 };`,
    ],
    [
      `const cloudflare = new Headers();\ncloudflare.set('X-Auth-Email', e);\ncloudflare.set('X-Auth-Key', k);\nfetch('https://api.cloudflare.com/client/v4/zones', { headers: cloudflare });\n`,
      `const cloudflare = new Headers();\ncloudflare.set('Authorization', ${bearer});\nfetch('https://api.cloudflare.com/client/v4/zones', { headers: cloudflare });\n`,
    ],
    [
      `import C from 'cloudflare';\nnew C({ apiEmail: e, apiKey: k });`,
      `import C from 'cloudflare';\nnew C({ apiToken: process.env.CLOUDFLARE_API_TOKEN });`,
    ],
    [
      `const cf = require('cloudflare')({ email: e, key: '${key}' });`,
      `const cf = require('cloudflare')({ token: process.env.CLOUDFLARE_API_TOKEN });`,
    ],
  ])('%#', (code, expected) => expect(first(code)).toBe(expected));
});
