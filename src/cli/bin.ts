#!/usr/bin/env node
import process from 'node:process';
import { version } from '../package.js';
import { redacted } from '../redaction.js';
import { type Options, optionsOf } from './options.js';
import { RequestError } from './request-error.js';

async function main(args: readonly string[]): Promise<number> {
  if (args[0] === 'permissions') return (await import('./permissions/command.js')).permissions(args.slice(1));
  const options = optionsOf(args);
  const about = await aboutItself(options);
  if (about !== undefined) return about;
  const { command } = await import('./command.js');
  return command(options, process.cwd());
}

/** Handles options that need no scan and returns the exit code; undefined if there are none. */
async function aboutItself(options: Options): Promise<number | undefined> {
  const { flags } = options;
  if (flags.has('help')) process.stdout.write((await import('./help.js')).help);
  else if (flags.has('version')) process.stdout.write(`v${version}\n`);
  else if (flags.has('list-rules')) process.stdout.write((await import('./explain.js')).listed());
  else if (flags.has('explain')) return (await import('./explain.js')).explain(options.value('explain') ?? '');
  else if (flags.has('init')) return init(flags);
  else return undefined;
  return 0;
}

async function init(flags: Options['flags']): Promise<number> {
  const { init: start } = await import('./init/command.js');
  return flags.has('yes') ? start(process.cwd(), () => Promise.resolve(true)) : start(process.cwd());
}

/** Describes an unexpected error without its message, which may quote a file. */
function unexpected(error: unknown): string {
  const { name, code, message, stack = '' } = error as NodeJS.ErrnoException;
  const missing = /^Cannot find (?:package|module) '([^']+)'/.exec(message)?.[1];
  if (missing !== undefined) return `${missing} cannot be loaded. Install eslint-plugin-cloudflare-auth again with its dependencies.`;
  return `The command failed with ${code ?? name}. Please report this as a bug:\n${stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')}`;
}

// The reader of the output may close the pipe early, as `head` does.
process.stdout.on('error', () => undefined);
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof RequestError ? redacted(error.message) : unexpected(error)}\n`);
  process.exitCode = 2;
}
