import { perFile } from '../../source/memoized.js';
import type { Name, SourceFile } from '../../source/model.js';
import { identity } from './sent-credentials.js';

/** Whether members of a name are read, too: `kinds['cloudflare-token'].url` shows that `kinds['cloudflare-token']` is no text. */
export function isOpenedFurther(name: Name, file: SourceFile): boolean {
  return openedNames(file).has(identity(name));
}

const openedNames = perFile(
  ({ reads }: SourceFile): ReadonlySet<string> =>
    new Set(
      reads.flatMap((name) =>
        name.of && name.path.length > 1 && !/^(?:length|size)$/i.test(name.path.at(-1) ?? '')
          ? [identity({ ...name, path: name.path.slice(0, -1) })]
          : [],
      ),
    ),
);
