/** What a linter that sees every secret of a project must not do: reach the network, start programs, run text, write. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { prefixed, random } from '../made-up/credentials.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly license?: string; readonly hasInstallScript?: boolean }>>;
};
const shipped = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev);

interface Bundle {
  readonly path: string;
  /** Modules that are imported, required or taken from Node. */
  readonly modules: readonly string[];
  /** Functions that are called or constructed, by their written names. */
  readonly called: readonly string[];
}

/** Whether what is taken from `node:net` only looks at an address, and reaches none. */
function computes(text: string): boolean {
  return [...text.matchAll(/\bnode_net\.(\w+)/g)].every(([, name = '']) => /^isIP(?:v[46])?$/.test(name));
}

/** A module's name with what is taken of it, where that is harmless. */
function nameOf(module: string, text: string): string {
  const name = isBuiltin(module) ? module.replace(/^(?:node:)?/, 'node:') : module;
  return name === 'node:net' && computes(text) ? 'node:net (isIP)' : name;
}

function inspect(path: string): Bundle {
  const text = readFileSync(path, 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const modules: string[] = [];
  const called: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      modules.push(node.moduleSpecifier.text);
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const callee = node.expression.getText(source);
      called.push(callee);
      const [argument] = node.arguments ?? [];
      const loads = /^import$|[rR]equire\b|^process\.getBuiltinModule$/.test(callee);
      if (loads && argument && ts.isStringLiteral(argument)) modules.push(nameOf(argument.text, text));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { path, modules, called };
}

/** A bundle and those that it imports. */
function closure(path: string, seen = new Map<string, Bundle>()): ReadonlyMap<string, Bundle> {
  if (seen.has(path) || !/\.c?js$/.test(path)) return seen;
  const bundle = inspect(path);
  seen.set(path, bundle);
  for (const module of bundle.modules) if (module.startsWith('.')) closure(join(dirname(path), module), seen);
  return seen;
}

describe('the plugin', () => {
  const bundles = [...closure(join(root, 'dist/index.js')).values()];

  it('takes nothing from Node but what loads, computes, and reads files of the project', () => {
    const builtin = new Set(bundles.flatMap(({ modules }) => modules.filter((module) => module.startsWith('node:'))));
    expect(bundles.map(({ path }) => path)).toContain(join(root, 'dist/engine.cjs'));
    expect(builtin).toContain('node:net (isIP)');
    const harmless = ['node:net (isIP)', 'node:process', 'node:module', 'node:zlib', 'node:path', 'node:url', 'node:buffer', 'node:crypto'];
    // For values from other files of the project; the test of the calls it makes is below.
    expect([...builtin].filter((module) => !harmless.includes(module))).toEqual(['node:fs']);
    const files = /\b(?:write|append|mkdir|rm|rename|unlink|copyFile|cp|chmod|chown|symlink|link|truncate|createWriteStream|watch)\w*$/;
    const calls = bundles
      .flatMap(({ called }) => called)
      .filter((callee) => /^(?:fs|node_fs|node_fs\.\w+|fs\.\w+)$/.test(callee) || callee.endsWith('Sync'));
    expect(calls).toContainEqual(expect.stringContaining('openSync'));
    expect(calls.filter((callee) => files.test(callee))).toEqual([]);
  });

  it('imports only what package.json names', () => {
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const named = Object.keys({ ...dependencies, ...peerDependencies });
    const foreign = bundles.flatMap(({ modules }) => modules.filter((module) => !/^(?:node:|\.)/.test(module)));
    expect(foreign.filter((module) => !named.some((name) => module === name || module.startsWith(`${name}/`)))).toEqual([]);
  });

  it('runs no text and asks nobody', () => {
    const forbidden =
      /^(?:eval|Function|globalThis\.(?:eval|fetch)|fetch|XMLHttpRequest|WebSocket|EventSource|process\.(?:binding|dlopen))$/;
    expect(bundles.flatMap(({ called }) => called.filter((callee) => forbidden.test(callee)))).toEqual([]);
  });

  it('runs where it may read its own folder and nothing else', () => {
    const flag = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission';
    const secret = prefixed('cfut_', random(2));
    const program = `
      import { Linter } from 'eslint';
      import plugin from './dist/index.js';
      const lint = (path, code, configs) => new Linter({ configType: 'flat' }).verify(code, configs, path);
      const found = [
        ...lint('a.js', "fetch('http://api.cloudflare.com/client/v4/zones', { headers: { Authorization: 'Bearer ${secret}' } });", [plugin.configs.all]),
        ...lint('a.sh', "curl http://api.cloudflare.com/client/v4/zones -H 'Authorization: Bearer ${secret}'", plugin.configs['strict-files']),
      ];
      let refused = 0;
      for (const forbidden of [() => process.getBuiltinModule('node:child_process').execSync('true'), () => process.getBuiltinModule('node:fs').writeFileSync('written', '')])
        try { forbidden(); } catch (error) { if (error.code === 'ERR_ACCESS_DENIED') refused += 1; }
      console.log(JSON.stringify({ refused, rules: [...new Set(found.map(({ ruleId }) => ruleId))].sort() }));`;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        flag,
        ...[root, realpathSync(join(root, 'node_modules'))].map((path) => `--allow-fs-read=${path}`),
        '--input-type=module',
        '-e',
        program,
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect(stdout, stderr).not.toBe('');
    const { refused, rules } = JSON.parse(stdout) as { readonly refused: number; readonly rules: readonly (string | null)[] };
    expect(refused).toBe(2); // the model is on
    expect(rules).toEqual(expect.arrayContaining(['cloudflare-auth/no-hardcoded-credentials', 'cloudflare-auth/require-https']));
    expect(rules).not.toContain(null);
  });
});

describe('what is installed with it', () => {
  it('has a licence that asks for no more than a notice', () => {
    const licences = new Set(shipped.map(([, { license = 'none' }]) => license));
    expect(licences.size).toBeGreaterThan(0);
    const liberal = [
      '0BSD',
      'Apache-2.0',
      'BlueOak-1.0.0',
      'BSD-2-Clause',
      'BSD-3-Clause',
      'CC0-1.0',
      'ISC',
      'MIT',
      'Python-2.0',
      'Unlicense',
    ];
    expect([...licences].filter((licence) => !liberal.includes(licence))).toEqual([]);
  });

  it('is bundled together with its licence', () => {
    const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' });
    const bundled = files
      .filter((path) => /\.c?js$/.test(path))
      .flatMap((path) => [...readFileSync(join(root, 'dist', path), 'utf8').matchAll(/^\/\/#region node_modules\/((?:@[^/]+\/)?[^/]+)/gm)])
      .map(([, name = '']) => name);
    expect(bundled).toContain('yaml');
    expect(bundled.filter((name) => !files.includes(join('licenses', `${name.replace('/', '__')}.txt`)))).toEqual([]);
  });

  it('runs nothing when it is installed', () => {
    expect(shipped.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([]);
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    expect(Object.keys(scripts).filter((script) => /^(?:pre|post)?install$/.test(script))).toEqual([]);
  });

  it('comes with a way to report what is wrong with it', () => {
    expect(readFileSync(join(root, 'SECURITY.md'), 'utf8')).toMatch(/report/i);
    expect(existsSync(join(root, 'LICENSE'))).toBe(true);
    expect(readdirSync(join(root, 'dist'))).toContain('index.js');
  });
});
