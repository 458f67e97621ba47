#!/usr/bin/env node
/** The zero-config command: ESLint's own command line, in this process, with our configuration. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { version } from '../package.js';
import { eslintArguments } from './arguments.js';
import { meantFlag } from './flags.js';
import { help } from './help.js';
import { status } from './status.js';

const here = dirname(fileURLToPath(import.meta.url));

/** The folder of the ESLint that runs: the one installed beside us, or else the project's. */
function findEslint(): string | undefined {
  for (const from of [import.meta.url, pathToFileURL(join(process.cwd(), 'package.json')).href]) {
    try {
      const manifest = createRequire(from).resolve('eslint/package.json');
      return dirname(manifest);
    } catch {
      continue; // not here
    }
  }
  return undefined;
}

async function run(): Promise<void> {
  const given = process.argv.slice(2);
  if (given[0] !== 'permissions' && (given.includes('--help') || given.includes('-h'))) {
    process.stdout.write(help);
    return;
  }
  if (given.includes('--version') || given.includes('-v')) {
    process.stdout.write(`v${version}\n`);
    return;
  }
  if (given.includes('--explain')) {
    const { explain } = await import('./explain.js');
    explain(given[given.indexOf('--explain') + 1] ?? '');
    return;
  }
  if (given.includes('--init')) {
    const { init } = await import('./init/command.js');
    process.exitCode = await (given.includes('--yes') ? init(process.cwd(), () => Promise.resolve(true)) : init(process.cwd()));
    return;
  }
  for (const flag of given.slice(0, given.includes('--') ? given.indexOf('--') : undefined)) {
    const meant = meantFlag(flag);
    if (meant === undefined) continue;
    process.stderr.write(`There is no option ${flag}. Did you mean ${meant}?\n`);
    process.exitCode = 2;
    return;
  }
  const eslint = findEslint();
  const manifest =
    eslint === undefined ? undefined : (createRequire(import.meta.url)(join(eslint, 'package.json')) as { readonly version: string });
  if (eslint === undefined || manifest === undefined || Number.parseInt(manifest.version, 10) < 9) {
    process.stderr.write(
      `eslint-plugin-cloudflare-auth needs ESLint 9 or 10 for its own command${manifest ? `, and found ${manifest.version}` : ''}. Run \`npm install --save-dev eslint\`.\n`,
    );
    process.exitCode = 2;
    return;
  }
  const config = join(here, 'config.js');
  if (given[0] === 'permissions') {
    const { permissions } = await import('./permissions/command.js');
    process.exitCode = await permissions(given.slice(1), { eslint, config });
    return;
  }
  const { cwd, argv, strict } = eslintArguments(given, {
    cwd: process.cwd(),
    exists: existsSync,
    config,
    formats: { sarif: join(here, 'sarif.js'), github: join(here, 'github.js'), readable: join(here, 'readable.js') },
  });
  if (strict) process.env['CLOUDFLARE_AUTH_PRESET'] = 'strict';
  process.chdir(cwd);
  const main = join(eslint, 'bin', 'eslint.js');
  process.argv = [process.execPath, main, ...argv];
  status('Reading the project');
  await import(pathToFileURL(main).href);
}

await run();
