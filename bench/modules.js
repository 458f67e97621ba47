/** Projects of any number of modules in which each reaches all others: through a barrel, and in a cycle. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const client = `export const cf = (path, token) =>
  fetch('https://api.cloudflare.com/client/v4' + path, { headers: { Authorization: 'Bearer ' + token } });
`;

/** @param {number} index @param {number} count */
function module(index, count) {
  const own = String(index);
  const next = String((index + 1) % count);
  const other = String((index * 7) % count);
  return `import { cf } from './client.js';
import { options${next} } from './m${next}.js';
import { purge${other} } from './index.js';
export const options${own} = { zone: '${own}', token: process.env.CLOUDFLARE_API_TOKEN, next: options${next} };
export async function purge${own}(zone) {
  await purge${other}(zone);
  console.log(options${next}.zone);
  return cf('/zones/' + zone + '/purge_cache', options${next}.token);
}
`;
}

/** Writes a project and returns its folder. @param {number} count of modules */
export function modules(count) {
  const folder = mkdtempSync(join(tmpdir(), 'modules-'));
  const names = Array.from({ length: count }, (_, index) => `m${String(index)}.js`);
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src/client.js'), client);
  writeFileSync(join(folder, 'src/index.js'), names.map((name) => `export * from './${name}';\n`).join(''));
  for (const [index, name] of names.entries()) writeFileSync(join(folder, 'src', name), module(index, count));
  return folder;
}
