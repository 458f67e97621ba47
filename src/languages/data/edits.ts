/** The edit writer of data files, for those that can refer to a secret. */
import type { EditWriter } from '../../source/edits.js';

/** References to a secret or variable, by kind of file. */
const references: readonly (readonly [file: RegExp, spelled: (variable: string) => string])[] = [
  [/(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/, (variable) => `\${{ secrets.${variable} }}`],
  [/(?:^|\/)(?=[^/]*compose)[^/]*\.ya?ml$/, (variable) => `\${${variable}}`],
];

/** Returns the edit writer for a data file; undefined if no reference can replace a credential in it. */
export function spelling(path: string): EditWriter | undefined {
  const reference = references.find(([file]) => file.test(path.replaceAll('\\', '/')))?.[1];
  return (
    reference && {
      fromEnvironment: (at, variable) => ({ edits: [{ at, text: reference(variable) }], code: reference(variable) }),
    }
  );
}
