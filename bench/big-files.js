/** Generated single files of extreme size. Each mentions Cloudflare, so that the gate does not dismiss it unread. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporary } from './trees.js';

/** @template T @param {number} count @param {(index: number) => T} each */
const repeat = (count, each) => Array.from({ length: count }, (_, index) => each(index));

/** @type {Readonly<Record<string, { readonly path: string, readonly text: () => string }>>} */
const files = {
  'Markdown of 17,000 lines': {
    path: 'docs.md',
    text: () =>
      repeat(1_700, (i) =>
        [
          `## Step ${String(i)}`,
          '',
          'Ask `api.cloudflare.com` with the token in `CLOUDFLARE_API_TOKEN`:',
          '',
          '```sh',
          `curl -H "Authorization: Bearer $CLOUDFLARE_API_TOKEN" https://api.cloudflare.com/client/v4/zones?page=${String(i)}`,
          '```',
          '',
          '| Name | Meaning |',
          '| ---- | ------- |',
        ].join('\n'),
      ).join('\n'),
  },
  'minified bundle of 10 MB': {
    path: 'bundle.js',
    text: () =>
      repeat(
        60_000,
        (i) =>
          `function f${String(i)}(e,t){var n=e.a${String(i % 97)}||{};return n.url="https://cdn.example.com/${String(i)}.js",n.on&&(t=n.on("load",function(){f${String((i * 7) % 60_000)}(n,t)})),[n,t,"k${String(i)}"].map(r=>r&&r.x?r.x:0)}`,
      ).join('') + 'var api="https://api.cloudflare.com/client/v4/zones";',
  },
  'JSON of 15 MB': {
    path: 'data.json',
    text: () =>
      JSON.stringify({
        host: 'api.cloudflare.com',
        records: repeat(82_000, (i) => ({
          id: i,
          name: `www${String(i)}.example.com`,
          type: 'A',
          content: `192.0.2.${String(i % 256)}`,
          tags: ['web', `group-${String(i % 31)}`],
          meta: { auto_added: false, source: 'primary', created: '2026-11-26T00:00:00Z' },
        })),
      }),
  },
};

/** @returns {readonly import('./trees.js').Tree[]} one folder per file */
export function bigFiles() {
  return Object.entries(files).map(([name, { path, text }]) => {
    const folder = join(temporary, name.replaceAll(' ', '-'));
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, path), text());
    }
    return { name, folder, files: [path] };
  });
}
