/** Measurements in docs/proof.md: every figure there was written by a run with `--prove`, none by hand. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const page = fileURLToPath(new URL('../docs/proof.md', import.meta.url));

/**
 * Prints a benchmark's result; with `--prove` it also replaces the previous one between the page's markers of that name.
 * @param {string} name
 * @param {string} result in Markdown
 * @param {readonly string[]} [versions] of the packages it was compared with, such as `eslint-plugin-no-secrets@2.3.3`
 */
export async function prove(name, result, versions = []) {
  console.log(result);
  if (!process.argv.includes('--prove')) return;
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const written = readFileSync(page, 'utf8');
  const [before, rest] = written.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${page} has no place for "${name}".`);
  const day = new Date().toISOString().slice(0, 10);
  const when = [day, `commit ${commit()}`, `Node ${process.version}`, `${String(cpus().length)} cores`, ...versions].join(', ');
  const text = `${before}${begin}\n\n${when}.\n\n${result}\n\n${end}${after}`;
  writeFileSync(page, await format(text, { ...(await resolveConfig(page)), filepath: page }));
}

/** Returns the commit that was measured, seven digits. Uncommitted files must not be measured. */
function commit() {
  const git = (/** @type {string[]} */ ...args) => execFileSync('git', args, { cwd: dirname(page), encoding: 'utf8' }).trim();
  if (git('status', '--porcelain', '--', '../src', '../rules', '../bench') !== '') throw new Error('Commit what is measured first.');
  return git('rev-parse', '--short=7', 'HEAD');
}
