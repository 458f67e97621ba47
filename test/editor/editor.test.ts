/** What people see and do in an editor, at the language server that VS Code, Neovim and Zed run. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { characters, alphabets, prefixed, random } from '../made-up/credentials.js';
import { project } from '../package/project.js';
import { sampled } from '../made-up/scale.js';
import { type Diagnostic, editor, type Editor } from './server.js';

const next = random(11);
const secret = prefixed('cfut_', next);
const key = characters(37, alphabets.hex, next);
const page = (rule: string): string =>
  `https://github.com/eslint-plugin-cloudflare-auth/eslint-plugin-cloudflare-auth/blob/main/rules/${rule}.md`;

let client: Editor;

beforeAll(async () => {
  const home = project(['eslint@10.15.0', 'vscode-langservers-extracted@4.10.0']);
  home.write(
    'eslint.config.js',
    `import plugin from 'eslint-plugin-cloudflare-auth';\n
const fails = { rules: { always: { create() { throw new Error('made to fail'); } } } };
export default [plugin.configs.recommended, ...plugin.configs['recommended-files'], { files: ['fails.js'], plugins: { fails }, rules: { 'fails/always': 'error' } }];
`,
  );
  client = await editor(home.folder);
}, 300_000);

afterAll(() => client.close());

/** Types a file and waits for what is said of it. */
async function typed(path: string, language: string, text: string): Promise<readonly Diagnostic[]> {
  await client.type(path, language, text);
  return client.diagnostics(path);
}

/** The only line's characters that a diagnostic underlines. */
function underlined(text: string, { range: { start, end } }: Diagnostic): string | undefined {
  expect(end.line).toBe(start.line);
  return text.split('\n')[start.line]?.slice(start.character, end.character);
}

/** A file of each other language, by the identifier that VS Code gives it, with one credential. */
const documents: Readonly<Record<string, readonly [language: string, text: string]>> = {
  'deploy.sh': ['shellscript', `#!/bin/sh\nexport CLOUDFLARE_API_TOKEN=${secret}\n`],
  '.env': ['dotenv', `# zone\nCLOUDFLARE_API_TOKEN="${secret}"\n`],
  'app/.dev.vars': ['dotenv', `TOKEN=${secret}\n`],
  'zone.tf': ['terraform', `variable "cloudflare_api_token" {}\n\nprovider "cloudflare" {\n  api_token = "${secret}"\n}\n`],
  'prod.tfvars': ['terraform-vars', `zone  = "example.com"\ntoken = "${secret}"\n`],
  'wrangler.toml': ['toml', `name = "shop"\n\n[vars]\nAPI_TOKEN = '${secret}'\n`],
  'wrangler.jsonc': ['jsonc', `{\n  // of the shop\n  "vars": { "API_TOKEN": "${secret}" },\n}\n`],
  'settings.json': ['json', `{ "cloudflare": { "token": "${secret}" } }\n`],
  'config.yaml': ['yaml', `cloudflare:\n  apiToken: ${secret}\n`],
  'compose.yaml': ['dockercompose', `services:\n  ddns:\n    environment:\n      - CF_API_TOKEN=${secret}\n`],
  '.github/workflows/deploy.yml': [
    'github-actions-workflow',
    `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: cloudflare/wrangler-action@v3\n        with:\n          apiToken: '${secret}'\n`,
  ],
  Dockerfile: ['dockerfile', `FROM alpine:3.22\nENV CF_API_TOKEN=${secret}\n`],
  'cloudflare.ini': ['ini', `dns_cloudflare_api_token = ${secret}\n`],
  'run.md': ['markdown', `# Run\n\n\`\`\`sh\nexport CF_API_TOKEN=${secret}\n\`\`\`\n`],
};

describe('a finding', () => {
  it('underlines exactly the credential, names its rule, and links to its page', async () => {
    const text = `const zone = 'a';\nexport const token = '${secret}';\n`;
    const [diagnostic, ...more] = await typed('place.js', 'javascript', text);
    expect(more).toEqual([]);
    expect(underlined(text, diagnostic!)).toBe(secret);
    expect(diagnostic).toMatchObject({
      range: { start: { line: 1, character: 22 } },
      severity: 1,
      source: 'eslint',
      code: 'cloudflare-auth/no-hardcoded-credentials',
      codeDescription: { href: page('no-hardcoded-credentials') },
    });
    expect(diagnostic!.message).not.toContain(secret.slice(0, 12));
  });

  it.each(Object.entries(documents))('stands in %s at the credential as well', async (path, [language, text]) => {
    const [diagnostic, ...more] = await typed(path, language, text);
    expect(more).toEqual([]);
    expect(underlined(text, diagnostic!)).toBe(secret);
    expect(diagnostic).toMatchObject({
      severity: 1,
      source: 'eslint',
      code: 'cloudflare-auth/no-hardcoded-credentials',
      codeDescription: { href: page('no-hardcoded-credentials') },
    });
  });

  it('goes when what is wrong goes', async () => {
    expect(await typed('goes.js', 'javascript', `const token = '${secret}';\n`)).toHaveLength(1);
    expect(await typed('goes.js', 'javascript', `const token = process.env.CLOUDFLARE_API_TOKEN;\n`)).toEqual([]);
  });
});

/** Takes the first quick fix whose title has these words; titles never hold the credential. */
async function repaired(path: string, text: string, words: RegExp, language = 'javascript'): Promise<string> {
  const [diagnostic] = await typed(path, language, text);
  const actions = await client.actions(path, diagnostic!);
  expect(JSON.stringify(actions.map(({ title }) => title))).not.toMatch(new RegExp(`${secret.slice(5, 15)}|${key.slice(4, 14)}`));
  const action = actions.find(({ title }) => words.test(title));
  expect(action, actions.map(({ title }) => title).join('\n')).toBeDefined();
  return client.apply(path, action!);
}

describe('a quick fix', () => {
  it('reads a hardcoded credential from the environment', async () => {
    expect(
      await repaired('token.js', `const cfDnsToken = '${secret}';\n`, /^Read it from the environment: `process\.env\.CF_DNS_TOKEN`/),
    ).toBe('const cfDnsToken = process.env.CF_DNS_TOKEN;\n');
  });

  it.each([
    ['.github/workflows/deploy.yml', /apiToken: '?\$\{\{ secrets\.[A-Z_]+ \}\}'?\n/],
    ['zone.tf', /api_token = var\.[a-z_]+\n/],
  ])('writes in %s what its language can say', async (path, written) => {
    const [language, text] = documents[path]!;
    const now = await repaired(path, text, /^Read it from the environment/, language);
    expect(now).toMatch(written);
    expect(await typed(path, language, now)).toEqual([]);
  });

  it('makes a token of the Global API Key and its e-mail address', async () => {
    const text = `fetch('https://api.cloudflare.com/client/v4/zones', { headers: { 'X-Auth-Email': email, 'X-Auth-Key': key } });\n`;
    expect(await repaired('key.js', text, /^Use an API token/)).toBe(
      "fetch('https://api.cloudflare.com/client/v4/zones', { headers: { Authorization: `Bearer ${process.env.CLOUDFLARE_API_TOKEN}` } });\n",
    );
  });

  it('turns http into https, and is the preferred one', async () => {
    const text = `fetch('http://api.cloudflare.com/client/v4/zones');\n`;
    const [diagnostic] = await typed('https.js', 'javascript', text);
    const action = (await client.actions('https.js', diagnostic!)).find(({ isPreferred }) => isPreferred);
    expect(await client.apply('https.js', action!)).toBe(text.replace('http:', 'https:'));
  });

  it('shows the page of the rule', async () => {
    const [diagnostic] = await typed('page.js', 'javascript', `const t = '${secret}';\n`);
    expect((await client.actions('page.js', diagnostic!)).map(({ title }) => title)).toContain(
      'Show documentation for cloudflare-auth/no-hardcoded-credentials',
    );
  });
});

describe('half-typed code', () => {
  it.each([
    ['01-prefer-api-tokens/bad/ddns-updater.mjs', 'javascript'],
    ['01-prefer-api-tokens/bad/purge-cache.sh', 'shellscript'],
    ['01-prefer-api-tokens/bad/acme.env', 'dotenv'],
    ['01-prefer-api-tokens/bad/provider-key.tf', 'terraform'],
    ['01-prefer-api-tokens/bad/external-dns.yaml', 'yaml'],
    ['01-prefer-api-tokens/bad/fly.toml', 'toml'],
    ['01-prefer-api-tokens/bad/Dockerfile.ddns', 'dockerfile'],
    ['01-prefer-api-tokens/bad/certbot.ini', 'ini'],
    ['01-prefer-api-tokens/bad/purge.md', 'markdown'],
    ['05-store-credentials-outside-code/bad/appsettings.json', 'json'],
    ['05-store-credentials-outside-code/bad/wrangler.jsonc', 'jsonc'],
    ['05-store-credentials-outside-code/bad/docker-compose.yml', 'dockercompose'],
  ])('of %s makes no rule fail, at any character', async (fixture, language) => {
    const text = readFileSync(new URL(`../../fixtures/${fixture}`, import.meta.url), 'utf8');
    const path = `half/${fixture}`;
    for (let end = 0; end <= text.length; end += sampled(1, 31)) {
      const diagnostics = await typed(path, language, text.slice(0, end));
      // A parse error is ESLint's own, and has no code.
      for (const { code = '', message } of diagnostics)
        expect(code === '' ? message : code).toMatch(code === '' ? /^Parsing error/ : /^cloudflare-auth\//);
    }
    expect(await typed(path, language, text)).not.toEqual([]);
  });

  it('left nothing for the server to complain of, which would show here', async () => {
    expect(client.complaints).toEqual([]);
    await typed('fails.js', 'javascript', 'fails();').catch(() => undefined);
    expect(client.complaints.join()).toContain('made to fail');
  });
});

describe('the settings of VS Code in docs/editors.md', () => {
  const readme = readFileSync(new URL('../../docs/editors.md', import.meta.url), 'utf8');
  const settings = JSON.parse(/```json\n(\{\n {2}"eslint\.validate"[^`]+)```/.exec(readme)?.[1] ?? '') as {
    readonly 'eslint.validate': readonly string[];
    readonly 'files.associations': Readonly<Record<string, string>>;
  };

  it.each(Object.entries(documents))('have ESLint asked about %s', (_, [language]) =>
    expect(settings['eslint.validate']).toContain(language),
  );

  it('call files of variables what ESLint is asked about', () => {
    for (const language of Object.values(settings['files.associations'])) expect(settings['eslint.validate']).toContain(language);
  });
});
