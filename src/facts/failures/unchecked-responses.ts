import { bodyReaders, decoders, lettingGo, outcomes, queried, sending, outcomeMembers } from '../../cloudflare/http/response-checks.js';
import type { Use } from '../../source/model.js';

/** How a program treats an answer so that it cannot see a failure: nothing looks at it, or only what it brings is read. */
export type UncheckedUse = 'dropped' | 'unchecked';

/** Whether uses of an answer, or of the member of it at `below`, see nothing of a failure; undefined if they may. */
export function uncheckedUse(uses: readonly Use[], below: readonly string[] = []): UncheckedUse | undefined {
  const seen = uses.filter((use) => !isLetGo(use) && !asksForAnswer(use) && (below.length > 0 || !sending.has(use.path[0] ?? '')));
  if (seen.length === 0) return 'dropped';
  const all = seen.map((use) => ({ ...use, path: [...below, ...use.path] }));
  return all.every(isBlind) && all.some(readsOutcome) ? 'unchecked' : undefined;
}

function isLetGo({ path, isDropped }: Use): boolean {
  return (isDropped === true || /^close$/i.test(path.at(-1) ?? '')) && path.every((member) => lettingGo.has(member));
}

/** `is_wp_error($response)` tells whether there is an answer, whatever it says. */
function asksForAnswer({ path, isKind }: Use): boolean {
  return isKind === true && path.length === 0;
}

/** A use that sees nothing of a failure: of what the request brings, or whether there is an answer at all. */
function isBlind({ path, isTest }: Use): boolean {
  const at = outcomeAt(path);
  // `result.status` and `result.messages` belong to what the request brings, and tell of a failure only if they are asked for.
  const telling = isTest || at < 0 ? path : path.slice(0, at);
  if (telling.some((member) => outcomeMembers.has(member))) return false;
  return at >= 0 || (isTest && path.length <= 1);
}

function readsOutcome({ path }: Use): boolean {
  return outcomeAt(path) >= 0;
}

/** Where a way into an answer comes to what is there only if the request succeeded; -1 if it does not. */
function outcomeAt(path: readonly string[]): number {
  if (!bodyReaders.has(path[0] ?? '')) return -1;
  const isDecoded = /^(?:get)?body$/i.test(path[0] ?? '') && decoders.has(path[1] ?? '');
  const at = isDecoded ? 2 : 1;
  const member = path[at] ?? '';
  return outcomes.has(member) || (queried.has(member) && path.length > at + 1) ? at : -1;
}
