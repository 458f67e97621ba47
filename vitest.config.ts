import { availableParallelism } from 'node:os';
import process from 'node:process';
import { defineConfig } from 'vitest/config';

/** What only `npm run test:all` runs: tables held against packages that are fetched, types, package managers, and the playground in a browser. */
const slow = process.env['TEST_ALL'] === '1' ? [] : ['test/package/{package-managers,shapes,types}.test.ts', 'test/playground/**'];

/** Tests that start processes, install packages or work on a built package: each file in a process of its own. */
const processes = [
  'test/cli/**',
  'test/editor/**',
  'test/hooks/**',
  'test/package/**',
  'test/playground/**',
  'test/{determinism,leak}.test.ts',
];

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'rules/**/*.ts'],
      reporter: ['text-summary'],
      thresholds: { lines: 95, functions: 94, statements: 93, branches: 85 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: ['test/**/*.test.ts'],
          exclude: processes,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // They share nothing but modules, and to load those anew for each file takes longer than the tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'processes',
          include: processes.map((each) => each.replace(/\*\*$/, '**/*.test.ts')),
          exclude: slow,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
