/** The cases: the fixtures, each with the lines in which something is wrong. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { generated } from './secrets.js';

const fixtures = join(import.meta.dirname, '../../fixtures');

/** @typedef {{ readonly line: number, readonly practice: string }} Expected */
/**
 * @typedef {object} Case
 * @property {string} path from the folder that a tool is given, with `/`
 * @property {string} text
 * @property {string} [practice] what it is about, if that is one thing
 * @property {readonly Expected[]} expected what is wrong in it; nothing in a program that is right
 * @property {number} [tolerance] how many lines from there a finding may be
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

/** The lines that a drawing of findings shows: `  12 | const token = …`. @param {string} drawing */
function linesIn(drawing) {
  const lines = [...readFileSync(drawing, 'utf8').matchAll(/^ *(\d+) \| /gm)].map(([, line]) => Number(line));
  return [...new Set(lines)];
}
