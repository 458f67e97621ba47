import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface File {
  readonly path: string;
  readonly text: string;
  /** Modules it imports; those of the project by their paths. */
  readonly imports: readonly { readonly module: string; readonly typeOnly: boolean }[];
  /** Its string literals and templates. */
  readonly strings: readonly string[];
}

function read(path: string): File {
  const text = readFileSync(join(root, path), 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: { module: string; typeOnly: boolean }[] = [];
  const strings: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      const written = node.moduleSpecifier.text;
      const local = relative(root, resolve(root, path, '..', written))
        .split(sep)
        .join('/')
        .replace(/\.js$/, '.ts');
      imports.push({
        module: written.startsWith('.') ? local : written,
        typeOnly: ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword,
      });
    } else {
      if (
        ts.isStringLiteralLike(node) ||
        ts.isTemplateHead(node) ||
        ts.isTemplateMiddleOrTemplateTail(node) ||
        ts.isRegularExpressionLiteral(node)
      )
        strings.push(node.text);
      ts.forEachChild(node, visit);
    }
  };
  visit(source);
  return { path, text, imports, strings };
}

const modulesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(folder, path.split(sep).join('/')))
    .filter((path) => path.endsWith('.ts'));

const files = ['src', 'rules'].flatMap(modulesIn).map(read);

/** The floors, from the top down: a file may import from its own floor and from those named. */
const floors: readonly (readonly [name: string, holds: (path: string) => boolean, below: readonly string[]])[] = [
  ['entry', (path) => path === 'src/index.ts', ['eslint']],
  [
    'command',
    (path) => path.startsWith('src/cli/'),
    [
      'suggestions',
      'origin',
      'engine',
      'presets',
      'register',
      'rule',
      'redaction',
      'languages',
      'project',
      'knowledge',
      'source',
      'package',
    ],
  ],
  [
    'eslint',
    (path) => path.startsWith('src/eslint/'),
    ['suggestions', 'origin', 'engine', 'presets', 'register', 'rule', 'redaction', 'languages', 'project', 'source', 'package'],
  ],
  ['suggestions', (path) => path === 'src/suggestions.ts', ['register', 'presets', 'rule', 'languages', 'source']],
  ['origin', (path) => path === 'src/origin.ts', ['redaction', 'languages', 'project', 'source']],
  ['engine', (path) => /^src\/(?:api-uses|cleared|secrets)\.ts$/.test(path), ['rule', 'facts', 'source']],
  ['presets', (path) => path === 'src/presets.ts', ['register']],
  ['register', (path) => /^rules\/(?:index|names|weaknesses)\.ts$/.test(path), ['rules', 'rule']],
  ['rules', (path) => path.startsWith('rules/'), ['rule', 'facts', 'knowledge', 'source']],
  ['rule', (path) => /^src\/(?:rule|options|allowlist)\.ts$/.test(path), ['redaction', 'source']],
  ['redaction', (path) => path === 'src/redaction.ts', ['knowledge', 'source']],
  ['project', (path) => path.startsWith('src/project/'), ['source']],
  ['languages', (path) => path.startsWith('src/languages/'), ['source', 'mentions']],
  ['facts', (path) => path.startsWith('src/facts/'), ['knowledge', 'mentions', 'source']],
  ['mentions', (path) => path === 'src/cloudflare/mentions.ts', []],
  ['knowledge', (path) => path.startsWith('src/cloudflare/'), []],
  ['source', (path) => path.startsWith('src/source/'), []],
  ['package', (path) => path === 'src/package.ts' || path === 'package.json', []],
];

function floorOf(path: string): readonly [string, readonly string[]] {
  const floor = floors.find(([, holds]) => holds(path));
  return floor ? [floor[0], floor[2]] : ['no floor', []];
}

describe('who imports whom', () => {
  it.each(files.map((file) => [file.path, file] as const))('%s', (path, { imports }) => {
    const [floor, below] = floorOf(path);
    expect(floor).not.toBe('no floor');
    const above = imports
      .filter(({ module }) => /^(?:src|rules)\//.test(module))
      .filter(({ module }) => ![floor, ...below].includes(floorOf(module)[0]));
    expect(above.map(({ module }) => module)).toEqual([]);
  });

  /** Every way back to where an import graph was entered, each as the nodes on it. */
  const cyclesIn = (graph: ReadonlyMap<string, ReadonlySet<string>>): string[] => {
    const cycles: string[] = [];
    const done = new Set<string>();
    const visit = (node: string, way: readonly string[]): void => {
      if (way.includes(node)) {
        cycles.push([...way.slice(way.indexOf(node)), node].join(' → '));
        return;
      }
      if (done.has(node)) return;
      for (const next of graph.get(node) ?? []) visit(next, [...way, node]);
      done.add(node);
    };
    for (const node of graph.keys()) visit(node, []);
    return cycles;
  };

  it('has no cycle of files, type-only imports included', () => {
    expect(cyclesIn(new Map(files.map(({ path, imports }) => [path, new Set(imports.map(({ module }) => module))])))).toEqual([]);
  });

  it.each(['src/facts', 'src/cloudflare'])('has no cycle of the topics in %s', (folder) => {
    const topics = new Map<string, Set<string>>();
    for (const { path, imports } of files.filter((file) => file.path.startsWith(`${folder}/`))) {
      const topic = posix.dirname(path);
      const others = imports.map(({ module }) => posix.dirname(module)).filter((each) => each.startsWith(folder) && each !== topic);
      topics.set(topic, new Set([...(topics.get(topic) ?? []), ...others]));
    }
    expect(topics.size).toBeGreaterThan(5);
    expect(cyclesIn(topics)).toEqual([]);
  });
});

describe('each word keeps to itself', () => {
  it('only languages name syntax trees', () => {
    // What `--init` edits is a configuration of ESLint's, not a file that is linted.
    const editing = 'src/cli/init/flat.ts';
    const naming = files.filter(
      ({ path, text }) => !path.startsWith('src/languages/') && path !== editing && /TSESTree|AST_NODE_TYPES|\bESTree\b/.test(text),
    );
    expect(naming.map(({ path }) => path)).toEqual([]);
  });

  it('only hosts import ESLint', () => {
    const eslint = /^(?:eslint|@eslint)(?:\/|$)/;
    const importing = files.filter(
      ({ path, imports }) => !/^src\/(?:eslint|cli)\//.test(path) && imports.some(({ module }) => eslint.test(module)),
    );
    expect(importing.map(({ path }) => path)).toEqual([]);
  });

  it('nothing imports ESLint at run time but the package of its that reads directives', () => {
    const atRunTime = files.flatMap(({ path, text, imports }) => [
      ...imports.filter(({ typeOnly }) => !typeOnly).map(({ module }) => [path, module] as const),
      ...[...text.matchAll(/\)\('([^']+)'\)/g)].map(([, module = '']) => [path, module] as const),
    ]);
    // Its version is read from its manifest.
    const eslint = atRunTime.filter(
      ([, module]) => module !== 'eslint/package.json' && /^(?:eslint|@eslint|@typescript-eslint\/utils)(?:\/|$)/.test(module),
    );
    expect(eslint.sort()).toEqual([
      ['src/cli/check/directives.ts', '@eslint/plugin-kit'],
      ['src/cli/command.ts', '@eslint/plugin-kit'],
      ['src/eslint/source-code.ts', '@eslint/plugin-kit'],
    ]);
  });

  it('only the folder of a language imports its parser', () => {
    const parsers: Readonly<Record<string, string>> = {
      '@humanwhocodes/momoa': 'json',
      'jsonc-eslint-parser': 'json',
      'oxc-parser': 'javascript',
      'toml-eslint-parser': 'toml',
      'yaml-eslint-parser': 'yaml',
      unbash: 'shell',
      '@lezer/go': 'go',
      '@lezer/php': 'php',
      '@lezer/python': 'python',
      '@typescript-eslint/scope-manager': 'javascript',
    };
    const importing = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ module }) => parsers[module] && !path.startsWith(`src/languages/${parsers[module]}/`))
        .map(({ module }) => [path, module]),
    );
    expect(importing).toEqual([]);
  });

  it('only the hosts report', () => {
    const reporting = files.filter(({ text }) => text.includes('.report(')).map(({ path }) => path);
    expect(reporting.sort()).toEqual(['src/eslint/processors/blocks.ts', 'src/eslint/rule.ts']);
  });

  it('knowledge imports nothing but itself and Node', () => {
    const outside = files
      .filter(({ path }) => path.startsWith('src/cloudflare/'))
      .flatMap(({ imports }) => imports.filter(({ module }) => !module.startsWith('src/cloudflare/') && !module.startsWith('node:')));
    expect(outside).toEqual([]);
  });

  it('only knowledge holds hosts, credential prefixes and permissions of Cloudflare', () => {
    const telling = /api\.cloudflare\.com|cloudflare(?:access|storage|stream)|\bcf(?:k|ut|at|ast|oat)_|v1\.0-|com\.cloudflare\./i;
    const elsewhere = files
      .filter(({ path }) => !path.startsWith('src/cloudflare/'))
      .flatMap(({ path, strings }) => strings.filter((each) => telling.test(each)).map((each) => `${path}: ${each}`));
    expect(elsewhere).toEqual([]);
  });
});

describe('the tree', () => {
  it('has no room for things without a name', () => {
    const nameless = ['src', 'rules', 'test'].flatMap(modulesIn);
    expect(nameless.filter((path) => /(?:^|\/)(?:utils?|helpers?|common|misc|shared)(?:\/|\.ts$)/.test(path))).toEqual([]);
  });

  it.each([
    ['src', 18],
    ['test', 15],
  ] as const)('has no crowded folder in %s', (folder, most) => {
    const count = new Map<string, number>();
    for (const path of modulesIn(folder)) count.set(posix.dirname(path), (count.get(posix.dirname(path)) ?? 0) + 1);
    expect([...count].filter(([, number]) => number > most)).toEqual([]);
  });

  it('has short files', () => {
    const long = files.filter(({ text }) => text.split('\n').length > 320);
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});
