/** Worker thread that checks files. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadParser } from '../../languages/javascript/parser.js';
import { checkerOf, type Task } from './checker.js';
import type { Settings } from './settings.js';

await loadParser();
const check = checkerOf(workerData as Settings);
parentPort?.on('message', (task: Task) => {
  const { absolute } = task;
  // A Buffer arrives as a plain array of bytes.
  parentPort?.postMessage(check({ ...task, absolute: typeof absolute === 'string' ? absolute : Buffer.from(absolute) }));
});
