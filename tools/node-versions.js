/** The tested versions of Node.js, installed from npm. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** The lowest version of each line that `engines` allows, and the highest at the time of writing. */
export const versions = ['20.19.0', '22.13.0', '22.23.3', '24.0.0', '24.21.0'];

/** Returns the executable of a version, installing it if necessary. @param {string} version */
export function nodeOf(version) {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = join(tmpdir(), 'cloudflare-auth-nodes', version);
  const program = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(program))
    execFileSync('npm', ['install', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, `${name}@${version}`], {
      shell: process.platform === 'win32',
    });
  return program;
}
