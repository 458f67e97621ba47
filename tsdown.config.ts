import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Rolldown, type UserConfig } from 'tsdown';
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

/** Parsers of languages that most projects have no Cloudflare files of, and the functions of them that are used. */
const parsers = {
  'yaml-eslint-parser': ['parseForESLint'],
  'toml-eslint-parser': ['parseForESLint'],
  htmlparser2: ['Parser'],
  unbash: ['parse', 'forEachChild'],
  '@lezer/python': ['parser.parse'],
  '@lezer/go': ['parser.parse'],
  '@lezer/php': ['parser.parse'],
};

/** Puts functions in the place of a parser that load it when they are first called. */
function lazyParser(name: string, functions: readonly string[]) {
  const header = `import { createRequire } from 'node:module';\nconst load = createRequire(import.meta.url);\nlet loaded;`;
  const exports = functions.map((each) => {
    const [object = '', method] = each.split('.');
    const file = `./parsers/${fileOf(name)}.cjs`;
    if (method !== undefined)
      return `export const ${object} = { ${method}(...given) { loaded ??= load('${file}'); return loaded.${each}(...given); } };`;
    // What is called with `new` may return another object.
    const call = /^[A-Z]/.test(each) ? 'new ' : '';
    return `export function ${each}(...given) { loaded ??= load('${file}'); return ${call}loaded.${each}(...given); }`;
  });
  return {
    name: `lazy-${name}`,
    resolveId: { filter: { id: new RegExp(`^${name}$`) }, handler: () => `\0${name}` },
    load: { filter: { id: new RegExp(`^\0${name}$`) }, handler: () => [header, ...exports].join('\n') },
  };
}

/** The bundle of a package, whose name may have a scope. */
function fileOf(name: string): string {
  return name.replace('@', '').replace('/', '-');
}

const lazyParsers = Object.entries(parsers).map(([name, functions]) => lazyParser(name, functions));

/** Puts the licence of each package that is bundled beside the bundle. */
const licences = {
  name: 'licences',
  generateBundle(this: Rolldown.PluginContext, _: unknown, bundle: Rolldown.OutputBundle) {
    const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
    for (const folder of new Set(
      modules.flatMap((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/'))?.[0] ?? []),
    )) {
      const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
      if (file === undefined) throw new Error(`${folder} has no licence file`);
      const name = folder.replace(/^.*node_modules\//, '').replace('/', '__');
      this.emitFile({ type: 'asset', fileName: `licenses/${name}.txt`, source: readFileSync(join(folder, file), 'utf8') });
    }
  },
};

export default defineConfig([
  // Bundled, since Yarn's Plug'n'Play cannot require ES modules on Node 20.
  {
    ...common,
    entry: Object.fromEntries(Object.keys(parsers).map((name) => [`parsers/${fileOf(name)}`, name])),
    format: 'cjs',
    dts: false,
    plugins: [licences],
  },
  {
    ...common,
    entry: { engine: 'src/eslint/engine.ts' },
    format: 'cjs',
    dts: false,
    copy: 'src/cloudflare/generated/*.json',
    plugins: [licences, ...lazyParsers],
  },
  {
    ...common,
    entry: { index: 'src/index.ts' },
    format: 'esm',
    dts: { entry: 'src/index.ts' },
    plugins: [licences, { name: 'lazy-engine', load: { filter: { id: /\/src\/eslint\/engine\.ts$/ }, handler: () => lazyEngine } }],
  },
  {
    ...common,
    entry: { 'cli/bin': 'src/cli/bin.ts', 'cli/worker': 'src/cli/check/worker.ts' },
    format: 'esm',
    dts: false,
    plugins: [licences, ...lazyParsers],
  },
]);
