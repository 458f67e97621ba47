import { availableParallelism } from 'node:os';
import process from 'node:process';
import { defineConfig } from 'vitest/config';

const isWhole = process.env['TEST_ALL'] === '1';

/** What only `npm run test:all` runs: tables held against packages that are fetched, types, package managers, and the playground in a browser. */
const slow = isWhole ? [] : ['test/package/{package-managers,shapes,types}.test.ts', 'test/playground/**'];

/** Tests that start processes, install packages or work on a built package: what other tests need not wait for. */
const processes = [
  'test/cli/**',
  'test/editor/**',
  'test/hooks/**',
  'test/package/**',
  'test/playground/**',
  'test/{determinism,leak}.test.ts',
];

/** What holds for all fixtures and for generated input. */
const properties = [
  'test/bench/**',
  'test/eslint/{beside,limits,own-languages}.test.ts',
  'test/languages/hostile/**',
  'test/line-ends.test.ts',
  'test/project/{fixtures,threads}.test.ts',
  'test/rules/{detection,generated-suggestions,kept-suggestions,suggestions,typed-suggestions}.test.ts',
];

const testsIn = (places: readonly string[]): string[] => places.map((each) => each.replace(/\*\*$/, '**/*.test.ts'));

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    // Files share nothing but modules, and to load those anew for each takes longer than the tests.
    isolate: false,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'rules/**/*.ts'],
      reporter: ['text-summary'],
      thresholds: { lines: 95, functions: 94, statements: 93, branches: 85 },
    },
    // Of a test that ends at all. How long it takes is measured in bench/.
    testTimeout: isWhole ? 600_000 : 60_000,
    hookTimeout: isWhole ? 600_000 : 60_000,
    projects: [
      { extends: true, test: { name: 'units', include: ['test/**/*.test.ts'], exclude: [...properties, ...processes] } },
      { extends: true, test: { name: 'properties', include: testsIn(properties) } },
      { extends: true, test: { name: 'processes', include: testsIn(processes), exclude: slow } },
    ],
  },
});
