import {
  bodyReaders,
  decoders,
  discardingMembers,
  outcomes,
  queried,
  requestMethods,
  outcomeMembers,
} from '../../cloudflare/http/response-checks.js';
import type { Use } from '../../source/model.js';

/** How a program uses a response so that it misses a failure: not at all, or only its content. */
export type UncheckedUse = 'dropped' | 'unchecked';

/** Returns how uses of a response, or of its member at `below`, miss a failure; undefined if they may notice one. */
export function uncheckedUse(uses: readonly Use[], below: readonly string[] = []): UncheckedUse | undefined {
  const seen = uses.filter(
    (use) => !isDiscarded(use) && !asksForAnswer(use) && (below.length > 0 || !requestMethods.has(use.path[0] ?? '')),
  );
  if (seen.length === 0) return 'dropped';
  const all = seen.map((use) => ({ ...use, path: [...below, ...use.path] }));
  return all.every(ignoresOutcome) && all.some(readsOutcome) ? 'unchecked' : undefined;
}

function isDiscarded({ path, isDropped }: Use): boolean {
  return (
    (isDropped === true || /^close$/i.test(path.at(-1) ?? '')) &&
    path.every((member) => discardingMembers.has(member) || bodyReaders.has(member))
  );
}

/** Whether a use only tests that there is a response, whatever its content: `is_wp_error($response)`. */
function asksForAnswer({ path, isKind }: Use): boolean {
  return isKind === true && path.length === 0;
}

/** Whether a use cannot notice a failure: it reads the result, or only tests that there is a response. */
function ignoresOutcome({ path, isTest }: Use): boolean {
  const at = outcomeAt(path);
  // `result.status` and `result.messages` are part of the result, and indicate a failure only if they are tested.
  const telling = isTest || at < 0 ? path : path.slice(0, at);
  if (telling.some((member) => outcomeMembers.has(member))) return false;
  return at >= 0 || (isTest && path.length <= 1);
}

function readsOutcome({ path }: Use): boolean {
  return outcomeAt(path) >= 0;
}

/** Returns the index in a path where it reaches what exists only if the request succeeded; -1 if it does not. */
function outcomeAt(path: readonly string[]): number {
  if (!bodyReaders.has(path[0] ?? '')) return -1;
  const isDecoded = /^(?:get)?body$/i.test(path[0] ?? '') && decoders.has(path[1] ?? '');
  const at = isDecoded ? 2 : 1;
  const member = path[at] ?? '';
  return outcomes.has(member) || (queried.has(member) && path.length > at + 1) ? at : -1;
}
