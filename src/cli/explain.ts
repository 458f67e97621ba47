/** `--explain <rule>`: the rule's page. */
import process from 'node:process';
import { namespace } from '../presets.js';
import { rules } from '../index.js';
import { closest } from './flags.js';
import { page } from './pages.js';

export function explain(rule: string): void {
  const name = rule.replace(`${namespace}/`, '');
  const names = Object.keys(rules);
  const text = names.includes(name) ? page(name) : undefined;
  if (text !== undefined) {
    process.stdout.write(`${name}\n\n${text}\n`);
    return;
  }
  const meant = closest(name, names);
  process.stderr.write(
    `There is no rule ${JSON.stringify(rule)}.${meant ? ` Did you mean ${meant}?` : ''} There are:\n  ${names.join('\n  ')}\n`,
  );
  process.exitCode = 2;
}
