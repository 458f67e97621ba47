/** `npm run bench:start`: measures what loading the plugin adds to an ESLint that is loaded, and how fast our command starts. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countArgument, inTurns, median, table } from './measure.js';
import { prove } from './proof.js';

const rounds = countArgument(15);
const require = createRequire(import.meta.url);
const eslint = require.resolve('eslint');
const plugin = new URL('../dist/index.js', import.meta.url).href;
const eslintCommand = join(eslint, '../../bin/eslint.js');
const command = join(import.meta.dirname, '../dist/cli/bin.js');

const load = `import '${eslint}'; const start = performance.now(); await import('${plugin}'); console.log(performance.now() - start);`;
const cwd = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  writeFileSync(join(cwd, 'empty.js'), '\n');
  const milliseconds = Array.from({ length: rounds }, () =>
    Number(inTurns({ load: ['--input-type=module', '-e', load] }, { rounds: 1, cwd }).load.output),
  );
  const starts = inTurns(
    {
      'node -e 0': ['-e', '0'],
      'ESLint without configuration on an empty file': [eslintCommand, '--no-config-lookup', 'empty.js'],
      'our command on it': [command, 'empty.js'],
    },
    { rounds, cwd },
  );
  const rows = [
    ['loading the plugin in ESLint', median(milliseconds).toFixed(1)],
    ...Object.entries(starts).map(([name, { seconds }]) => [name, (seconds * 1000).toFixed(1)]),
  ];
  await prove('start', `Medians of ${String(rounds)} rounds.\n\n${table([['what', 'milliseconds'], ...rows])}`);
} finally {
  rmSync(cwd, { recursive: true });
}
