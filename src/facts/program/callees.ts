import type { Call, Name } from '../../source/model.js';

/** Longest chain of calls (`res.status(500).json`) that is walked back. Longer chains define the options of a command. */
const MAX_LINKS = 100;

/**
 * Returns the calls whose results a name is a member of, nearest first. Their number is bounded: `node = node.next()` in a loop makes an endless
 * chain.
 */
export function callsBehind({ of }: Name): readonly Call[] {
  const found: Call[] = [];
  for (let call = of; call && found.length < MAX_LINKS; call = call.callee.kind === 'name' ? call.callee.of : undefined) found.push(call);
  return found;
}

/** Returns a name and those of the functions called before it in its chain, nearest first: `res.status(500).json`, `res.status`. */
export function namesBehind(callee: Name): readonly Name[] {
  return [callee, ...callsBehind(callee).flatMap((call) => (call.callee.kind === 'name' ? [call.callee] : []))];
}

/** Returns a call and the calls before it in its chain, nearest first. */
export function chainOf(call: Call): readonly Call[] {
  return [call, ...(call.callee.kind === 'name' ? callsBehind(call.callee) : [])];
}

/**
 * Returns the callee at the start of a chain of calls: `res.status` for `res.status(500).json`; the name itself if it is no member of a call's
 * result.
 */
export function rootOf(callee: Name): Name {
  return namesBehind(callee).at(-1) ?? callee;
}
