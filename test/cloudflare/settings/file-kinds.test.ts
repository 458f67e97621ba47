import { describe, expect, it } from 'vitest';
import { insteadOfWriting } from '../../../src/cloudflare/settings/file-kinds.js';
import { isUnrelated, otherWorkflow, unrelatedActions, workflowFile } from '../../../src/cloudflare/settings/workflows.js';

describe('what to do instead of writing a secret into', () => {
  it.each([
    ['README.md', 'write a placeholder here'],
    ['docs/setup.mdx/0_0.ts', 'write a placeholder here'],
    ['src/env.ts', 'read it from the environment (`CF_API_TOKEN`)'],
    ['config.env.mjs', 'read it from the environment (`CF_API_TOKEN`)'],
    ['apps/api/wrangler.jsonc', 'put it into the Worker with `wrangler secret put CF_API_TOKEN`'],
    ['.github/workflows/deploy.yml', 'store it as a secret of the repository and write `${{ secrets.CF_API_TOKEN }}`'],
    ['web\\.github\\workflows\\deploy.yaml', 'store it as a secret of the repository and write `${{ secrets.CF_API_TOKEN }}`'],
    [
      '.dev.vars.staging',
      'keep this file out of the repository (`.gitignore`); deployed Workers have theirs from `wrangler secret put CF_API_TOKEN`',
    ],
    ['.env.example', 'leave it empty here'],
    ['.env', 'keep this file out of the repository (`.gitignore`)'],
    ['.env.local', 'keep this file out of the repository (`.gitignore`)'],
    ['deploy\\prod.env', 'keep this file out of the repository (`.gitignore`)'],
    ['cloudflare.ini', 'keep this file out of the repository and readable only by its user'],
    ['prod.tfvars', 'keep this file out of the repository, or set `TF_VAR_…`'],
    ['prod.tfvars.json', 'keep this file out of the repository, or set `TF_VAR_…`'],
    ['main.tf', 'read it from a `sensitive` variable'],
    ['docker/Dockerfile', 'pass it when the container starts, or mount it (`RUN --mount=type=secret`)'],
    ['Pulumi.prod.yaml', 'set it with `pulumi config set --secret`'],
    ['terraform.tfstate.backup', 'keep the state in an encrypted backend'],
    ['docker-compose.prod.yml', 'read it from the environment (`${CF_API_TOKEN}`)'],
    ['package.json', 'read it from the environment (`$CF_API_TOKEN`)'],
    ['compose/settings.yaml', 'move it to a secret store'],
    ['config.toml', 'move it to a secret store'],
  ])('%s', (path, instead) => {
    expect(insteadOfWriting(path, 'CF_API_TOKEN')).toBe(instead);
  });

  it.each(['deploy.sh', 'environment', 'tfvars'])('%s: nothing of its own', (path) => {
    expect(insteadOfWriting(path, 'CF_API_TOKEN')).toBeUndefined();
  });
});

describe('commands of a workflow that', () => {
  it.each(['npm ci', 'pnpm i', 'yarn', 'yarn --immutable', 'pip3 install', 'uv sync', 'go mod', 'apt-get update', 'git push', 'cd'])(
    'have no use for a credential: %s',
    (line) => {
      const [name = '', word = ''] = line.split(' ');
      expect(isUnrelated(name, word)).toBe(true);
    },
  );

  it.each(['npm', 'npm run', 'pnpm install-test', 'yarn deploy', 'bun x', 'uv run', 'go run', 'wrangler', 'constructor', 'toString'])(
    'may have one: %s',
    (line) => {
      const [name = '', word = ''] = line.split(' ');
      expect(isUnrelated(name, word)).toBe(false);
    },
  );
});

it.each([
  ['actions/checkout@v5', true],
  ['github/codeql-action/init@v4', true],
  ['docker/setup-buildx-action@v3', true],
  ['actions/github-script@v8', false],
  ['docker/build-push-action@v6', false],
  ['acme/actions/checkout@v5', false],
])('the action %s has no use for a credential: %s', (action, unrelated) => {
  expect(unrelatedActions.test(action)).toBe(unrelated);
});

it.each([
  ['.github/workflows/ci.yml', true],
  ['web/.forgejo/workflows/ci.yaml', true],
  ['.github/dependabot.yml', false],
  ['.github/workflows/old/ci.yml', false],
  ['my.github/workflows/ci.yml', false],
])('%s is a workflow: %s', (path, is) => {
  expect(workflowFile.test(path)).toBe(is);
});

it.each([
  ['acme/shared/.github/workflows/deploy.yml@main', true],
  ['./.github/workflows/deploy.yml', false],
  ['acme/shared@v1', false],
])('%s is the workflow of another repository: %s', (uses, other) => {
  expect(otherWorkflow.test(uses)).toBe(other);
});
