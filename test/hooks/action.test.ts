/** The script of the GitHub action, as its runner calls it. */
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, expect, it } from 'vitest';
import { prefixed, random } from '../made-up/credentials.js';
import { packed, project, type Project } from '../package/project.js';

const script = fileURLToPath(new URL('../../action.sh', import.meta.url));
const definition = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8');
const secret = prefixed('cfut_', random(13));
let home: Project;
let registry: string;

beforeAll(() => {
  home = project([]);
  registry = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();
  home.write('stand-in/npm', `#!/bin/sh\nln -s ${JSON.stringify(join(home.folder, 'node_modules'))} node_modules\n`);
  chmodSync(join(home.folder, 'stand-in/npm'), 0o755);
}, 300_000);

/** The script as it installs what is packed; the rest of the tests take what is installed already for what npm would install. */
function actFresh(
  paths: string,
  settings: Readonly<Record<string, string>> = {},
): { readonly code: number | null; readonly out: string; readonly outputs: string; readonly sarif: string } {
  home.write('outputs', '');
  const { status, stdout } = spawnSync('bash', [script], {
    cwd: home.folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATHS: paths,
      STRICT: 'false',
      VERSION: `file:${packed()}`,
      REGISTRY: registry,
      SARIF: 'found.sarif',
      GITHUB_OUTPUT: join(home.folder, 'outputs'),
      ...settings,
    },
  });
  const read = (path: string): string => readFileSync(join(home.folder, path), 'utf8');
  return { code: status, out: stdout, outputs: read('outputs'), sarif: read('found.sarif') };
}

const act: typeof actFresh = (paths, settings) =>
  actFresh(paths, { PATH: `${join(home.folder, 'stand-in')}${delimiter}${process.env['PATH'] ?? ''}`, ...settings });

it('annotates and writes SARIF where something is found', () => {
  home.write('a, b/x:1.ts', `const token = '${secret}';\n`);
  home.write('clean/fine.ts', 'export const cloudflare = 1;\n');
  const { code, out, outputs, sarif } = actFresh('clean/fine.ts .');
  expect(out).toContain(
    '::error file=a%2C b/x%3A1.ts,line=1,endLine=1,col=16,endColumn=69,title=cloudflare-auth/no-hardcoded-credentials::Hardcoded',
  );
  expect(out + sarif).not.toContain(secret.slice(5, 15));
  expect(sarif).toContain('no-hardcoded-credentials');
  expect({ code, outputs }).toEqual({ code: 0, outputs: 'found=true\n' });
});

it('says nothing where nothing is', () => {
  expect(act('clean')).toMatchObject({ code: 0, out: '', outputs: 'found=false\n' });
});

it('fails when it could not look, and takes no input for a command', () => {
  expect(act('no-such-folder; touch taken').code).toBe(2);
  expect(act('$(touch taken)').code).toBe(2);
  expect(() => readFileSync(join(home.folder, 'taken'))).toThrow();
});

it('lets no comment and no configuration of a stranger silence it', () => {
  home.write('theirs/a.ts', `// eslint-disable-next-line\nexport const token = '${secret}';\n`);
  expect(act('theirs')).toMatchObject({ code: 0, outputs: 'found=false\n' });
  expect(act('theirs', { INLINE_CONFIG: 'false' })).toMatchObject({ code: 0, outputs: 'found=true\n' });
  home.write('theirs/a.ts', `export const token = '${secret}';\n`);
  home.write('cloudflare-auth.json', '{ "rules": { "no-hardcoded-credentials": "off" } }');
  expect(act('theirs')).toMatchObject({ code: 0, outputs: 'found=false\n' });
  expect(act('theirs', { CONFIG_LOOKUP: 'false' })).toMatchObject({ code: 0, outputs: 'found=true\n' });
  rmSync(join(home.folder, 'cloudflare-auth.json'));
});

it('leaves out what a baseline lists', () => {
  home.write('old/a.ts', `export const token = '${secret}';\n`);
  expect(act('old')).toMatchObject({ code: 0, outputs: 'found=true\n' });
  const { code } = home.run('eslint-plugin-cloudflare-auth', '--baseline', 'known findings.json', '--update-baseline', 'old');
  expect(code).toBe(0);
  expect(act('old', { BASELINE: 'known findings.json' })).toMatchObject({ code: 0, out: '', outputs: 'found=false\n' });
});

it('looks at absolute paths, and at what is called like an option', () => {
  home.write('-f/a.ts', `export const token = '${secret}';\n`);
  expect(act('-f')).toMatchObject({ code: 0, outputs: 'found=true\n' });
  expect(act(join(home.folder, '-f'))).toMatchObject({ code: 0, outputs: 'found=true\n' });
});

it('runs nothing of the checkout', () => {
  const planted = `require('node:fs').writeFileSync(${JSON.stringify(join(home.folder, 'taken'))}, '')`;
  home.write('node_modules/eslint-plugin-cloudflare-auth/dist/cli/bin.js', planted);
  home.write('node_modules/.bin/eslint-plugin-cloudflare-auth', `#!/usr/bin/env node\n${planted}`);
  home.write('.npmrc', 'registry=http://127.0.0.1:9/\nscript-shell=/bin/false\n');
  expect(actFresh('clean')).toMatchObject({ code: 0, outputs: 'found=false\n' });
  expect(() => readFileSync(join(home.folder, 'taken'))).toThrow();
});

it('gets every variable from its definition', () => {
  for (const [, name = ''] of readFileSync(script, 'utf8').matchAll(/\$\{?([A-Z_]+)\b/g))
    if (!['PWD', 'GITHUB_OUTPUT'].includes(name)) expect(definition).toMatch(new RegExp(String.raw`\n {8}${name}: \$\{\{ inputs\.`));
  expect(definition.match(/run: .*/g)).toEqual(['run: bash "$GITHUB_ACTION_PATH/action.sh"', 'run: exit 1']);
});
