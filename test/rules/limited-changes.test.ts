import { describe, expect, it } from 'vitest';
import { type Change, limited } from '../../src/source/edits.js';

const at = { start: 0, end: 1 };
const written: Change = { edits: [{ at, text: 'x' }], code: 'x' };

describe('a writer of changes', () => {
  it('writes a limited number of them, whatever they are', () => {
    const writer = limited({ remove: () => written, whetherSet: () => undefined });
    expect(writer.remove?.(at)).toBe(written);
    for (let count = 0; count < 1000; count += 1) writer.whetherSet?.(at);
    expect(writer.remove?.(at)).toBeUndefined();
  });

  it('lacks the methods that its language lacks', () => {
    expect(Object.keys(limited({ remove: () => written }))).toEqual(['remove']);
  });

  it('counts each file for itself', () => {
    const writer = { remove: () => written };
    const [one, other] = [limited(writer), limited(writer)];
    for (let count = 0; count < 1000; count += 1) one.remove?.(at);
    expect(other.remove?.(at)).toBe(written);
  });
});
