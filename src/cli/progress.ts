/** A line on the terminal that says how far a scan is. */
import process from 'node:process';

const EVERY = 100; // milliseconds

export interface Progress {
  /** Says that so many of so many files are done. */
  readonly show: (done: number, total: number) => void;
  /** Takes the line away, before anything else is written. */
  readonly clear: () => void;
}

/** Nothing, unless a person looks on. */
export function progressOn(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  let last = Date.now();
  let isShown = false;
  return {
    show(done, total) {
      if (Date.now() - last < EVERY) return;
      last = Date.now();
      isShown = true;
      stream.write(`\r${done.toLocaleString('en')} of ${total.toLocaleString('en')} files\u001B[K`);
    },
    clear() {
      if (isShown) stream.write('\r\u001B[K');
      isShown = false;
    },
  };
}
