/** Adds a link after each example on a rule page that opens it in the playground. */
import { deflateRawSync } from 'node:zlib';

/** File names under which the playground reads examples, by the language of their fence. */
const paths = {
  ts: 'example.ts',
  tsx: 'example.tsx',
  js: 'example.js',
  jsx: 'example.jsx',
  json: 'example.json',
  yaml: 'example.yaml',
  toml: 'wrangler.toml',
  sh: 'example.sh',
  bash: 'example.sh',
  hcl: 'main.tf',
  dockerfile: 'Dockerfile',
  dotenv: '.env',
  ini: 'example.ini',
  python: 'example.py',
};

/** Returns the URL fragment that the playground's `sharing.ts` reads. @param {string} path @param {string} text */
const fragmentOf = (path, text) => deflateRawSync(JSON.stringify({ path, text, strict: true })).toString('base64url');

/** @param {import('vitepress').MarkdownRenderer} md @param {string} address of the playground */
export function playgroundLink(md, address) {
  const fence = md.renderer.rules.fence;
  md.renderer.rules.fence = (tokens, index, options, env, self) => {
    const shown = fence?.(tokens, index, options, env, self) ?? '';
    const { info = '', content = '' } = tokens[index] ?? {};
    const path = paths[/** @type {keyof typeof paths} */ (info.trim().split(/[\s{:]/, 1)[0])];
    if (path === undefined || !String(env.relativePath).startsWith('rules/')) return shown;
    return `${shown}<p><a href="${address}#${fragmentOf(path, content)}" target="_self">Open in the playground</a></p>\n`;
  };
}
