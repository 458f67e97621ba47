import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { progressOn } from '../../src/cli/progress.js';

beforeAll(() => void vi.useFakeTimers());
afterAll(() => void vi.useRealTimers());

/** A stream that keeps what is written. */
function stream(isTTY: boolean): { readonly written: string[]; readonly stream: NodeJS.WriteStream } {
  const written: string[] = [];
  return { written, stream: { isTTY, write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WriteStream };
}

it('says on a terminal how far it is, and takes that back', () => {
  const { written, stream: terminal } = stream(true);
  const progress = progressOn(terminal);
  progress.show(1, 2000);
  expect(written).toEqual([]);
  vi.advanceTimersByTime(1000);
  progress.show(1500, 2000);
  expect(written).toEqual(['\r1,500 of 2,000 files\u001B[K']);
  progress.clear();
  progress.clear();
  expect(written.slice(1)).toEqual(['\r\u001B[K']);
});

it('says nothing where nobody looks on', () => {
  const { written, stream: file } = stream(false);
  const progress = progressOn(file);
  vi.advanceTimersByTime(1000);
  progress.show(1, 2);
  progress.clear();
  expect(written).toEqual([]);
});
