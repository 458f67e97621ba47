import type { Call, Name } from '../../source/model.js';

/** Chains of calls (`res.status(500).json`) are followed back no further than this. */
const MOST_LINKS = 20;

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

/** What the object is made by that a function is a member of, back to a name that nothing made: `res.status` for `res.status(500).json`. */
export function rootOf(callee: Name): Name {
  let root = callee;
  for (let links = 0; root.of?.callee.kind === 'name' && links < MOST_LINKS; links += 1) root = root.of.callee;
  return root;
}
