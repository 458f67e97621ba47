import { describe, expect, it } from 'vitest';
import { apiUses } from '../../../src/facts/operations/api-uses.js';
import { readByPath } from '../../../src/languages/register.js';

/** The calls that a file makes: line and operation, or what can be seen of the command. */
function uses(path: string, text: string): string[] {
  return apiUses(readByPath(text, path).file).map(({ at, what, operation, unclear }) => {
    const line = text.slice(0, at.start).split('\n').length;
    return `${String(line)}: ${operation ? `${operation.method} ${operation.path}` : `${what} ${unclear ?? ''}`}`;
  });
}

const deploy = 'PUT /accounts/{}/workers/scripts/{}';
const pages = 'POST /accounts/{}/pages/projects/{}/deployments';
const secret = 'PUT /accounts/{}/workers/scripts/{}/secrets';

describe('wrangler is run by a shell', () => {
  it.each([
    ['npx wrangler@4.20 deploy', deploy],
    ['npx --yes wrangler@$VERSION deploy', deploy],
    ['pnpm wrangler deploy', deploy],
    ['pnpm --filter web exec wrangler deploy', deploy],
    ['pnpm dlx wrangler@latest deploy', deploy],
    ['yarn wrangler deploy', deploy],
    ['yarn dlx wrangler deploy', deploy],
    ['npm exec -- wrangler deploy', deploy],
    ['bunx wrangler deploy', deploy],
    ['bun x wrangler deploy', deploy],
    ['npx @cloudflare/wrangler publish', deploy],
    ['./node_modules/.bin/wrangler deploy', deploy],
    ['"$BIN/wrangler" deploy', deploy],
    ['RUN="npx wrangler@3"\n$RUN deploy', deploy],
    ['cross-env CI=1 wrangler deploy', deploy],
    ['dotenv -e .env.production -- wrangler deploy', deploy],
    ['doppler run --project shop -- npx wrangler deploy', deploy],
    ['sudo -u deployer env CI=1 timeout 600 npx wrangler deploy', deploy],
    ['bash -c "wrangler deploy"', deploy],
    ['opennextjs-cloudflare deploy -- --env production', deploy],
    ['wrangler "$@"', 'wrangler … command'],
    ['npx wrangler pages "$COMMAND"', 'wrangler pages command'],
    ['wrangler agent-memory namespace list', 'wrangler agent-memory namespace list command'],
  ])('%s', (script, expected) => {
    expect(uses('deploy.sh', script).map((use) => use.replace(/^\d+: /, ''))).toEqual([expected]);
  });

  it.each([
    'npm install wrangler',
    'pnpm add -D wrangler',
    'yarn add wrangler',
    'npm run wrangler deploy',
    'command -v wrangler',
    'echo wrangler deploy',
    'wrangler --version',
    'wrangler login',
    '# wrangler deploy',
    'op run wrangler deploy',
    'opennextjs-cloudflare build',
  ])('%s is none', (script) => {
    expect(uses('deploy.sh', script)).toEqual([]);
  });
});

describe('wrangler is run by a program', () => {
  it.each([
    ["import shellac from 'shellac';\nawait shellac`\n  $ npx wrangler@2 pages publish ${dir}\n  stdout >> ${print}\n`;", [`3: ${pages}`]],
    ["import shellac from 'shellac';\nawait shellac.in(dir)`\n  $$ npx wrangler@${version} deploy\n`;", [`3: ${deploy}`]],
    ["import { execa } from 'execa';\nawait execa('npx', ['wrangler', 'deploy', '--env', env]);", [`2: ${deploy}`]],
    ["import { execa } from 'execa';\nawait execa('pnpm', ['exec', `wrangler@${version}`, 'deploy']);", [`2: ${deploy}`]],
    ["import { execa } from 'execa';\nconst words = ['wrangler', 'deploy'];\nawait execa('npx', words);", [`3: ${deploy}`]],
    ["import { execSync } from 'node:child_process';\nexecSync(`npx wrangler@${version} pages deploy ${dir}`);", [`2: ${pages}`]],
    ["import { execSync } from 'node:child_process';\nexecSync(['npx', 'wrangler', 'deploy'].join(' '));", [`2: ${deploy}`]],
    ["import { $ } from 'zx';\nawait $`npx wrangler secret put ${name}`;", [`2: ${secret}`]],
    ["import { exec } from '@actions/exec';\nawait exec('npx', ['wrangler', 'deploy']);", [`2: ${deploy}`]],
    [
      "import { execa } from 'execa';\nconst wrangler = (...words) => execa('npx', ['wrangler', ...words]);\nawait wrangler('deploy');\nawait wrangler('secret', 'put', 'A');",
      [`3: ${deploy}`, `4: ${secret}`],
    ],
    [
      "import { execSync } from 'child_process';\nfunction wrangler(line) {\n  execSync(`npx wrangler ${line}`);\n}\nwrangler('pages deploy dist');",
      [`5: ${pages}`],
    ],
    [
      "import { execSync } from 'child_process';\nexport function wrangler(line) {\n  execSync(`npx wrangler ${line}`);\n}",
      ['3: wrangler … command'],
    ],
    ["import { execa } from 'execa';\nawait execa('npx', ['wrangler', ...words]);", ['2: wrangler … command']],
    ["import { execa } from 'execa';\nawait execa('npx', ['wrangler', 'types']);\nawait execa('npm', ['install', 'wrangler']);", []],
  ])('%s', (code, expected) => {
    expect(uses('scripts/deploy.mjs', code)).toEqual(expected);
  });

  it.each([
    ['deploy.py', 'import subprocess\nsubprocess.run(["npx", "wrangler@4", "deploy"], check=True)', [`2: ${deploy}`]],
    ['deploy.py', 'import os\nos.system("npm ci && npx wrangler deploy")', [`2: ${deploy}`]],
    ['deploy.py', 'print("npx wrangler deploy")', []],
    ['Rakefile', "sh 'npx wrangler deploy'", [`1: ${deploy}`]],
    ['Jenkinsfile', "sh 'npx wrangler pages deploy dist'", [`1: ${pages}`]],
    ['main.go', 'package main\nfunc main() {\n\texec.Command("npx", "wrangler", "deploy").Run()\n}', [`3: ${deploy}`]],
    ['deploy.ps1', '# wrangler deploy\nnpx wrangler deploy\n& wrangler secret put $name', [`2: ${deploy}`, `3: ${secret}`]],
  ])('%s: %s', (path, code, expected) => {
    expect(uses(path, code)).toEqual(expected);
  });
});

describe('wrangler is run by what stands in settings', () => {
  const step = (...lines: readonly string[]): string =>
    ['jobs:', '  deploy:', '    steps:', '      - uses: cloudflare/wrangler-action@v3', ...lines.map((line) => `        ${line}`)].join(
      '\n',
    );

  it.each([
    ['package.json', '{ "scripts": {\n"release": "npm run build && pnpm wrangler deploy" } }', [`2: ${deploy}`]],
    ['project.json', '{ "targets": { "deploy": { "options": {\n"command": "npx wrangler deploy" } } } }', [`2: ${deploy}`]],
    ['deno.json', '{ "tasks": {\n"deploy": "wrangler deploy" } }', [`2: ${deploy}`]],
    ['Makefile', 'deploy: build\n\t@npx wrangler deploy --env $(ENV)\n', [`2: ${deploy}`]],
    ['justfile', 'deploy:\n    npx wrangler deploy\n', [`2: ${deploy}`]],
    ['Dockerfile', 'FROM node\nRUN npx wrangler@4 deploy\nCMD ["npx", "wrangler", "pages", "deploy"]', [`2: ${deploy}`, `3: ${pages}`]],
    ['.gitlab-ci.yml', 'deploy:\n  script:\n    - npx wrangler deploy', [`3: ${deploy}`]],
    ['.buildkite/pipeline.yml', 'steps:\n  - command: npx wrangler deploy', [`2: ${deploy}`]],
    ['.github/workflows/a.yml', step(), [`4: ${deploy}`]],
    ['.github/workflows/a.yml', step('with:', '  command: pages deploy dist'), [`6: ${pages}`]],
    [
      '.github/workflows/a.yml',
      step('with:', '  command: |', '    deploy', '    pages deploy dist').replace('v3', 'v2'),
      [`6: ${deploy}`, `6: ${pages}`],
    ],
    ['.github/workflows/a.yml', step('with:', '  command: ${{ inputs.command }}'), ['6: wrangler … command']],
    ['.github/workflows/a.yml', step('with:', '  command: whoami', '  preCommands: npx wrangler secret put A'), [`7: ${secret}`]],
    [
      '.github/workflows/a.yml',
      step('with:', '  secrets: |', '    API_KEY'),
      [`4: ${deploy}`, '4: PATCH /accounts/{}/workers/scripts/{}/secrets-bulk'],
    ],
    ['.github/workflows/a.yml', step().replace('wrangler-action@v3', 'pages-action@v1'), [`4: ${pages}`]],
    ['.github/workflows/a.yml', step().replace('cloudflare/wrangler-action@v3', 'actions/checkout@v4'), []],
  ])('%s: %s', (path, text, expected) => {
    expect(uses(path, text).toSorted()).toEqual(expected.toSorted());
  });
});
