import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    'cli/bin': 'src/cli/bin.ts',
    'cli/config': 'src/cli/config.ts',
    'cli/sarif': 'src/cli/sarif.ts',
    'cli/github': 'src/cli/github.ts',
    'cli/readable': 'src/cli/readable.ts',
  },
  copy: 'src/cloudflare/*.json',
  format: 'esm',
  fixedExtension: false,
  platform: 'node',
  target: 'node20.19',
  dts: { entry: 'src/index.ts' },
});
