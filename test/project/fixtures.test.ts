/** Small projects in `fixtures/projects`, with what is found in each: by the command in any order of files, and by ESLint. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as typescript from '@typescript-eslint/parser';
import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/cli/check/scan.js';
import type { Settings } from '../../src/cli/check/settings.js';
import { type Listed, walk } from '../../src/cli/walk/index.js';
import plugin from '../../src/index.js';
import { lint } from '../lint.js';

const root = fileURLToPath(new URL('../../fixtures/projects', import.meta.url));
const projects = readdirSync(root).sort();
const settings: Settings = { sources: { preset: 'strict' }, inline: true, fix: 'off', suggestions: false, uses: false };

/** The files of a project as the only ones of a scan, so that no other project is around them. */
function filesOf(project: string): readonly Listed[] {
  const cwd = join(root, project);
  return walk(['.'], { cwd, gitignore: false }).files.filter(({ path }) => path !== 'findings');
}

/** The line and rule of a finding, and what its message says of another file. */
function told({ line, ruleId, message }: Pick<Linter.LintMessage, 'line' | 'ruleId' | 'message'>): string {
  const [, origin] = /\(from (\S+)\)/.exec(message) ?? [];
  return `${String(line)} ${ruleId?.replace(/^.*\//, '') ?? ''}${origin === undefined ? '' : ` from ${origin}`}`;
}

async function foundByCommand(files: readonly Listed[]): Promise<readonly string[]> {
  const scanned = await scan(files, { settings, concurrency: 1, onProgress: () => undefined });
  return scanned.files.flatMap(({ path, messages }) => messages.map((message) => `${path}:${told(message)}`)).sort();
}

function foundByEslint(project: string): readonly string[] {
  const rules = plugin.configs.strict.rules as Linter.RulesRecord;
  return readdirSync(join(root, project), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:[cm]?[jt]s|py)$/.test(path) && statSync(join(root, project, path)).isFile())
    .flatMap((path) => {
      const filename = join(root, project, path);
      return lint(readFileSync(filename, 'utf8'), rules, filename, typescript).map((message) =>
        `${path.split(sep).join('/')}:${told(message)}`.replace(`from fixtures/projects/${project}/`, 'from '),
      );
    })
    .sort();
}

describe.each(projects)('%s', (project) => {
  const files = filesOf(project);

  it('has the findings that it says', async () => {
    const found = await foundByCommand(files);
    const alsoInEslint = foundByEslint(project);
    // What only shows where a file is used is for the command to find, which knows all files.
    const drawn = found.map((each) => (alsoInEslint.includes(each) ? `${each}\n` : `${each} (command)\n`)).join('');
    expect(alsoInEslint.filter((each) => !found.includes(each))).toEqual([]);
    const path = join(root, project, 'findings');
    if (process.env['UPDATE_FIXTURES']) writeFileSync(path, drawn);
    expect(drawn).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
    expect(found.length > 0).toBe(project.startsWith('bad'));
  });

  it('has the same in any order of files', async () => {
    const found = await foundByCommand(files);
    expect(await foundByCommand([...files].reverse())).toEqual(found);
  });
});
