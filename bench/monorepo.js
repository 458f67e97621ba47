/** A generated monorepo with the packed plugin installed. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const task = 'lint:cloudflare';

const page = readFileSync(new URL('../docs/scaling.md', import.meta.url), 'utf8');

/** Returns the code blocks of a language in docs/scaling.md: the code that readers copy is the code that runs. @param {string} language */
export function blocks(language) {
  return [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, of, code = '']) => (of === language ? [code] : []));
}

/** Returns the files of one package: a Worker, with what usually accompanies one. @param {string} name @param {number} number */
function files(name, number) {
  const resources = ['dns_records', 'firewall/rules', 'pagerules', 'rulesets', 'settings'];
  const resource = resources[number % resources.length];
  return {
    'package.json': JSON.stringify({ name, version: '1.0.0', type: 'module', scripts: { [task]: 'eslint-plugin-cloudflare-auth .' } }),
    'wrangler.jsonc': `{\n  // ${name}\n  "name": "${name}",\n  "main": "src/index.ts",\n  "vars": { "ZONE": "example.com", "LIMIT": ${String(number)} },\n}\n`,
    '.env.example': `CLOUDFLARE_API_TOKEN=\nZONE_ID=\n`,
    'README.md': `# ${name}\n\n\`\`\`sh\nCLOUDFLARE_API_TOKEN=… npm run deploy -w ${name}\n\`\`\`\n`,
    'scripts/deploy.sh': `#!/bin/sh\nset -eu\nnpx wrangler deploy\ncurl --fail "https://api.cloudflare.com/client/v4/zones/$ZONE_ID/purge_cache" \\\n  -H "Authorization: Bearer $CLOUDFLARE_API_TOKEN" --json '{"purge_everything":true}'\n`,
    'src/api.ts': `const base = 'https://api.cloudflare.com/client/v4';

export async function list(zone: string, token: string): Promise<unknown[]> {
  const response = await fetch(\`\${base}/zones/\${zone}/${String(resource)}\`, { headers: { Authorization: \`Bearer \${token}\` } });
  if (!response.ok) throw new Error(\`Cloudflare answered \${response.status}\`);
  const { result } = (await response.json()) as { result: unknown[] };
  return result;
}
`,
    'src/index.ts': `import { list } from './api.js';\n
export default {
  async fetch(request: Request, env: { ZONE: string; CLOUDFLARE_API_TOKEN: string; LIMIT: number }): Promise<Response> {
    const found = await list(env.ZONE, env.CLOUDFLARE_API_TOKEN);
    return Response.json(found.slice(0, env.LIMIT).map((each, index) => ({ index, each, path: new URL(request.url).pathname })));
  },
};\n`,
    // Most code in a repository is unrelated to Cloudflare.
    ...Object.fromEntries(
      Array.from({ length: 4 }, (_, part) => [
        `src/part${String(part)}.ts`,
        Array.from({ length: 25 }, (__, index) => {
          const of = `${String(part)}_${String(index)}`;
          return `export interface Item${of} {\n  readonly id: number;\n  readonly tags: readonly string[];\n}\n\nexport function total${of}(items: readonly Item${of}[]): number {\n  return items.filter(({ tags }) => tags.length > ${String(index)}).reduce((sum, { id }) => sum + id * ${String(number)}, 0);\n}\n`;
        }).join('\n'),
      ]),
    ),
  };
}

/**
 * @param {number} count
 * @param {readonly string[]} tools packages with their versions
 */
export function monorepo(count, tools) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'monorepo-')));
  /** @param {string} path @param {string} text */
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const names = Array.from({ length: count }, (_, index) => `worker-${String(index).padStart(3, '0')}`);
  write(
    'package.json',
    JSON.stringify({ name: 'monorepo', private: true, packageManager: `npm@${npm('--version').trim()}`, workspaces: ['packages/*'] }),
  );
  const [turbo = '', nx = ''] = blocks('json');
  write('turbo.json', turbo);
  write('nx.json', nx);
  write('.gitignore', 'node_modules\n.turbo\n.nx\n.dev.vars\n');
  for (const [number, name] of names.entries())
    for (const [path, text] of Object.entries(files(name, number))) write(join('packages', name, path), text);
  const [packed = ''] = npm('pack', '--ignore-scripts', '--silent', '--pack-destination', folder).trim().split('\n').slice(-1);
  npm('install', '--prefix', folder, '--save-dev', '--no-audit', '--no-fund', '--silent', join(folder, packed), ...tools);
  for (const args of [
    ['init', '--quiet'],
    ['add', '.'],
    ['-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '-qm', 'all'],
  ])
    execFileSync('git', args, { cwd: folder, env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' } });
  return { folder, names, write };
}

/** @param {string[]} args */
function npm(...args) {
  return execFileSync('npm', args, { cwd: join(import.meta.dirname, '..'), encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
