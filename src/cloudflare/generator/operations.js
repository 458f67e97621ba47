/**
 * `npm run update-operations -- <openapi.json[.gz] or URL> [--date 2026-08-17] [--source <where it is from>] [--reduced <file>]` writes
 * ../generated/operations.json.
 * With `--reduced`, also writes the part of the description that the tests need.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { letters, operationTable } from './operation-table.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    date: { type: 'string' },
    source: { type: 'string', default: 'https://github.com/cloudflare/api-schemas' },
    reduced: { type: 'string' },
  },
});
const [from] = positionals;
if (from === undefined) throw new Error('Name an OpenAPI description: a file or a URL.');

const packed = /^https?:/.test(from) ? Buffer.from(await (await fetch(from)).arrayBuffer()) : readFileSync(from);
const text = (packed[0] === 0x1f ? gunzipSync(packed) : packed).toString();
/** @type {import('./operation-table.js').OpenApi} */
const api = JSON.parse(text);
const date = values.date ?? /\d{4}-\d{2}-\d{2}/.exec(from)?.[0] ?? new Date().toISOString().slice(0, 10);
const table = operationTable(api, { source: `Cloudflare's OpenAPI description, ${values.source}`, date });
writeFileSync(new URL('../generated/operations.json', import.meta.url), `${JSON.stringify(table, undefined, 1)}\n`);

if (values.reduced !== undefined) {
  const paths = Object.fromEntries(
    Object.entries(api.paths).map(([path, item]) => [
      path,
      Object.fromEntries(
        Object.entries(item)
          .filter(([method]) => letters.has(method))
          .map(([method, { security, deprecated, 'x-api-token-group': groups }]) => [
            method,
            { security, deprecated, 'x-api-token-group': groups },
          ]),
      ),
    ]),
  );
  writeFileSync(values.reduced, gzipSync(JSON.stringify({ info: { license: api.info.license, date }, paths }), { level: 9 }));
}
