/** `--init`: adds the plugin to the project's ESLint configuration, after asking, and checks that it works. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { redacted } from '../../redaction.js';
import type { Change } from './change.js';
import { added, newFlatConfiguration, type Wanted } from './flat.js';
import { extended, legacyEntry } from './legacy.js';
import { type Configuration, configurationOf, type Eslint, eslintOf, hasModule, installing } from './project.js';
import { failure } from './trial.js';

const plugin = 'eslint-plugin-cloudflare-auth';

/** Asks in a terminal; undefined if there is none. */
async function confirmed(question: string): Promise<boolean | undefined> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} (y/N) `);
  terminal.close();
  return /^y(?:es)?$/i.test(answer.trim());
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/**
 * Runs `--init` in a folder and returns its exit code. Only writes what was shown and agreed to, changes no existing line of the project, and reverts the
 * file if ESLint does not run with it.
 */
export async function init(cwd: string, ask = confirmed): Promise<number> {
  const found = configurationOf(cwd);
  const folder = found?.folder ?? cwd;
  const eslint = eslintOf(folder);
  const missing = [...(eslint ? [] : ['eslint']), ...(hasModule(folder, plugin) ? [] : [plugin])];
  if (!eslint || missing.length > 0) {
    say(`Install ${missing.join(' and ')} first, then run this again:\n\n  ${installing(folder, missing)}`);
    return 2;
  }
  if (found && found.kind !== 'flat' && eslint.version[0] >= 9) {
    say(
      `ESLint ${String(eslint.version[0])} does not read ${found.name}. Migrate it first (npx @eslint/migrate-config ${found.name}), then run this again.`,
    );
    return 2;
  }
  return change(found ?? { kind: 'flat', folder, name: 'eslint.config.mjs' }, eslint, cwd, ask);
}

async function change(configuration: Configuration, eslint: Eslint, cwd: string, ask: typeof confirmed): Promise<number> {
  const { kind, folder } = configuration;
  const path = join(folder, configuration.name);
  const name = relative(cwd, path);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (text?.includes(kind === 'flat' ? plugin : legacyEntry.slice(1, -1)) === true) {
    say(`${name} has the plugin already.`);
    return 0;
  }
  const wanted = wantedOf(folder, text ?? '', eslint);
  const planned = planOf(kind, text, wanted);
  if (!planned) {
    const instead = kind === 'flat' ? newFlatConfiguration(wanted).text : `  ${legacyEntry}\n`;
    say(
      `${name} is written in a way that --init does not change. Add this to ${kind === 'flat' ? 'it' : 'its "extends"'} yourself:\n\n${instead}`,
    );
    return 2;
  }
  say(`${text === undefined ? `A new ${name}` : `To be added to ${name}`}:\n\n${planned.shown.map((line) => `  + ${line}`).join('\n')}\n`);
  say("To check the result, this project's own ESLint is then run once.");
  const agreed = await ask(text === undefined ? `Write ${name}?` : `Add these lines to ${name}?`);
  if (agreed === undefined) {
    say('Nothing was written: there is no terminal to ask in. Run it in a terminal, pass --yes, or copy these lines.');
    return 2;
  }
  if (!agreed) {
    say('Nothing was written.');
    return 0;
  }
  writeFileSync(path, planned.text, { flag: text === undefined ? 'wx' : 'w' });
  const failed = failure(eslint, folder, kind !== 'flat');
  if (failed === undefined) {
    say('Done: the plugin is active. Next:\n\n  npx eslint .');
    return 0;
  }
  if (text === undefined) rmSync(path);
  else writeFileSync(path, text);
  // A folder's name may look like a secret and be masked, which would make the path useless.
  const reason = redacted(failed.replaceAll(folder + sep, ''));
  say(`ESLint does not run with this configuration, so ${name} is as it was:\n\n${reason}`);
  return 2;
}

function planOf(kind: Configuration['kind'], text: string | undefined, wanted: Wanted): Change | undefined {
  if (text === undefined) return newFlatConfiguration(wanted);
  if (kind === 'flat') return added(text, wanted);
  return kind === 'package' ? extended(text, 'eslintConfig') : extended(text);
}

/** Configurations that include a parser for TypeScript. */
const parsesTypescript = /typescript|\b(?:next|nuxt|vue|svelte|astro|antfu)\b/i;

function wantedOf(folder: string, text: string, { version: [major, minor] }: Eslint): Wanted {
  return {
    languages: major > 9 || (major === 9 && minor >= 5),
    typescript: existsSync(join(folder, 'tsconfig.json')) && !parsesTypescript.test(text) && hasModule(folder, '@typescript-eslint/parser'),
  };
}
