/** `--explain` and `--list-rules`. */
import process from 'node:process';
import { rules } from '../../rules/index.js';
import { namespace, presets } from '../presets.js';
import { redacted } from '../redaction.js';
import { closest } from './closest.js';
import { page } from './pages.js';

/** Prints a rule's page and returns the exit code. */
export function explain(rule: string): number {
  const name = rule.replace(`${namespace}/`, '');
  const names = Object.keys(rules);
  const text = names.includes(name) ? page(name) : undefined;
  if (text !== undefined) {
    process.stdout.write(`${name}\n\n${text}\n`);
    return 0;
  }
  const meant = closest(name, names);
  process.stderr.write(
    `There is no rule ${JSON.stringify(redacted(rule))}.${meant ? ` Did you mean ${meant}?` : ''} There are:\n  ${names.join('\n  ')}\n`,
  );
  return 2;
}

/** Lists all rules with their preset and description. */
export function listed(): string {
  const preset = (name: string): string => (name in presets.recommended ? 'recommended' : name in presets.strict ? 'strict' : '');
  return Object.entries(rules)
    .map(([name, { description }]) => `${name.padEnd(28)} ${preset(name).padEnd(12)} ${description}\n`)
    .join('');
}
