import type { SourceFile } from '../../source/model.js';

/** Whether a file is a sample, which lists everything that can be set. */
export function isSample({ path }: SourceFile): boolean {
  return /(?:^|[._-])(?:example|sample|template|dist|defaults?)(?:[._-]|$)/i.test(
    path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1),
  );
}
