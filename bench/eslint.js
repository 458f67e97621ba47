/** `npm run bench`: what the plugin costs ESLint on real code, beside the same run without rules. `-- 9` for nine rounds instead of five. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inTurns, rounds, table } from './measure.js';
import { prove } from './proof.js';
import { trees } from './trees.js';

const require = createRequire(import.meta.url);
const eslint = join(require.resolve('eslint/package.json'), '../bin/eslint.js');
const plugin = new URL('../dist/index.js', import.meta.url).href;
const command = join(import.meta.dirname, '../dist/cli/bin.js');

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const configs = ['recommended', 'strict', 'all'];
try {
  /** @param {string} name @param {string} body */
  const config = (name, body) => {
    const path = join(folder, `${name}.mjs`);
    const parser = pathToFileURL(require.resolve('@typescript-eslint/parser')).href;
    writeFileSync(
      path,
      `import * as parser from '${parser}';\n${body.includes('plugin') ? `import plugin from '${plugin}';\n` : ''}
export default [{ files: ['**/*.ts'], languageOptions: { parser }, linterOptions: { noInlineConfig: true }, ...${body} }];`,
    );
    return [eslint, '--no-warn-ignored', '--format', 'json', '-c', path, '.'];
  };
  const commands = {
    'no rules': config('none', '{}'),
    ...Object.fromEntries(configs.map((name) => [name, config(name, `plugin.configs.${name}`)])),
    'our command': [command, '--format', 'json', '.'],
  };
  const rows = trees().flatMap(({ name, folder: cwd, files }) => {
    const results = inTurns(commands, { rounds, cwd });
    const base = results['no rules'].seconds;
    return Object.entries(results).map(([what, { seconds, output }]) => [
      name,
      String(files),
      what,
      seconds,
      seconds / base,
      String(findings(output)),
    ]);
  });
  await prove(
    'speed',
    `Medians of ${String(rounds)} rounds.\n\n${table([['tree', 'files', 'run', 'seconds', 'ratio', 'findings'], ...rows])}`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

/** @param {string} output */
function findings(output) {
  const results = /** @type {{ messages: unknown[] }[]} */ (JSON.parse(output));
  return results.reduce((sum, { messages }) => sum + messages.length, 0);
}
