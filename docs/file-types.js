/** Generates the table of file types in the README: which rules find something in which languages, based on the programs in `fixtures/`. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import cloudflareAuth from '../dist/index.js';
import { languageOf } from './practices.js';

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));

/** Display names of languages, by their names in configurations; others are shown by the latter. */
const titles = /** @type {Readonly<Record<string, string>>} */ ({
  javascript: 'JavaScript, TypeScript',
  hcl: 'Terraform, HCL',
  dotenv: '.env',
  json: 'JSON',
  yaml: 'YAML',
  toml: 'TOML',
  php: 'PHP',
  csharp: 'C#',
  fsharp: 'F#',
  c: 'C, C++',
  sql: 'SQL',
  xml: 'XML',
  csv: 'CSV',
  http: 'HTTP files',
  powershell: 'PowerShell',
  dockerfile: 'Dockerfile',
  text: 'any other text',
});

/** @returns {Promise<string>} */
export async function fileTypes() {
  const eslint = new ESLint({ cwd: fixtures, overrideConfigFile: true, overrideConfig: [...cloudflareAuth.configs['recommended-files']] });
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const path of readdirSync(fixtures, { recursive: true, encoding: 'utf8' })) {
    const file = /^(\d\d-[^/]+\/bad\/.*)\.findings$/.exec(path.replaceAll('\\', '/'))?.[1];
    if (file === undefined) continue;
    const language = await languageOf(eslint, file);
    const rules = found.get(language) ?? new Set();
    for (const [, rule = ''] of readFileSync(`${fixtures}/${path}`, 'utf8').matchAll(/^ +\| +\^+ ([a-z-]+)$/gm)) rules.add(rule);
    found.set(language, rules);
  }
  const rules = Object.keys(cloudflareAuth.rules).filter((rule) => [...found.values()].some((each) => each.has(rule)));
  const rows = [...found]
    .map(([language, each]) => [titles[language] ?? capital(language), ...rules.map((rule) => (each.has(rule) ? '✓' : ''))])
    .sort(([one = ''], [other = '']) => one.localeCompare(other, 'en'));
  const heads = ['', ...rules.map((rule) => `[${rule}](rules/${rule}.md)`)];
  return [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** @param {string} name */
function capital(name) {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
