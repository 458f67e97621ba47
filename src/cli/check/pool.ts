/** Worker threads that check files: several at once, and each with a stack on which no file's nesting ends the process. */
import { Worker } from 'node:worker_threads';
import { packageFile } from '../package-file.js';
import type { Outcome, Task } from './checker.js';
import type { Settings } from './settings.js';

/** Milliseconds for one file. Readers are bounded; this is for the fault that nobody has thought of. */
const MOST_TIME = 60_000;

interface PoolOptions {
  readonly threads: number;
  /** Megabytes for each thread. */
  readonly stack: number;
  readonly onDone: (index: number, outcome: Outcome) => void;
}

/** Checks all tasks; what a thread does not survive is searched as text only by the next, and then skipped. */
export async function checkInThreads(tasks: readonly Task[], settings: Settings, { threads, stack, onDone }: PoolOptions): Promise<void> {
  const waiting = tasks.map((task, index) => ({ index, task })).reverse();
  const run = async (): Promise<void> => {
    let thread: Thread | undefined;
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { index, task } = next;
      thread ??= new Thread(settings, stack);
      const outcome = await thread.check(task);
      if (outcome) {
        onDone(index, outcome);
        continue;
      }
      await thread.end();
      thread = undefined;
      if (task.textOnly) onDone(index, { ...lost, warnings: [`skipped: ${lost.reason}`] });
      else waiting.push({ index, task: { ...task, textOnly: true } });
    }
    await thread?.end();
  };
  await Promise.all(Array.from({ length: Math.min(threads, tasks.length) }, run));
}

const lost = { read: 'skipped', reason: 'checking it takes too much time or memory', messages: [], suppressed: 0 } as const;

/** Models and values live as long as a file is checked: with the default of 16 MB, collecting them takes a quarter of the time. */
const YOUNG_GENERATION_MB = 96;

/** One worker, which checks one file at a time. */
class Thread {
  private readonly worker: Worker;
  #answer: (outcome: Outcome | undefined) => void = () => undefined;

  constructor(settings: Settings, stackSizeMb: number) {
    this.worker = new Worker(packageFile('dist/cli/worker.js'), {
      workerData: settings,
      resourceLimits: { stackSizeMb, maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    });
    const lose = (): void => {
      this.#answer(undefined);
    };
    this.worker
      .on('message', (outcome: Outcome) => {
        this.#answer(outcome);
      })
      .on('error', lose)
      .on('exit', lose);
  }

  /** What came of a file; undefined if the thread is lost. */
  async check(task: Task): Promise<Outcome | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const answer = new Promise<Outcome | undefined>((resolve) => {
      this.#answer = resolve;
      timer = setTimeout(resolve, MOST_TIME, undefined);
    });
    this.worker.postMessage(task);
    const outcome = await answer;
    clearTimeout(timer);
    return outcome;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
