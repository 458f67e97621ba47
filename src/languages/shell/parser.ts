/** The parser of shell scripts, loaded when the first script is read: most projects' linters never see one. */
import { createRequire } from 'node:module';
import type * as Unbash from 'unbash';

let loaded: typeof Unbash | undefined;

/** The parser's module. It reads all of Bash, and what it cannot read it leaves out. */
export function unbash(): typeof Unbash {
  return (loaded ??= createRequire(import.meta.url)('unbash') as typeof Unbash);
}
