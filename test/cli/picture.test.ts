/** The picture of the command in README.md: what it prints in a terminal of 80 columns, on three fixtures. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { colours, kept, picture, type Style, text } from '../docs/pictures.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const files = {
  'scripts/purge-cache.sh': '01-prefer-api-tokens/bad/purge-cache.sh',
  'infra/provider.tf': '05-store-credentials-outside-code/bad/provider.tf',
  'src/verify-token.mjs': '08-use-https/bad/verify-token.mjs',
};

/** What the command prints, colours and all. */
function printed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'picture-'));
  for (const [path, fixture] of Object.entries(files)) cpSync(join(root, 'fixtures', fixture), join(folder, path));
  const terminal = 'data:text/javascript,process.stdout.isTTY = true; process.stdout.columns = 80;';
  const env = { ...process.env, TERM: 'xterm-256color' };
  for (const name of ['NO_COLOR', 'FORCE_COLOR']) Reflect.deleteProperty(env, name);
  const { stdout, status } = spawnSync(process.execPath, ['--import', terminal, join(root, 'dist/cli/bin.js')], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  expect(status).toBe(1);
  return stdout.trimEnd();
}

/** The styles of the codes that the readable format uses. */
const styles: Readonly<Record<string, Style>> = {
  '0': {},
  '1': { bold: true },
  '31': { colour: colours.red },
  '33': { colour: colours.yellow },
  '90': { colour: colours.grey },
};

function drawn(line: string, row: number): readonly string[] {
  let column = 0;
  let style: Style = {};
  // eslint-disable-next-line no-control-regex -- terminals are told colours so
  return line.split(/\u001B\[(\d+)m/).flatMap((part, index) => {
    if (index % 2 === 1) {
      expect(Object.keys(styles)).toContain(part);
      style = styles[part] ?? {};
      return [];
    }
    column += part.length;
    return [text(column - part.length, row, part, style)];
  });
}

it('shows what the command prints (npm run pictures)', () => {
  const command = 'npx eslint-plugin-cloudflare-auth';
  const lines = [`\u001B[90m$\u001B[0m ${command}`, ...printed().split('\n')];
  const now = picture('Terminal', `What ${command} prints`, 80, lines.length, lines.flatMap(drawn));
  expect(kept('terminal', now)).toBe(now);
  expect(now).not.toMatch(/Fixture\w{4}/);
});
