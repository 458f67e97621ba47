/** Nothing that leaves the plugin holds more of a credential than its masked beginning. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import * as typescript from '@typescript-eslint/parser';
import { afterAll, describe, expect, it } from 'vitest';
import { credentialIds, credentialKinds } from '../src/cloudflare/credentials/formats.js';
import { rules as ours } from '../rules/index.js';
import { checkText } from '../src/cli/check/text.js';
import { formats } from '../src/cli/reports/index.js';
import type { FileResult } from '../src/cli/result.js';
import { presets } from '../src/presets.js';
import plugin from '../src/index.js';
import { kinds, random } from './made-up.js';

type Write = (secret: string, variable: string, index: number) => string;

/** Everywhere a credential is written or gets to, by the name of the file. Those of a language that the plugin does not read are passed over. */
const contexts: Readonly<Record<string, Write>> = {
  'constant.ts': (secret, variable, index) => `export const ${variable}_${String(index)} = '${secret}'; const ${variable} = '${secret}';`,
  'fallback.ts': (secret, variable) => `use(process.env.${variable} ?? '${secret}');`,
  'client.ts': (secret) =>
    `import Cloudflare from 'cloudflare'; new Cloudflare({ apiToken: '${secret}', apiKey: '${secret}', apiEmail: 'a@b.example' });`,
  'bearer.ts': (secret) => `fetch('http://api.cloudflare.com/client/v4/zones', { headers: { Authorization: 'Bearer ${secret}' } });`,
  'key.ts': (secret) =>
    `fetch('http://api.cloudflare.com/client/v4/zones', { headers: { 'X-Auth-Email': 'a@b.example', 'X-Auth-Key': '${secret}' } });`,
  'address.ts': (secret, variable) =>
    `const ${variable} = '${secret}'; fetch(\`http://api.cloudflare.com/client/v4/zones?token=\${${variable}}\`); fetch('http://user:${secret}@api.cloudflare.com/?key=${secret}');`,
  'log.ts': (secret, variable) =>
    `const ${variable} = '${secret}'; console.log(${variable}, '${secret}'); throw new Error(\`failed with \${${variable}} and ${secret}\`);`,
  'response.ts': (secret, variable) =>
    `export default { fetch(request, env) { const ${variable} = env.${variable} || '${secret}'; return Response.json({ ${variable}, token: '${secret}' }); } };`,
  'storage.tsx': (secret, variable) =>
    `localStorage.setItem('${variable}', '${secret}'); const a = <p data-key="${secret}">${variable}</p>;`,
  'name.ts': (secret) =>
    `const cloudflare = { '${secret}': 1, token: { '${secret}': '${secret}' } }; cloudflare['${secret}'].token = '${secret}';`,
  'variable.ts': (secret) => `process.env['${secret}'] = '${secret}'; console.log(process.env['CLOUDFLARE_API_TOKEN_${secret}']);`,
  'path.ts': (secret) =>
    `await fetch('https://api.cloudflare.com/client/v4/zones/${secret}/dns_records?key=${secret}', { method: 'POST' }); await fetch('https://api.cloudflare.com/client/v4/no/such/${secret}');`,
  'command.ts': (secret) =>
    `import { execSync } from 'node:child_process'; execSync('curl -H "X-Auth-Key: ${secret}" http://api.cloudflare.com?t=${secret}');`,
  'parts.ts': (secret) =>
    `const cloudflareToken = '${secret.slice(0, 9)}' + '${secret.slice(9, 20)}' + "${secret.slice(20)}"; console.log(cloudflareToken);`,
  'decoded.ts': (secret) => `const cloudflareToken = Buffer.from('${Buffer.from(secret).toString('base64')}', 'base64').toString();`,
  'comment.ts': (secret, variable) => `// ${variable}=${secret}\n/* curl -H 'Authorization: Bearer ${secret}' */`,
  'environment.sh': (secret, variable) => `export ${variable}='${secret}'\necho "$${variable} ${secret}"`,
  'request.sh': (secret) =>
    `curl http://api.cloudflare.com/client/v4/zones?key=${secret} -H "X-Auth-Key: ${secret}" -H 'Authorization: Bearer ${secret}' -u 'a@b.example:${secret}'`,
  '.env': (secret, variable) =>
    `${variable}="${secret}" # ${secret}\nCLOUDFLARE_API_KEY=${secret}\nCF_URL=http://x:${secret}@api.cloudflare.com/`,
  'deploy.yml': (secret, variable, index) =>
    `job${String(index)}:\n  env:\n    ${variable}: "${secret}"\n  steps:\n    - run: echo ${secret} && curl -H 'X-Auth-Key: ${secret}' http://api.cloudflare.com/\n    # ${variable}: ${secret}`,
  'wrangler.toml': (secret, variable, index) =>
    `[env.e${String(index)}.vars]\n${variable} = '${secret}'\napi_url = 'http://api.cloudflare.com/?key=${secret}'`,
  'wrangler.jsonc': (secret, variable) =>
    `{ "vars": { "${variable}": "${secret}", "url": "http://api.cloudflare.com/?key=${secret}" } } // ${secret}`,
  'settings.json': (secret, variable) => `{ "cloudflare": { "${variable}": "${secret}", "apiKey": "${secret}" } }`,
  'README.md': (secret, variable) =>
    `# Cloudflare\n\nUse ${variable}=${secret}\n\n\`\`\`sh\nexport ${variable}=${secret}\ncurl -H "X-Auth-Key: ${secret}" http://api.cloudflare.com/\n\`\`\`\n`,
  'main.tf': (secret, variable) => `provider "cloudflare" {\n  api_token = "${secret}"\n  ${variable} = "${secret}"\n}`,
  Dockerfile: (secret, variable) => `ENV ${variable}=${secret}\nRUN curl -H "X-Auth-Key: ${secret}" http://api.cloudflare.com/`,
};

const perCell = 6;
const windowLength = 8;

/** Every rule, saying all it can. */
const rules = { ...plugin.configs.all.rules, ...plugin.configs.strict.rules };
const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    { files: ['**/*.{ts,tsx}'], plugins: plugin.configs.all.plugins ?? {}, languageOptions: { parser: typescript }, rules },
    ...plugin.configs['strict-files'].map((each) => ({ ...each, rules })),
  ],
});

/** All stretches of a text. */
function windows(text: string): ReadonlySet<string> {
  return new Set(
    Array.from({ length: Math.max(0, text.length - windowLength + 1) }, (_, index) => text.slice(index, index + windowLength)),
  );
}

/** A result without the user's own text: the file, and what ESLint makes of changes by joining them with all that stands between them. */
function withoutSource(result: ESLint.LintResult): ESLint.LintResult {
  const bare = structuredClone(result);
  delete bare.source;
  for (const message of bare.messages) {
    delete message.fix;
    for (const suggestion of message.suggestions ?? []) suggestion.fix.text = '';
  }
  return bare;
}

/** The same file in the eyes of the command. */
function commandResult(source: string, path: string): FileResult {
  const active = Object.entries(ours).map(([name, rule]) => ({
    id: `cloudflare-auth/${name}`,
    rule,
    severity: 2 as const,
    options: presets.strict[name as keyof typeof ours] ?? {},
  }));
  const { messages, suppressed } = checkText(source, path, { rules: active, inline: true });
  return { path, absolutePath: join(process.cwd(), path), read: 'parsed', messages, suppressed, source };
}

/** What each formatter makes of results. */
async function outputs(results: readonly ESLint.LintResult[], files: readonly FileResult[]): Promise<Readonly<Record<string, string>>> {
  const bare = results.map(withoutSource);
  const context = { cwd: process.cwd(), rulesMeta: eslint.getRulesMetaForResults([...results]) };
  const formatted = await Promise.all(
    ['stylish', 'json', 'html'].map(async (name) => {
      const formatter = await eslint.loadFormatter(name);
      return [name, await formatter.format(bare, context as never)] as const;
    }),
  );
  const run = { cwd: process.cwd(), files, warnings: [], rules: [], version: '0' };
  const options = { colour: false, width: 120, verbose: true, statistics: true };
  return {
    ...Object.fromEntries(formatted),
    ...Object.fromEntries(Object.entries(formats).map(([name, format]) => [`our ${name}`, format(run, options)])),
  };
}

let found = 0;
let made = 0;

describe.each(credentialIds)('of a credential of the kind %s, no output tells more than its beginning', (kind) => {
  it('in all contexts', async () => {
    const next = random(8);
    const hidden: string[] = [];
    const results: ESLint.LintResult[] = [];
    const files: FileResult[] = [];
    for (const [filePath, write] of Object.entries(contexts)) {
      for (let index = 0; index < perCell; index += 1) {
        const credential = kinds[kind](next);
        hidden.push(credential.hidden, Buffer.from(credential.value).toString('base64').slice(12));
        const code = write(credential.value, credentialKinds[kind].variable, index);
        files.push(commandResult(`${code}\n`, join('leak', filePath)));
        results.push(...(await eslint.lintText(`${code}\n`, { filePath: join('leak', filePath) })));
      }
    }
    made += hidden.length / 2;
    const count = results.reduce((sum, { messages }) => sum + messages.filter(({ ruleId }) => ruleId !== null).length, 0);
    found += count;
    expect(count).toBeGreaterThan(0); // silence would leak nothing either
    for (const [formatter, output] of Object.entries(await outputs(results, files))) {
      const shown = windows(output);
      const leaks = hidden.flatMap((secret) => [...windows(secret)].filter((part) => shown.has(part)));
      expect({ formatter, leaks }).toEqual({ formatter, leaks: [] });
    }
  });
});

afterAll(() => {
  expect(made).toBeGreaterThanOrEqual(2_000);
  expect(found).toBeGreaterThanOrEqual(2_000);
});

describe('of the whole command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leak-'));
  const hidden = new Set<string>();
  const next = random(9);
  for (const kind of credentialIds) {
    const { value, hidden: part } = kinds[kind](next);
    for (const each of windows(part)) hidden.add(each);
    mkdirSync(join(folder, kind));
    for (const [path, write] of Object.entries(contexts)) {
      const code = write(value, credentialKinds[kind].variable, 0);
      writeFileSync(join(folder, kind, path), code);
      // Half-typed files are what parsers and readers complain about, in words of their own.
      writeFileSync(join(folder, kind, `broken.${path}`), `${code}\n${value} cloudflare: [{("'\``);
    }
  }
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const bin = fileURLToPath(new URL('../dist/cli/bin.js', import.meta.url));
  /** @param env what is set beside the environment of the test */
  const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...process.env, ...env } });

  it.each([
    ['stylish', ['--strict', '-f', 'stylish', '.'], 1],
    ['sarif', ['--strict', '-f', 'sarif', '.'], 1],
    ['permissions', ['permissions', '.'], 0],
    ['permissions as JSON', ['permissions', '-f', 'json', '.'], 0],
    ['permissions as Markdown', ['permissions', '-f', 'markdown', '.'], 0],
    ['permissions as policy', ['permissions', '--policy', '.'], 0],
    ['permissions as Terraform', ['permissions', '--terraform', '.'], 0],
  ])('not by %s', (_, args, code) => {
    const { stdout, stderr, status } = run(args);
    expect(status).toBe(code);
    expect(stdout).not.toBe('');
    expect([...windows(stdout + stderr)].filter((part) => hidden.has(part))).toEqual([]);
  });
});
