/** The cases: the fixtures, each with its faulty lines. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { generated } from './secrets.js';

const fixtures = join(import.meta.dirname, '../../fixtures');

/** @typedef {{ readonly line: number, readonly practice: string }} Expected */
/**
 * @typedef {object} Case
 * @property {string} path relative to the folder that a tool scans, with `/`
 * @property {string} text
 * @property {string} [practice] its practice, if it is about one
 * @property {readonly Expected[]} expected the faulty lines; none in a correct program
 * @property {number} [tolerance] how many lines a finding may be off
 */

/** @returns {readonly Case[]} */
export function cases() {
  return readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^\d\d-[^/]+\/(?:bad|good)\//.test(path) && !path.endsWith('.findings') && statSync(join(fixtures, path)).isFile())
    .sort()
    .map((path) => {
      const [practice = ''] = path.split('/');
      const text = generated(readFileSync(join(fixtures, path), 'utf8'));
      const lines = path.includes('/bad/') ? linesIn(join(fixtures, `${path}.findings`)) : [];
      return { path, practice, text, expected: lines.map((line) => ({ line, practice })) };
    });
}

/** Returns the lines shown in a drawing of findings: `  12 | const token = …`. @param {string} drawing */
function linesIn(drawing) {
  const lines = [...readFileSync(drawing, 'utf8').matchAll(/^ *(\d+) \| /gm)].map(([, line]) => Number(line));
  return [...new Set(lines)];
}
