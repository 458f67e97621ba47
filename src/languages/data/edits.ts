/** How files of data write what a rule would have instead of a credential, where they can. */
import type { EditWriter } from '../../source/edits.js';

/** By kind of file. */
const references: readonly (readonly [file: RegExp, spelled: (variable: string) => string])[] = [
  [/(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/, (variable) => `\${{ secrets.${variable} }}`],
  [/(?:^|\/)(?=[^/]*compose)[^/]*\.ya?ml$/, (variable) => `\${${variable}}`],
];

export function spelling(path: string): EditWriter | undefined {
  const reference = references.find(([file]) => file.test(path.replaceAll('\\', '/')))?.[1];
  return (
    reference && {
      fromEnvironment: (at, variable) => ({ edits: [{ at, text: reference(variable) }], code: reference(variable) }),
    }
  );
}
