import { describe, expect, it } from 'vitest';
import { rootOf } from '../../../src/facts/program/callees.js';
import { javascript } from '../../models/program.js';

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
