/** Checks the files of a walk: the gate dismisses most of them; the rest are checked here or in worker threads. */
import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { passesGate } from '../../languages/gate.js';
import type { FileResult, Message } from '../result.js';
import { RequestError } from '../request-error.js';
import type { Listed } from '../walk/index.js';
import { readBytes } from '../walk/read-bytes.js';
import { skipReasons } from '../walk/skip-reasons.js';
import { namespace } from '../../presets.js';
import { importedNames, isProgram } from '../../project/specifiers.js';
import { type UnrelatedProgram, importersOf } from './importers.js';
import type { Cache } from './cache.js';
import type { FoundElsewhere, Outcome, Task } from './checker.js';
import { decode, isUtf16 } from './encoding.js';
import { MAX_LEVELS, MAX_WORKER_LEVELS, nestingBound, stackFor } from './nesting-bound.js';
import type { Settings } from './settings.js';

/** Bytes per thread that make starting another thread worthwhile. */
const BYTES_PER_THREAD = 1_500_000;

export interface ScanOptions {
  readonly settings: Settings;
  /** Maximum number of threads; default: the number of cores. */
  readonly concurrency?: number | undefined;
  readonly cache?: Cache | undefined;
  readonly onProgress: (done: number, total: number) => void;
}

interface Scanned {
  readonly files: readonly FileResult[];
  readonly warnings: readonly string[];
}

/** A file that passes the gate, or imports a module that does. */
interface Survivor {
  readonly index: number;
  readonly task: Task;
  readonly size: number;
  readonly levels: number;
  readonly key: string | undefined;
}

/** A file that does not pass the gate. */
interface Dismissed {
  readonly isProgram: boolean;
  readonly importedNames: () => readonly string[];
}

/** Scans files. Results are in the order of the files, regardless of the number of threads. */
export async function scan(listed: readonly Listed[], options: ScanOptions): Promise<Scanned> {
  const { settings, cache, onProgress } = options;
  const outcomes = new Map<number, Outcome>();
  const survivors: Survivor[] = [];
  const concerned: number[] = [];
  const programs: UnrelatedProgram[] = [];
  // A specifier that could not be resolved before may resolve to a new file.
  const tree = cache ? treeOf(listed) : '';
  const take = (found: Outcome | Dismissed | Survivor, index: number): void => {
    if ('importedNames' in found) {
      // In most repositories no file passes the gate, and nobody asks what the others import.
      if (found.isProgram) programs.push({ index, names: concerned.length > 0 ? found.importedNames() : undefined });
      return;
    }
    if ('read' in found) {
      outcomes.set(index, found);
      return;
    }
    concerned.push(index);
    const known = found.key === undefined ? undefined : cache?.get(found.key);
    if (known) outcomes.set(index, known);
    else survivors.push(found);
  };
  for (const [index, file] of listed.entries()) {
    if (index % 64 === 0) onProgress(index - survivors.length, listed.length);
    take(file.skip === undefined ? gated(file, index, settings, cache, tree) : skipped(file.skip), index);
  }
  if (concerned.length > 0 && programs.length > 0)
    for (const index of importersOf(listed, concerned, programs)) {
      const file = listed[index];
      if (file) take(gated(file, index, settings, cache, tree, true), index);
    }
  let done = listed.length - survivors.length;
  await check(survivors, options, ({ index, key }, outcome) => {
    outcomes.set(index, outcome);
    if (key !== undefined) cache?.set(key, outcome);
    done += 1;
    onProgress(done, listed.length);
  });
  const elsewhere = foundElsewhere(listed, outcomes);
  const results = listed.map((file, index) => withFound(resultOf(file, outcomes.get(index) ?? clean), elsewhere.get(index) ?? []));
  const warnings = listed.flatMap(({ path }, index) => (outcomes.get(index)?.warnings ?? []).map((warning) => `${path}: ${warning}`));
  return { files: results, warnings };
}

/** Digest of what module resolution depends on, apart from the modules: the names of all files, and the settings that map specifiers to them. */
function treeOf(listed: readonly Listed[]): string {
  const hash = createHash('sha256');
  for (const { root, absolute, skip } of listed) {
    hash.update(`${root}\n`);
    if (skip !== undefined || !/(?:^|\/)(?:package\.json|[jt]sconfig[^/]*\.json|pnpm-workspace\.yaml)$/.test(root)) continue;
    const bytes = readBytes(absolute);
    if (typeof bytes !== 'string') hash.update(bytes);
  }
  return hash.digest('base64url');
}

const clean: Outcome = { read: 'parsed', messages: [], suppressed: 0, warnings: [] };

function skipped(reason: string, warnings: readonly string[] = []): Outcome {
  return { read: 'skipped', reason, messages: [], suppressed: 0, warnings };
}

/** Applies the gate to a file. Most files are never decoded. */
function gated(
  { path, absolute, root }: Listed,
  index: number,
  settings: Settings,
  cache: Cache | undefined,
  tree: string,
  isConcerned = false,
): Outcome | Dismissed | Survivor {
  const bytes = readBytes(absolute);
  if (typeof bytes === 'string') return skipped(skipReasons[bytes].text, [skipReasons[bytes].text]);
  const text = isUtf16(bytes) ? decode(bytes).text : bytes.toString('latin1');
  if (!isConcerned && !passesGate(text, root))
    return { isProgram: isProgram(root), importedNames: () => importedNames(isAscii(bytes) ? text : decode(bytes).text, root) };
  const key = settings.fix === 'off' ? cache?.keyOf(isProgram(root) ? `${root}\n${tree}` : root, path, bytes) : undefined;
  return { index, task: { path, absolute, root }, size: bytes.length, levels: nestingBound(bytes, text), key };
}

/** Collects findings that came up while checking importing files, by the index of the file they are in. Findings outside of the scan are dropped. */
function foundElsewhere(listed: readonly Listed[], outcomes: ReadonlyMap<number, Outcome>): ReadonlyMap<number, readonly FoundElsewhere[]> {
  const found = new Map<number, FoundElsewhere[]>();
  if (![...outcomes.values()].some(({ elsewhere }) => elsewhere)) return found;
  const indexes = new Map(
    listed.flatMap(({ absolute, skip }, index) => (skip === undefined ? [[absolute.toString(), index] as const] : [])),
  );
  // In the order of the importing files, regardless of which was checked first.
  for (const index of listed.keys())
    for (const each of outcomes.get(index)?.elsewhere ?? []) {
      const at = indexes.get(each.absolutePath);
      if (at !== undefined) found.set(at, [...(found.get(at) ?? []), each]);
    }
  return found;
}

/** Merges findings from importing files into a file's result; if both have the same finding, the file's own message is kept. */
function withFound(result: FileResult, found: readonly FoundElsewhere[]): FileResult {
  const [first] = found;
  if (!first || result.read === 'skipped') return result;
  const keyOf = ({ ruleId, start, end }: Message): string => [ruleId, start, end].join(' ');
  const others = found.flatMap((each) => each.messages);
  const asserted = new Set(others.map(keyOf));
  const cleared = found.flatMap((each) => each.cleared);
  const isCleared = ({ ruleId, start }: Message): boolean =>
    cleared.some((each) => each.start === start && (each.rule === undefined || ruleId === `${namespace}/${each.rule}`));
  const own = result.messages.filter((message) => !isCleared(message) || asserted.has(keyOf(message)));
  const known = new Map([...others.toReversed(), ...own].map((message) => [keyOf(message), message]));
  const messages = [...known.values()].sort((one, other) => one.start - other.start || one.end - other.end);
  if (messages.length === 0) return { ...result, messages };
  const secrets = [...(result.secrets ?? []), ...found.flatMap((each) => each.secrets)];
  return { ...result, messages, source: result.source ?? first.source, secrets };
}

async function check(
  survivors: readonly Survivor[],
  { settings, concurrency = availableParallelism() }: ScanOptions,
  onDone: (survivor: Survivor, outcome: Outcome) => void,
): Promise<void> {
  if (survivors.length === 0) return;
  await loadOurs();
  const levels = survivors.reduce((most, each) => Math.max(most, Math.min(each.levels, MAX_WORKER_LEVELS)), 0);
  const bytes = survivors.reduce((sum, { size }) => sum + size, 0);
  const threads = Math.max(1, Math.min(concurrency, Math.floor(bytes / BYTES_PER_THREAD)));
  const tasks = survivors.map((each) => (each.levels > MAX_WORKER_LEVELS ? { ...each.task, textOnly: true } : each.task));
  const each = (index: number, outcome: Outcome): void => {
    const survivor = survivors[index];
    if (survivor) onDone(survivor, outcome);
  };
  if (threads > 1 || levels > MAX_LEVELS) {
    const { checkInThreads } = await import('./pool.js');
    await checkInThreads(tasks, settings, { threads, stack: stackFor(levels), onDone: each });
    return;
  }
  const { checkerOf } = await import('./checker.js');
  const checker = checkerOf(settings);
  for (const [index, task] of tasks.entries()) each(index, checker(task));
}

/** Checks a single text. */
export async function checkOne(task: Task & { readonly text: string }, settings: Settings): Promise<Outcome> {
  const levels = nestingBound(Buffer.from(task.text), task.text);
  const survivor = { index: 0, task, size: task.text.length, levels, key: undefined };
  let found: Outcome = clean;
  if (passesGate(task.text, task.root))
    await check([survivor], { settings, concurrency: 1, onProgress: () => undefined }, (_, outcome) => (found = outcome));
  return found;
}

/** Loads the parser up front: if it cannot be loaded, the installation is broken, and no file must be blamed for that. */
async function loadOurs(): Promise<void> {
  try {
    const { loadParser } = await import('../../languages/javascript/parser.js');
    await loadParser();
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new RequestError(
      `oxc-parser, which reads JavaScript and TypeScript, cannot be loaded (${code === '' ? (message.split('\n')[0] ?? '') : code}). ` +
        'Install eslint-plugin-cloudflare-auth again with its dependencies, optional ones included: npm install --include=optional.',
    );
  }
}

function resultOf({ path, absolute }: Listed, outcome: Outcome): FileResult {
  const { read, reason, messages, suppressed, secrets, source, output } = outcome;
  return {
    path,
    absolutePath: absolute.toString(),
    read,
    messages,
    suppressed,
    ...(reason !== undefined && { reason }),
    ...(secrets && { secrets }),
    ...(source !== undefined && { source }),
    ...(output !== undefined && { output }),
  };
}
