/** A repository in whose folders every package that we could load is a trap: linting it must run nothing of it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { project, type Project } from './project.js';

const lock = JSON.parse(readFileSync(fileURLToPath(new URL('../../package-lock.json', import.meta.url)), 'utf8')) as {
  readonly packages: Readonly<Record<string, object>>;
};

/** Every package that our lock file names, whether it is shipped, bundled or only a parser that others bring. */
const names = [
  ...new Set(
    Object.keys(lock.packages)
      .map((path) => path.replace(/^.*node_modules\//, ''))
      .filter((name) => name !== ''),
  ),
];

let linter: Project;
let repository: string;
let sprung: string;

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

beforeAll(() => {
  linter = project(['eslint@10.15.0', '@typescript-eslint/parser@8.72.0', 'typescript@6.0.3']);
  linter.write(
    'eslint.config.js',
    `import plugin from 'eslint-plugin-cloudflare-auth';
     export default [plugin.configs.strict, plugin.configs.typescript, ...plugin.configs['strict-files']];\n`,
  );
  const above = mkdtempSync(join(tmpdir(), 'foreign-'));
  repository = join(above, 'repository');
  sprung = join(above, 'sprung');
  const trap = `require('node:fs').appendFileSync(${JSON.stringify(sprung)}, __filename + '\\n');\n`;
  for (const modules of ['node_modules', 'repository/node_modules', 'repository/node_modules/eslint/node_modules']) {
    for (const name of names) {
      write(join(above, modules, name, 'package.json'), JSON.stringify({ name, version: '99.0.0', main: 'trap.cjs', bin: 'trap.cjs' }));
      write(join(above, modules, name, 'trap.cjs'), trap);
    }
  }
  for (const name of ['.pnp.cjs', '.pnp.loader.mjs', 'eslint.config.js', '.eslintrc.cjs', 'babel.config.cjs', '.prettierrc.cjs'])
    write(
      join(repository, name),
      name.endsWith('.mjs') || name.endsWith('.js')
        ? `import { appendFileSync } from 'node:fs';\nappendFileSync(${JSON.stringify(sprung)}, 'module');\n`
        : trap,
    );
  write(join(repository, '.npmrc'), 'script-shell=./trap.sh\n');
  write(join(repository, 'tsconfig.json'), '{ "compilerOptions": { "plugins": [{ "name": "typescript" }] } }\n');
  const url = 'http://api.cloudflare.com/client/v4';
  write(join(repository, 'a.js'), `fetch('${url}/zones');\n`);
  write(join(repository, 'b.ts'), `fetch('${url}/zones' as string);\n`);
  write(join(repository, '.env'), `CLOUDFLARE_API_URL=${url}\n`);
  write(join(repository, 'c.sh'), `curl ${url}/zones\n`);
  write(join(repository, 'd.json'), `{ "CLOUDFLARE_API_URL": "${url}" }\n`);
  write(join(repository, 'e.yaml'), `CLOUDFLARE_API_URL: ${url}\n`);
  write(join(repository, 'f.toml'), `CLOUDFLARE_API_URL = "${url}"\n`);
  write(join(repository, 'g.md'), `\`\`\`sh\ncurl ${url}/zones\n\`\`\`\n`);
}, 600_000);

it.each([[[]], [['--fix-dry-run']]])('is linted with %j, and nothing of it runs', (flags) => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(linter.folder, 'node_modules/eslint/bin/eslint.js'),
      ...['--config', join(linter.folder, 'eslint.config.js'), '--format', 'json', ...flags],
      ...['a.js', 'b.ts', '.env', 'c.sh', 'd.json', 'e.yaml', 'f.toml', 'g.md'],
    ],
    { cwd: repository, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  const results = JSON.parse(stdout) as readonly {
    readonly messages: readonly { readonly ruleId: string | null }[];
    readonly output?: string;
  }[];
  expect(results).toHaveLength(8);
  for (const { messages, output } of results)
    expect(output ?? messages.map(({ ruleId }) => ruleId)).toEqual(
      flags.length > 0 ? expect.stringContaining('https:') : expect.arrayContaining(['cloudflare-auth/require-https']),
    );
  expect(existsSync(sprung) ? readFileSync(sprung, 'utf8') : '').toBe('');
});
