import { describe, expect, it } from 'vitest';
import { lint, pointedAt } from '../lint.js';

/** The characters that a finding points at, and what it says up to the full stop. */
function found(code: string, path?: string): readonly string[] {
  return lint(code, { 'cloudflare-auth/no-shared-credential': 'error' }, path).map(
    (message) => `${pointedAt(code, message)} | ${message.message.split('. ')[0] ?? ''}`,
  );
}

describe('in JavaScript', () => {
  it.each([
    [
      'Workers of one stack',
      `import * as cloudflare from '@pulumi/cloudflare';
       new cloudflare.WorkersScript('api', { secretTextBindings: [{ name: 'T', text: process.env.CF_API_TOKEN }] });
       new cloudflare.WorkersScript('cron', { secretTextBindings: [{ name: 'T', text: process.env.CF_API_TOKEN }] });`,
      'text: process.env.CF_API_TOKEN | `cron` and `api` share `CF_API_TOKEN`',
    ],
    [
      'settings that are declared once',
      `import { Worker } from 'alchemy/cloudflare';
       const bindings = { CF_API_TOKEN: process.env.CF_API_TOKEN };
       await Worker('api', { bindings });
       await Worker('cron', { bindings });`,
      'bindings | `cron` and `api` share `CF_API_TOKEN`',
    ],
    [
      'stages of a loop',
      `import * as cloudflare from '@pulumi/cloudflare';
       for (const stage of ['staging', 'production'])
         new cloudflare.WorkersScript(\`api-\${stage}\`, { bindings: [{ name: 'T', text: process.env.CF_API_TOKEN }] });`,
      'text: process.env.CF_API_TOKEN | `api-production` and `api-staging` share `CF_API_TOKEN`',
    ],
    [
      'programs of a list',
      `import { Worker } from 'alchemy/cloudflare';
       await Promise.all(['api', 'cron'].map((name) => Worker(name, { bindings: { T: process.env.CF_API_TOKEN } })));`,
      'T: process.env.CF_API_TOKEN | `cron` and `api` share `CF_API_TOKEN`',
    ],
    [
      'programs that are described in a list',
      `import { Worker } from 'alchemy/cloudflare';
       const programs = [{ id: 'api', main: 'a.ts' }, { id: 'cron', main: 'c.ts' }];
       for (const program of programs) await Worker(program.id, { entrypoint: program.main, env: { T: process.env.CF_API_TOKEN } });`,
      'T: process.env.CF_API_TOKEN | `cron` and `api` share `CF_API_TOKEN`',
    ],
    [
      'a token that the stack creates',
      `import * as cloudflare from '@pulumi/cloudflare';
       const token = new cloudflare.ApiToken('ci', { name: 'ci' });
       new cloudflare.WorkersScript('api', { bindings: [{ name: 'T', type: 'secret_text', text: token.value }] });
       new cloudflare.WorkersScript('cron', { bindings: [{ name: 'T', type: 'secret_text', text: token.value }] });`,
      'text: token.value | `cron` and `api` share `ApiToken.value`',
    ],
    [
      'a secret of SST',
      `const secret = new sst.Secret('CloudflareApiToken');
       new sst.cloudflare.Worker('Api', { handler: 'a.ts', link: [secret] });
       new sst.cloudflare.Worker('Cron', { handler: 'c.ts', link: [secret] });`,
      'link: [secret] | `Cron` and `Api` share `CloudflareApiToken`',
    ],
    [
      'each program after the first, wherever it is given it',
      `import { Worker } from 'alchemy/cloudflare';
       await Worker('api', { env: { T: process.env.CF_API_TOKEN } });
       await Worker('api', { env: { U: process.env.CF_API_TOKEN } });
       await Worker('cron', { env: { T: process.env.CF_API_TOKEN }, bindings: { U: process.env.CF_API_TOKEN } });
       await Worker('mail', { env: { T: process.env.CF_API_TOKEN } });`,
      'T: process.env.CF_API_TOKEN | `cron` and `api` share `CF_API_TOKEN`',
      'U: process.env.CF_API_TOKEN | `cron` and `api` share `CF_API_TOKEN`',
      'T: process.env.CF_API_TOKEN | `mail` and `api` share `CF_API_TOKEN`',
    ],
    [
      'a loop of many, once',
      `import { Worker } from 'alchemy/cloudflare';
       const env = { T: process.env.CF_API_TOKEN };
       for (const name of ['api', 'cron', 'mail']) await Worker(name, { env });`,
      'env | `cron` and `api` share `CF_API_TOKEN`',
    ],
    [
      'constructs below a stack',
      `import { WorkersScript } from '@cdktf/provider-cloudflare/lib/workers-script';
       new WorkersScript(this, 'api', { bindings: [{ text: process.env.CF_API_TOKEN }] });
       new WorkersScript(this, 'cron', { bindings: [{ text: process.env.CF_API_TOKEN }] });`,
      'text: process.env.CF_API_TOKEN | `cron` and `api` share `CF_API_TOKEN`',
    ],
    [
      'settings within settings',
      `import * as cloudflare from '@pulumi/cloudflare';
       const limits = { T: process.env.CF_API_TOKEN };
       new cloudflare.PagesProject('shop', { deploymentConfigs: { production: { secrets: { T: process.env.CF_API_TOKEN } } } });
       new cloudflare.PagesProject('docs', { deploymentConfigs: { production: { limits, secrets: { T: process.env.CF_API_TOKEN } } } });`,
      'T: process.env.CF_API_TOKEN | `docs` and `shop` share `CF_API_TOKEN`',
    ],
    [
      'settings that hold themselves',
      `import { Worker } from 'alchemy/cloudflare';
       const env = { T: process.env.CF_API_TOKEN };
       env.env = env;
       await Worker('api', { env });
       await Worker('cron', { env });`,
      'env.env = env | `cron` and `api` share `CF_API_TOKEN`',
    ],
    [
      'customers in a table that holds itself',
      `const tenants = { acme: { token: process.env.CF_API_TOKEN }, globex: { token: process.env.CF_API_TOKEN } }; // cloudflare
       tenants.globex.all = tenants;`,
      'token: process.env.CF_API_TOKEN | `globex` and `acme` share `CF_API_TOKEN`',
    ],
    [
      'customers in a table',
      `const tenants = { acme: { token: process.env.CF_API_TOKEN }, globex: { token: process.env.CF_API_TOKEN } }; // cloudflare`,
      'token: process.env.CF_API_TOKEN | `globex` and `acme` share `CF_API_TOKEN`',
    ],
    [
      'users in a list',
      `const users = [{ name: 'ann', key: process.env.CF_API_TOKEN }, { key: process.env.CF_API_TOKEN }]; // cloudflare`,
      'key: process.env.CF_API_TOKEN | `number 2` and `ann` share `CF_API_TOKEN`',
    ],
    [
      'members whose names say nothing',
      `const allTeams = [process.env.CF_API_TOKEN, { username: 'ann', key: process.env.CF_API_TOKEN }, { names: 'b', slug: 'bob', key: process.env.CF_API_TOKEN }]; // cloudflare`,
      'key: process.env.CF_API_TOKEN | `number 2` and `number 1` share `CF_API_TOKEN`',
      'key: process.env.CF_API_TOKEN | `bob` and `number 1` share `CF_API_TOKEN`',
    ],
  ])('%s', (_, code, ...expected) => {
    expect(found(code)).toEqual(expected);
  });

  it.each([
    ['a token for each', `const tenants = { a: { token: process.env.A_CF_TOKEN }, b: { token: process.env.B_CF_TOKEN } }; // cloudflare`],
    [
      'a token that the stack creates for each',
      `import * as cloudflare from '@pulumi/cloudflare';
       const [one, other] = [new cloudflare.ApiToken('api', {}), new cloudflare.ApiToken('cron', {})];
       new cloudflare.WorkersScript('api', { bindings: [{ name: 'T', type: 'secret_text', text: one.value }] });
       new cloudflare.WorkersScript('cron', { bindings: [{ name: 'T', type: 'secret_text', text: other.value }] });`,
    ],
    ['an id', `const tenants = { a: process.env.CLOUDFLARE_ACCOUNT_ID, b: process.env.CLOUDFLARE_ACCOUNT_ID };`],
    [
      'one program that is called differently in each stage',
      `import { Worker } from 'alchemy/cloudflare'; await Worker(isLive ? 'api' : 'api-staging', { env: { T: process.env.CF_API_TOKEN } });`,
    ],
    [
      'stages of a loop with a token each',
      `import { Worker } from 'alchemy/cloudflare';
       for (const stage of ['staging', 'production']) await Worker(\`api-\${stage}\`, { env: { T: process.env[\`\${stage}_CF_API_TOKEN\`] } });`,
    ],
    ['a fallback', `const tenants = { a: process.env.A_CF_TOKEN ?? process.env.CF_API_TOKEN, b: process.env.CF_API_TOKEN }; // cloudflare`],
    ['what is one member', `const users = make(process.env.CF_API_TOKEN); const teams = make(process.env.CF_API_TOKEN); // cloudflare`],
    [
      'what is no program of Cloudflare’s',
      `import { Worker } from './own'; import { Queue } from 'alchemy/cloudflare';
       await Worker('a', { env: { T: process.env.CF_API_TOKEN } }); await Worker('b', { env: { T: process.env.CF_API_TOKEN } });
       await Queue('a', { env: { T: process.env.CF_API_TOKEN } }); await Queue('b', { env: { T: process.env.CF_API_TOKEN } });
       new sst.aws.Worker('a', { env: { T: process.env.CF_API_TOKEN } }); new sst.aws.Worker('b', { env: { T: process.env.CF_API_TOKEN } });`,
    ],
    [
      'what only looks like a global of SST',
      `function stack(sst) {
         new sst.cloudflare.Worker('a', { env: { T: process.env.CF_API_TOKEN } });
         new sst.cloudflare.Worker('b', { env: { T: process.env.CF_API_TOKEN } });
       }`,
    ],
    [
      'programs whose names are made of several that are not known together',
      `import { Worker } from 'alchemy/cloudflare';
       for (const stage of ['a', 'b']) for (const part of ['x', 'y']) await Worker(\`\${part}-\${stage}\`, { env: { T: process.env.CF_API_TOKEN } });
       for (const stage of ['a', 'b']) await Worker(\`\${name}-\${stage}\`, { env: { T: process.env.CF_API_TOKEN } });`,
    ],
    [
      'what is for whoever declares the program',
      `import { Worker } from 'alchemy/cloudflare';
       await Worker('a', { env: { T: process.env.CF_API_TOKEN } }); await Worker('b', { apiToken: process.env.CF_API_TOKEN, env: {} });`,
    ],
    [
      'two parts of one program',
      `const clients = { dns: make(process.env.CF_API_TOKEN), kv: make(process.env.CF_API_TOKEN) }; // cloudflare`,
    ],
  ])('leaves alone %s', (_, code) => {
    expect(found(code)).toEqual([]);
  });
});

describe('in compose files', () => {
  const compose = (...lines: readonly string[]): readonly string[] => found(`# cloudflare\n${lines.join('\n')}\n`, 'compose.yaml');

  it('finds a variable of two services, wherever it is written', () => {
    const second = '`ddns` and `proxy` share `CF_API_TOKEN`';
    expect(
      compose(
        'services:',
        '  proxy:',
        '    environment: { CF_DNS_API_TOKEN: "$CF_API_TOKEN" }',
        '  ddns:',
        '    environment:',
        '      - CF_API_TOKEN',
      ),
    ).toEqual([`CF_API_TOKEN | ${second}`]);
    expect(
      compose(
        'services:',
        '  proxy:',
        '    environment:',
        '      CF_API_TOKEN:',
        '  ddns:',
        '    environment:',
        '      - T=${CF_API_TOKEN}',
      ),
    ).toEqual([`T=\${CF_API_TOKEN} | ${second}`]);
  });

  it('finds it behind an alias or a merge', () => {
    const shared = ['x-env: &env', '  CF_API_TOKEN: ${CF_API_TOKEN}', 'services:', '  proxy:', '    environment: *env', '  ddns:'];
    const second = '`ddns` and `proxy` share `CF_API_TOKEN`';
    expect(compose(...shared, '    environment: *env')).toEqual([`environment: *env | ${second}`]);
    expect(compose(...shared, '    environment:', '      <<: *env', '      TZ: UTC')).toEqual([
      `environment:\n      <<: *env\n      TZ: UTC | ${second}`,
    ]);
    expect(
      compose(
        'x-app: &app',
        '  environment: { CF_API_TOKEN: "$CF_API_TOKEN" }',
        'services:',
        '  web:',
        '    <<: *app',
        '  jobs:',
        '    <<: *app',
      ),
    ).toEqual(['jobs | `jobs` and `web` share `CF_API_TOKEN`']);
  });

  it('finds a secret that two services mount', () => {
    expect(
      compose('services:', '  a:', '    secrets: [cloudflare_api_token]', '  b:', '    secrets:', '      - source: cloudflare_api_token'),
    ).toEqual([
      'cloudflare_api_token | `b` and `a` share `cloudflare_api_token`'.replace('cloudflare_api_token |', 'source: cloudflare_api_token |'),
    ]);
  });

  it('leaves alone what services are not given', () => {
    expect(
      compose('services:', '  a:', '    labels: { t: "$CF_API_TOKEN" }', '  b:', '    labels: { t: "$CF_API_TOKEN" }', '  c: later'),
    ).toEqual([]);
  });

  it('leaves alone what each service has for itself, ids, and the connectors of a tunnel', () => {
    expect(
      compose(
        'services:',
        '  a:',
        '    environment: { CF_API_TOKEN: "$A_CF_TOKEN", CF_ACCOUNT_ID: "$ID", TUNNEL_TOKEN: "$TUNNEL_TOKEN" }',
        '  b:',
        '    environment: { CF_API_TOKEN: "$B_CF_TOKEN", CF_ACCOUNT_ID: "$ID", TUNNEL_TOKEN: "$TUNNEL_TOKEN" }',
      ),
    ).toEqual([]);
  });
});

describe('in workflows', () => {
  const workflow = (...lines: readonly string[]): readonly string[] =>
    found(`# cloudflare\n${lines.join('\n')}\n`, '.github/workflows/a.yml');
  const env = 'env: { CF_API_TOKEN: "${{ secrets.CF_API_TOKEN }}" }';
  const entry = 'CF_API_TOKEN: "${{ secrets.CF_API_TOKEN }}"';
  const job = (...steps: readonly string[]): readonly string[] => [
    'jobs:',
    '  a:',
    '    steps:',
    ...steps.map((step) => `      - ${step}`),
  ];

  it('finds what every step of the workflow or of a job sees', () => {
    expect(workflow(env, ...job('run: npm ci', 'run: npx wrangler deploy'))).toEqual([
      `${entry} | The workflow exposes \`CF_API_TOKEN\` to all of its steps, including \`npm ci\``,
    ]);
    expect(workflow('jobs:', '  a:', `    ${env}`, '    steps:', '      - uses: actions/checkout@v5', '      - run: make deploy')).toEqual([
      `${entry} | The job \`a\` exposes \`CF_API_TOKEN\` to all of its steps, including \`actions/checkout\``,
    ]);
  });

  it('names what runs the code of others first', () => {
    const [message] = workflow(env, ...job('uses: actions/checkout@v5', 'run: cd web && pnpm install --frozen-lockfile', 'run: ./deploy'));
    expect(message).toContain('including `pnpm install`');
    expect(workflow(env, ...job('run: ls', 'uses: actions/checkout@v5', 'run: ./deploy'))).toEqual([
      expect.stringContaining('`actions/checkout`'),
    ]);
    expect(workflow(env, ...job('run: git -c a=b pull', 'run: ./deploy'))).toEqual([expect.stringContaining('including `git`')]);
  });

  it('goes by the name of the variable, or of the secret', () => {
    const four = [
      'env:',
      '  DEPLOY: ${{ secrets.CF_API_TOKEN }}',
      '  CF_DNS_TOKEN: ${{ secrets.DNS }}',
      '  CF_KV_TOKEN: ${{ vars.CF_KV_TOKEN }}',
      '  NODE_ENV: production',
    ];
    expect(workflow(...four, ...job('run: npm ci', 'run: ./deploy')).map((each) => each.split(' | ')[0])).toEqual([
      'DEPLOY: ${{ secrets.CF_API_TOKEN }}',
      'CF_DNS_TOKEN: ${{ secrets.DNS }}',
    ]);
  });

  it('passes over what is not filled in', () => {
    expect(
      workflow(env, 'jobs:', '  b: later', '  c:', '    steps: later', ...job('later', 'name: nothing', 'run: 5', 'run: npm ci').slice(1)),
    ).toEqual([expect.stringContaining('including `npm ci`')]);
    expect(workflow(env, 'jobs: later')).toEqual([]);
    expect(workflow('env: later', ...job('run: npm ci', 'run: ./deploy'))).toEqual([]);
  });

  it('knows a workflow by its path on every system', () => {
    const text = `# cloudflare\n${[env, ...job('run: npm ci', 'run: ./deploy')].join('\n')}\n`;
    expect(found(text, '.github\\workflows\\a.yml')).toHaveLength(1);
    expect(found(text, '.github/a.yml')).toEqual([]);
  });

  it('leaves alone steps that may need it', () => {
    expect(workflow(env, ...job('run: ./prepare', 'uses: acme/prepare@v1', 'run: npx wrangler deploy'))).toEqual([]);
    expect(workflow(env, ...job('run: git push https://$CF_API_TOKEN@a.example', 'run: npx wrangler deploy'))).toEqual([]);
    expect(workflow(env, ...job('run: npm ci && npm run deploy', 'run: npx wrangler deploy'))).toEqual([]);
    expect(workflow(env, ...job('run: npm install && npx wrangler deploy'))).toEqual([]);
    expect(workflow(env, ...job('run: $TOOL ci', `run: '"$(which npm)" ci'`, 'run: ./deploy'))).toEqual([]);
    expect(workflow(env, ...job('run: npm ci'))).toEqual([]);
  });

  it('leaves alone what a step has for itself, and what is no secret', () => {
    expect(workflow(...job('run: npm ci', 'run: npx wrangler deploy', `  ${env}`.trim()))).toEqual([]);
    expect(
      workflow('env: { CF_ACCOUNT_ID: "${{ secrets.CF_ACCOUNT_ID }}", CF_API_TOKEN: "" }', ...job('run: npm ci', 'run: make')),
    ).toEqual([]);
  });

  it('finds what another repository’s workflow inherits', () => {
    const uses = (to: string): readonly string[] => ['  b:', `    uses: ${to}`, '    secrets: inherit'];
    const reads = job('run: use ${{ secrets.CF_API_TOKEN }}');
    expect(workflow(...reads, ...uses('acme/ci/.github/workflows/release.yml@v2'))).toEqual([
      'secrets: inherit | `secrets: inherit` passes `CF_API_TOKEN` and every other secret to `acme/ci/.github/workflows/release.yml`',
    ]);
    expect(workflow(...reads, ...uses('./.github/workflows/release.yml'))).toEqual([]);
    expect(workflow(...job('run: make'), ...uses('acme/ci/.github/workflows/release.yml@v2'))).toEqual([]);
    expect(workflow(...job('run: use ${{ secrets.CF_ACCOUNT_ID }}'), ...uses('acme/ci/.github/workflows/release.yml@v2'))).toEqual([]);
    expect(
      workflow(...reads, '  b:', '    uses: acme/ci/.github/workflows/release.yml@v2', '    secrets: { T: "${{ secrets.CF_API_TOKEN }}" }'),
    ).toEqual([]);
  });
});
