/** `npm run inspect -- file.ts`: prints the model and the facts of a file. Secrets are masked, so that the output can be pasted into an issue. */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createViteServer } from 'vitest/node';

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('Usage: npm run inspect -- <file>');
  process.exit(2);
}
const root = fileURLToPath(new URL('..', import.meta.url));
const server = await createViteServer({
  root,
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, ws: false, watch: null },
});
try {
  /** @type {{ inspection: (text: string, path: string) => string }} */
  const { inspection } = /** @type {never} */ (await server.ssrLoadModule('/tools/inspection.ts'));
  process.stdout.write(inspection(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), path.replaceAll('\\', '/')));
} finally {
  await server.close();
}
