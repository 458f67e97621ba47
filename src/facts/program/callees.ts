import type { Call, Name } from '../../source/model.js';

/** Chains of calls (`res.status(500).json`) are followed back no further than this: longer ones define the options of a command. */
const MOST_LINKS = 100;

/** The calls that a name stands behind, the nearest first. They are made of one another without end where a loop has `node = node.next()`. */
export function callsBehind({ of }: Name): readonly Call[] {
  const found: Call[] = [];
  for (let call = of; call && found.length < MOST_LINKS; call = call.callee.kind === 'name' ? call.callee.of : undefined) found.push(call);
  return found;
}

/** A name, and the names of the functions that it stands behind, the nearest first: `res.status(500).json`, `res.status`. */
export function namesBehind(callee: Name): readonly Name[] {
  return [callee, ...callsBehind(callee).flatMap((call) => (call.callee.kind === 'name' ? [call.callee] : []))];
}

/** A call and those that it stands behind, the nearest first. */
export function chainOf(call: Call): readonly Call[] {
  return [call, ...(call.callee.kind === 'name' ? callsBehind(call.callee) : [])];
}

/** What the object is made by that a function is a member of, back to a name that nothing made: `res.status` for `res.status(500).json`. */
export function rootOf(callee: Name): Name {
  return namesBehind(callee).at(-1) ?? callee;
}
