import type { SourceFile } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';

/** Returns the modules that a file uses. */
export const imported = perFile((file: SourceFile): ReadonlySet<string> => {
  const names = [...file.reads, ...file.calls.flatMap(({ callee }) => (callee.kind === 'name' ? callee : []))];
  return new Set(names.flatMap(({ module, type }) => [module, type?.name.module].filter((each) => each !== undefined)));
});
