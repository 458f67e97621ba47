import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FileResult } from '../result.js';
import { shownPath } from '../walk/index.js';
import type { Outcome } from './checker.js';
import { decode } from './encoding.js';
import { checkOne } from './scan.js';
import type { Settings } from './settings.js';

/** Checks standard input as if it were the content of a file with the given name. */
export async function checkStdin(
  name = '<stdin>',
  settings: Settings,
  cwd: string,
): Promise<{ readonly files: readonly FileResult[]; readonly warnings: readonly string[] }> {
  const absolutePath = resolve(cwd, name);
  const path = shownPath(absolutePath, cwd);
  const { text } = decode(readFileSync(0));
  const { warnings, ...outcome }: Outcome = await checkOne(
    { path, absolute: absolutePath, root: path, text },
    { ...settings, fix: settings.fix === 'off' ? 'off' : 'output' },
  );
  return { files: [{ path, absolutePath, ...outcome }], warnings: warnings.map((warning) => `${path}: ${warning}`) };
}
