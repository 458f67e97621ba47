import { defineConfig, type UserConfig } from 'tsdown';
import { descriptions } from './src/eslint/engine.js';

const common = { fixedExtension: false, platform: 'node', target: 'node20.19' } satisfies UserConfig;

/**
 * Stands for `src/eslint/engine.ts` in the plugin: what the rules say of themselves is written out, the rest is a file that is loaded when it is needed.
 * CommonJS, because ESLint wants rules and languages to answer at once.
 */
const lazyEngine = `
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
let loaded;
export const descriptions = ${JSON.stringify(descriptions)};
export const engine = () => (loaded ??= require('./engine.cjs').engine());
`;

export default defineConfig([
  { ...common, entry: { engine: 'src/eslint/engine.ts' }, format: 'cjs', dts: false, copy: 'src/cloudflare/generated/*.json' },
  {
    ...common,
    entry: {
      index: 'src/index.ts',
      'cli/bin': 'src/cli/bin.ts',
      'cli/config': 'src/cli/config.ts',
      'cli/sarif': 'src/cli/sarif.ts',
      'cli/github': 'src/cli/github.ts',
      'cli/readable': 'src/cli/readable.ts',
    },
    format: 'esm',
    dts: { entry: 'src/index.ts' },
    plugins: [{ name: 'lazy-engine', load: { filter: { id: /\/src\/eslint\/engine\.ts$/ }, handler: () => lazyEngine } }],
  },
]);
