/** Generates the table of practices in the README: the number of bad and good programs in `fixtures/` for each practice and language. */
import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import cloudflareAuth from '../dist/index.js';

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));

/** Display names of languages, by their names in configurations. */
const columns = /** @type {const} */ ({
  javascript: 'JS, TS',
  shell: 'shell',
  yaml: 'YAML',
  hcl: 'Terraform',
  markdown: 'Markdown',
  dotenv: '.env',
  json: 'JSON',
  toml: 'TOML',
  dockerfile: 'Dockerfile',
  ini: 'ini',
  python: 'Python',
  go: 'Go',
  php: 'PHP',
});

/** @returns {Promise<string>} */
export async function practicesByLanguage() {
  const eslint = new ESLint({ cwd: fixtures, overrideConfigFile: true, overrideConfig: [...cloudflareAuth.configs['recommended-files']] });
  /** @type {Map<string, number>} */
  const counts = new Map();
  const practices = /** @type {Set<string>} */ (new Set());
  for (const entry of readdirSync(fixtures, { recursive: true, withFileTypes: true })) {
    const path = `${relative(fixtures, entry.parentPath)}/${entry.name}`.replaceAll('\\', '/');
    const [, practice, kind] = /^(\d\d-[^/]+)\/(bad|good)\//.exec(path) ?? [];
    if (!entry.isFile() || practice === undefined || path.endsWith('.findings')) continue;
    practices.add(practice);
    const key = `${practice} ${await languageOf(eslint, path)} ${kind ?? ''}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  /** @param {string} practice @param {string} language */
  const cell = (practice, language) => {
    const [bad = 0, good = 0] = [counts.get(`${practice} ${language} bad`), counts.get(`${practice} ${language} good`)];
    return bad + good === 0 ? '' : `${String(bad)} / ${String(good)}`;
  };
  const rows = [...practices].sort().map((practice) => {
    const name = practice.slice(3).replaceAll('-', ' ').replace('ip ', 'IP ').replace('https', 'HTTPS').replace('api ', 'API ');
    return [`[${name}](fixtures/${practice})`, ...Object.keys(columns).map((language) => cell(practice, language))];
  });
  const heads = ['practice', ...Object.values(columns)];
  return [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** @param {ESLint} eslint @param {string} path */
export async function languageOf(eslint, path) {
  /** @type {unknown} */
  const config = await eslint.calculateConfigForFile(path);
  const of = (/** @type {string} */ key) =>
    /** @type {unknown} */ (typeof config === 'object' && config !== null ? Reflect.get(config, key) : undefined);
  const language = Object.entries(cloudflareAuth.languages).find(([, each]) => each === of('language'))?.[0];
  // Files that other plugins also read go through a processor.
  const processor = of('processor');
  const processed = Object.entries(cloudflareAuth.processors).find(
    ([name, each]) => each === processor || String(processor).endsWith(`/${name}`),
  )?.[0];
  return processed ?? language ?? 'javascript';
}
