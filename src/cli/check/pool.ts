/** Worker threads that check files in parallel, each with a stack large enough for the deepest file, so that none crashes the process. */
import { Worker } from 'node:worker_threads';
import { packageFile } from '../package-file.js';
import type { Outcome, Task } from './checker.js';
import type { Settings } from './settings.js';

/** Timeout for one file, in milliseconds. Readers are bounded; this is for bugs that we have not thought of. */
const MAX_TIME = 60_000;

interface PoolOptions {
  readonly threads: number;
  /** Stack size of each thread, in megabytes. */
  readonly stack: number;
  readonly onDone: (index: number, outcome: Outcome) => void;
}

/** Checks all tasks. A file that crashes its thread is searched as text only by the next thread, and skipped if that crashes as well. */
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

/** Models and values live while a file is checked: with the default of 16 MB, garbage collection takes a quarter of the time. */
const YOUNG_GENERATION_MB = 96;

/** A worker thread that checks one file at a time. */
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

  /** Returns the outcome for a file; undefined if the thread crashed or timed out. */
  async check(task: Task): Promise<Outcome | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const answer = new Promise<Outcome | undefined>((resolve) => {
      this.#answer = resolve;
      timer = setTimeout(resolve, MAX_TIME, undefined);
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
