/** A line on the terminal that says something is going on, and goes away as soon as there is something to read. */
import process from 'node:process';

/** Milliseconds. */
const every = 200;

/** Shows it until the returned function is called, something is printed, or the program ends. Nothing, unless a person looks on. */
export function status(what: string): () => void {
  if (!process.stderr.isTTY) return () => undefined;
  const start = Date.now();
  const show = (): void => {
    process.stderr.write(`\r${what} … ${String(Math.round((Date.now() - start) / 1000))} s`);
  };
  const timer = setInterval(show, every).unref();
  const print = process.stdout.write.bind(process.stdout);
  const end = (): void => {
    clearInterval(timer);
    process.stdout.write = print;
    process.stderr.write('\r\u001B[K');
  };
  process.stdout.write = ((...given: Parameters<typeof print>) => {
    end();
    return print(...given);
  }) as typeof print;
  process.once('exit', end);
  return () => {
    process.off('exit', end);
    end();
  };
}
