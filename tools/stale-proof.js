/** `npm run proof:stale`: lists the tables in docs/proof.md that are older than the code they measure. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What every benchmark measures. A change of a comment counts too. */
const measured = ['src', 'rules'];

/** @typedef {{ readonly name: string, readonly commit: string | undefined }} Table its name, and the commit it measured, if stated */

/** @param {string} page @returns {readonly Table[]} */
export function tablesIn(page) {
  return [...page.matchAll(/<!-- begin (.+?) -->([\s\S]*?)<!-- end \1 -->/g)].map(([, name = '', text = '']) => ({
    name,
    commit: /\bcommit ([0-9a-f]{7,40})\b/.exec(text)?.[1],
  }));
}

/** Returns how many commits since then changed what a table measures; undefined if unknown. @param {Table} table */
export function changesSince({ commit }) {
  if (commit === undefined) return undefined;
  try {
    const log = execFileSync('git', ['log', '--oneline', `${commit}..HEAD`, '--', ...measured], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return log.split('\n').length - 1;
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const table of tablesIn(readFileSync(`${root}docs/proof.md`, 'utf8'))) {
    const changes = changesSince(table);
    if (changes !== 0) console.log(`${table.name}: ${changes === undefined ? 'of an unknown commit' : `${String(changes)} commits old`}`);
  }
}
