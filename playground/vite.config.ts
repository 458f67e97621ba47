import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The page may not fetch anything, so the parser's WebAssembly is part of the script. */
const webAssembly: Plugin = {
  name: 'web-assembly',
  resolveId: (id) => (id === 'virtual:oxc-binary' ? `\0${id}` : undefined),
  load(id) {
    if (id !== '\0virtual:oxc-binary') return undefined;
    const file = createRequire(import.meta.url).resolve('oxc-parser/wasm');
    return `export default ${JSON.stringify(readFileSync(file).toString('base64'))};`;
  },
};

/** A classic script and relative paths, so that a saved copy of the page works from a folder, too. */
const classicScript: Plugin = {
  name: 'classic-script',
  enforce: 'post',
  transformIndexHtml: (html) =>
    html
      .replace(/<script type="module" crossorigin/, '<script defer')
      .replace(/<link rel="stylesheet" crossorigin/, '<link rel="stylesheet"'),
};

export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [webAssembly, classicScript],
  resolve: {
    alias: [
      { find: 'node:module', replacement: here('node/module.ts') },
      { find: 'node:net', replacement: here('node/net.ts') },
      { find: 'node:path', replacement: here('node/path.ts') },
      { find: /^oxc-parser$/, replacement: here('oxc-parser.ts') },
    ],
  },
  build: {
    target: 'es2023',
    outDir: here('dist'),
    emptyOutDir: true,
    modulePreload: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 8_000,
    rolldownOptions: {
      // A classic script has no address of its own, and `createRequire` of this page asks for none.
      transform: { define: { 'import.meta': '{}' } },
      output: { format: 'iife', entryFileNames: 'playground.js', assetFileNames: 'playground[extname]' },
    },
  },
});
