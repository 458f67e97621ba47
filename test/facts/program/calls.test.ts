import { describe, expect, it } from 'vitest';
import { callsOf, MAX_CALLS } from '../../../src/facts/program/calls.js';
import type { Call } from '../../../src/source/model.js';
import { literal } from '../../../src/source/values.js';
import { javascript } from '../../models/program.js';

function said({ callee, arguments: [first] }: Call): string {
  const name = callee.kind === 'name' ? callee.path.join('.') : '()';
  return `${name} ${(first && literal(first)) ?? '?'}`;
}

describe('the calls of a file', () => {
  it('are followed into its own functions, each behind the call that leads to it', () => {
    const file = javascript(`const send = (what) => log(what); send('a'); send('b');`);
    expect(callsOf(file).map(said)).toEqual(['log ?', '() a', 'log a', '() b', 'log b']);
  });

  it('are followed through three functions', () => {
    const chain = (count: number): string =>
      Array.from({ length: count }, (_, index) => `function f${String(index + 1)}(what) { f${String(index)}(what); }`).join('\n');
    const deepest = (count: number): readonly string[] =>
      callsOf(javascript(`function f0(what) { log(what); }\n${chain(count)}\nf${String(count)}('a');`)).map(said);
    expect(deepest(2)).toContain('log a');
    expect(deepest(3)).not.toContain('log a');
  });

  it('are looked at up to a bound', () => {
    const file = javascript(`const send = (what) => log(what); send('a');`);
    const many = { ...file, calls: Array.from({ length: MAX_CALLS / 2 + 1 }, () => file.calls).flat() };
    expect(callsOf(many)).toHaveLength(MAX_CALLS);
  });
});
