import { describe, expect, it } from 'vitest';
import { rootOf } from '../../../src/facts/program/callees.js';
import { callsOf, MOST_CALLS } from '../../../src/facts/program/calls.js';
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
    const many = { ...file, calls: Array.from({ length: MOST_CALLS / 2 + 1 }, () => file.calls).flat() };
    expect(callsOf(many)).toHaveLength(MOST_CALLS);
  });
});

describe('what a chain of calls begins with', () => {
  const root = (code: string): string => {
    const [last] = javascript(code).calls.filter(({ callee }) => callee.kind === 'name' && callee.path.at(-1) === 'json');
    return last?.callee.kind === 'name' ? rootOf(last.callee).path.join('.') : '';
  };

  it.each([
    ['res.json(1)', 'res.json'],
    ['res.status(500).json(1)', 'res.status'],
    ["app.get('/').res.status(500).json(1)", 'app.get'],
    ['makers[kind](res).json(1)', 'json'],
  ])('%s', (code, expected) => {
    expect(root(code)).toBe(expected);
  });

  it('is looked for up to a bound', () => {
    expect(root(`res${'.set(1)'.repeat(100)}.json(1)`)).toBe('res.set');
    expect(root(`res${'.set(1)'.repeat(101)}.json(1)`)).toBe('set');
  });
});
