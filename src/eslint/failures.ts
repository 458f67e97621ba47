import process from 'node:process';
import { redactedPath } from '../redaction.js';
import { Exhausted } from '../source/exhausted.js';

const warned = new Set<string>();

/**
 * Warns, once per file, that the plugin failed on it. This is a process warning and not a finding: it must not fail a build, and a rule cannot choose
 * the severity of its findings. The error's message is left out, since it may quote the file.
 */
export function warnOf(error: unknown, filename: string): void {
  if (warned.has(filename)) return;
  warned.add(filename);
  const path = redactedPath(filename);
  if (error instanceof Exhausted) {
    process.emitWarning(`${path} was searched as text only: working out its values takes too many steps.`, 'CloudflareAuthWarning');
    return;
  }
  const { name, stack = '' } = error instanceof Error ? error : new Error();
  const place = /[/\\]([^/\\\n]+:\d+:\d+)\)?$/m.exec(stack)?.[1];
  process.emitWarning(
    `${path} was searched as text only: checking it failed with ${name}${place ? ` at ${place}` : ''}. Please report this as a bug.`,
    'CloudflareAuthWarning',
  );
}
