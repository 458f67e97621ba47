/** A terminal line that shows the progress of a scan. */
import process from 'node:process';

const EVERY = 100; // milliseconds

export interface Progress {
  /** Shows how many of all files are done. */
  readonly show: (done: number, total: number) => void;
  /** Clears the line; call it before writing anything else. */
  readonly clear: () => void;
}

/** Returns a progress line for a stream, which shows nothing unless the stream is a terminal. */
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
