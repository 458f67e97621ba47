/** What programs of any language give to a function, to compare the ways in which a value is written. */
import { expect } from 'vitest';
import type { SourceFile } from '../../src/source/model.js';
import { show } from '../models/show.js';

/** The arguments of every call of a function, shown. */
export function givenTo(name: string, { calls }: SourceFile): readonly string[] {
  return calls
    .filter(({ callee }) => callee.kind === 'name' && callee.path.join('.') === name)
    .flatMap((call) => call.arguments.map((value) => show(value)));
}

/** Expects programs to show one and the same, and not nothing. */
export function expectSame([first, ...others]: readonly (readonly string[])[]): void {
  expect(first).not.toEqual([]);
  for (const other of others) expect(other).toEqual(first);
}
