/** The real-code half: files of public repositories by commit, with the lines that a person labelled as faulty. It contains none of their text. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * @typedef {object} Repository
 * @property {string} repository `owner/name` on GitHub
 * @property {string} commit
 * @property {Readonly<Record<string, readonly { line: number, practice: number }[]>>} files labels by path
 */

/** People label the line of a call, tools report one of its arguments. */
const TOLERANCE = 2;

/** @param {string} list @param {string} [from] a folder of clones, `owner+name` each @returns {readonly import('./cases.js').Case[]} */
export function realCases(list, from) {
  const repositories = /** @type {readonly Repository[]} */ (JSON.parse(readFileSync(list, 'utf8')));
  return repositories.flatMap(({ repository, commit, files }) => {
    const folder = repository.replace('/', '+');
    const git = from === undefined ? fetched(repository, commit) : join(from, folder);
    return Object.entries(files).flatMap(([path, labels]) => {
      const text = existsSync(git) ? show(git, commit, path) : undefined;
      if (text === undefined) {
        console.error(`missing: ${repository}@${commit}:${path}`);
        return [];
      }
      const expected = labels.map(({ line, practice }) => ({ line, practice: String(practice) }));
      return [{ path: `${folder}/${path}`, text, expected, tolerance: TOLERANCE }];
    });
  });
}

/** Returns the text of a file at a commit. @param {string} git @param {string} commit @param {string} path */
function show(git, commit, path) {
  const { status, stdout } = spawnSync('git', ['-C', git, 'show', `${commit}:${path}`], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return status === 0 ? stdout : undefined;
}

/** Returns a bare repository with one fetched commit of another. @param {string} repository @param {string} commit */
function fetched(repository, commit) {
  const git = join(tmpdir(), 'misuse-repositories', repository.replace('/', '+'));
  const run = (/** @type {readonly string[]} */ args) => spawnSync('git', args, { encoding: 'utf8', stdio: 'ignore' }).status === 0;
  if (!existsSync(git)) run(['init', '--quiet', '--bare', git]);
  if (!run(['-C', git, 'cat-file', '-e', commit]))
    run(['-C', git, 'fetch', '--quiet', '--depth=1', `https://github.com/${repository}.git`, commit]);
  return git;
}
