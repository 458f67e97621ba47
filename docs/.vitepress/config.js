/** The documentation site: README, guides and rule pages as they are, together with the playground. */
import { cpSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { playgroundLink } from './playground-link.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const base = '/eslint-plugin-cloudflare-auth/';
const repository = 'https://github.com/eslint-plugin-cloudflare-auth/eslint-plugin-cloudflare-auth';

/** Pages of the repository that the site includes. */
const isPage = (/** @type {string} */ path) => /^(?:[A-Z]+|docs\/[\w-]+|rules\/[\w-]+)\.md$/.test(path);

/** Resolves a link on a page; links to other files lead to the repository's host. @param {string} page @param {string} href */
function linkFrom(page, href) {
  if (/^(?:[a-z]+:|#|\/)/i.test(href)) return href;
  const [target = '', fragment] = href.split('#');
  const path = posix.join(posix.dirname(page), target);
  if (path === 'README.md') return fragment === undefined ? '/' : `/#${fragment}`;
  return isPage(path) ? href : `${repository}/blob/main/${path}`;
}

const rules = readdirSync(join(root, 'rules'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -'.md'.length));

/** @param {readonly string[]} names @param {string} folder */
const items = (names, folder) => names.map((name) => ({ text: title(name), link: `/${folder}/${name}` }));

/** Returns a title for the sidebar: `ci` is an abbreviation, rule names stay as they are, and other file names become words. @param {string} name */
function title(name) {
  if (rules.includes(name)) return name;
  if (name === 'ci' || name === 'api') return name.toUpperCase();
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
}

// VitePress resolves Vue from the folder of the pages, so they are copied below its own.
const pages = fileURLToPath(new URL('pages', import.meta.url));
for (const folder of ['', 'docs', 'docs/pictures', 'rules'])
  for (const { name } of readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isFile()))
    if (/\.(?:md|svg)$/.test(name)) cpSync(join(root, folder, name), join(pages, folder, name));

export default defineConfig({
  title: 'eslint-plugin-cloudflare-auth',
  description: 'Catches Cloudflare credential misuse before it ships',
  base,
  srcDir: '.vitepress/pages',
  rewrites: { 'README.md': 'index.md' },
  markdown: {
    config(md) {
      md.core.ruler.push('repository', ({ tokens, env }) => {
        for (const token of tokens.flatMap(({ children }) => children ?? [])) {
          if (token.type === 'link_open') token.attrSet('href', linkFrom(String(env.relativePath), token.attrGet('href') ?? ''));
          // Expressions of workflows and templates are not Vue expressions.
          if (token.type === 'code_inline') token.attrSet('v-pre', '');
        }
      });
      playgroundLink(md, `${base}playground/`);
    },
  },
  buildEnd: ({ outDir }) => cpSync(join(root, 'playground/dist'), join(outDir, 'playground'), { recursive: true }),
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Playground', link: `${base}playground/`, target: '_self' },
      { text: 'Changelog', link: '/CHANGELOG' },
    ],
    sidebar: [
      { text: 'Introduction', link: '/' },
      { text: 'Guides', items: items(['configuration', 'editors', 'ci', 'migrate-to-tokens', 'least-privilege', 'scaling'], 'docs') },
      { text: 'Rules', items: items(rules, 'rules') },
      { text: 'Reference', items: items(['api', 'architecture', 'proof'], 'docs') },
    ],
    socialLinks: [{ icon: 'github', link: repository }],
  },
});
