/** `--init`: puts the plugin into the project's ESLint configuration, after having asked. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { added, configurationFor, legacy, type Added } from './configuration.js';

/** The names that ESLint looks for, in its order. */
const names = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `eslint.config.${extension}`);
const legacyNames = ['.eslintrc', ...['js', 'cjs', 'yaml', 'yml', 'json'].map((extension) => `.eslintrc.${extension}`)];

/** Asks in a terminal; undefined where nobody can answer. */
async function confirmed(question: string): Promise<boolean | undefined> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} (y/N) `);
  terminal.close();
  return /^y(?:es)?$/i.test(answer.trim());
}

/** Runs the command in a folder; gives its exit code. Nothing is written that was not shown and agreed to, and no line of the project's is changed. */
export async function init(cwd: string, ask = confirmed): Promise<number> {
  const existing = names.find((name) => existsSync(join(cwd, name)));
  const old = legacyNames.find((name) => existsSync(join(cwd, name)));
  if (existing === undefined && old !== undefined) {
    process.stdout.write(`Your configuration is ${old}. Add this to its "extends":\n\n${legacy}\n`);
    return 0;
  }
  const name = existing ?? 'eslint.config.mjs';
  const path = join(cwd, name);
  const text = existing === undefined ? undefined : readFileSync(path, 'utf8');
  if (text?.includes('eslint-plugin-cloudflare-auth')) {
    process.stdout.write(`${name} has the plugin already.\n`);
    return 0;
  }
  const change: Added | undefined = text === undefined ? configurationFor() : added(text);
  if (!change) {
    process.stdout.write(
      `${name} is put together in a way that is not understood here. Add this to it yourself:\n\n${configurationFor().text}\n`,
    );
    return 2;
  }
  process.stdout.write(
    `${text === undefined ? `A new ${name}` : `To be added to ${name}`}:\n\n${change.shown.map((line) => `  + ${line}`).join('\n')}\n\n`,
  );
  const agreed = await ask(text === undefined ? `Write ${name}?` : `Add these lines to ${name}?`);
  if (agreed === undefined) {
    process.stdout.write('Nothing was written: there is nobody to ask. Run it in a terminal, or copy these lines.\n');
    return 2;
  }
  if (!agreed) {
    process.stdout.write('Nothing was written.\n');
    return 0;
  }
  writeFileSync(path, change.text, { flag: text === undefined ? 'wx' : 'w' });
  process.stdout.write('Done. Next:\n\n  npm install --save-dev eslint eslint-plugin-cloudflare-auth\n  npx eslint .\n');
  return 0;
}
