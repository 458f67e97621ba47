/** Scores findings: expected lines that are found, and unexpected findings. */

/** @typedef {import('./cases.js').Case} Case */
/** @typedef {import('./reports.js').Finding} Finding */
/** @typedef {{ expected: number, found: number, unexpected: number }} Score */

/**
 * Returns scores by practice, and in total under `all`.
 * @param {readonly Case[]} cases @param {readonly Finding[]} findings
 * @returns {ReadonlyMap<string, Score>}
 */
export function score(cases, findings) {
  /** @type {Map<string, Finding[]>} */
  const byPath = new Map();
  for (const finding of findings) byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding]);
  /** @type {Map<string, Score>} */
  const scores = new Map();
  /** @param {string} key @param {keyof Score} what @param {number} count */
  const add = (key, what, count) => {
    const sum = scores.get(key) ?? { expected: 0, found: 0, unexpected: 0 };
    scores.set(key, { ...sum, [what]: sum[what] + count });
  };
  for (const { path, practice: about, expected, tolerance = 0 } of cases) {
    const here = byPath.get(path) ?? [];
    /** @param {number} at @param {Finding} finding */
    const isAt = (at, { line, endLine }) => line - tolerance <= at && at <= endLine + tolerance;
    const unexpected = here.filter((finding) => !expected.some(({ line }) => isAt(line, finding))).length;
    for (const key of about === undefined ? ['all'] : [about, 'all']) add(key, 'unexpected', unexpected);
    for (const { line, practice } of expected)
      for (const key of [practice, 'all']) {
        add(key, 'expected', 1);
        if (here.some((finding) => isAt(line, finding))) add(key, 'found', 1);
      }
  }
  return scores;
}
