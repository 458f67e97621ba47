/**
 * `npm run bench:false-findings`: counts our findings and those of other tools in packages that have nothing to find. `-- --show` prints each; a
 * package with a true finding does not belong in this list.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { table } from './measure.js';
import { prove } from './proof.js';
import { others, ours } from './scanners.js';
import { sources } from './trees.js';

/** Published packages; what is read is their content, whether source or build output. */
const packages = /** @type {const} */ ({
  'hono@4.13.19': 'a framework for Workers, with Bearer, JWT and Basic authentication',
  'wrangler@4.164.0': "Cloudflare's command",
  'miniflare@4.20260730.0': 'a simulator of Workers',
  'agents@0.32.0': 'agents on Workers',
  'stripe@23.1.0': 'an SDK that takes a secret key',
  'twilio@6.2.0': 'an SDK that takes an account and a token',
  'openai@7.57.0': 'an SDK that takes a Bearer token',
  'jose@6.2.18': 'JSON Web Tokens',
  'undici@8.13.1': 'an HTTP client',
  '@octokit/request@10.0.16': "GitHub's HTTP client",
  '@auth/core@0.41.3': 'OAuth clients of a hundred services',
  '@aws-sdk/client-s3@3.1175.0': 'an SDK that signs with secret keys',
});

/** Bundles of a megabyte measure parsers rather than rules. */
const maxBytes = 500_000;

/** @param {string} spec */
function filesOf(spec) {
  const folder = sources(spec);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => /\.[cm]?[jt]sx?$/.test(path) && statSync(join(folder, path)).isFile() && statSync(join(folder, path)).size <= maxBytes,
    )
    .map((path) => ({ path: join(spec, path), text: readFileSync(join(folder, path), 'utf8') }));
}

const all = Object.keys(packages).map(filesOf);
const scanners = [ours('ours, `recommended`', 'recommended'), ours('ours, `strict`', 'strict'), ...(await others())];
/** @type {number[][]} */
const counts = all.map(() => []);
for (const { name, scan } of scanners) {
  for (const [index, files] of all.entries()) {
    const findings = await scan(files);
    counts[index]?.push(findings.flat().length);
    if (process.argv.includes('--show'))
      for (const [at, { path }] of files.entries())
        for (const { line, what } of findings[at] ?? []) console.error(`${name} ${path}:${String(line)} ${what}`);
  }
}

const total = all.flat().length;
const sums = scanners.map((_, index) => counts.reduce((sum, row) => sum + (row[index] ?? 0), 0));
await prove(
  'false findings',
  `Findings in the JavaScript and TypeScript files of packages as they are published, without declarations and bundles of more than half a megabyte.
Each finding of ours in a package was looked at, and the package left out if one was true: \`cloudflare@7.3.0\` and \`alchemy@0.94.0\` take the Global
API Key beside tokens, which \`prefer-api-token\` reports. Ours are all rules of the configuration, of the others those on secrets, as above.

${table([
  ['package', 'what it is', 'files', ...scanners.map(({ name }) => name)],
  ...Object.entries(packages).map(([spec, what], index) => [spec, what, String(all[index]?.length), ...(counts[index] ?? []).map(String)]),
  ['all', '', String(total), ...sums.map(String)],
  ['per 1,000 files', '', '', ...sums.map((sum) => ((1000 * sum) / total).toFixed(1))],
])}`,
  scanners.flatMap(({ version = [] }) => version),
);
