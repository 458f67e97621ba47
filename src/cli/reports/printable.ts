/** Text of files, and their names, made harmless for what shows them: terminals obey escapes, and CI services lines that look like commands. */

/** Control characters, those that hide or turn the direction of text, and halves of characters. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\p{Surrogate}]/gu;

/**
 * The same text, as long as it was, in which nothing is obeyed: control characters are pictures, and the marks with which commands of GitHub
 * (`::error::`, `##[error]`), Azure (`##vso[…]`) and TeamCity (`##teamcity[…]`) begin are wide ones.
 */
export function printable(text: string): string {
  return text
    .replaceAll('\t', ' ')
    .replaceAll(unprintable, picture)
    .replaceAll(/##(?=\w*\[)/g, '＃＃')
    .replaceAll(/(?<!\S)::/g, '：：');
}

function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '␡' : '\uFFFD';
}

/** JSON that a terminal and a CI service can be shown as well: it means the same, and is all printable. `replacer` is that of `JSON.stringify`. */
export function printableJson(value: unknown, replacer?: (key: string, value: unknown) => unknown): string {
  const escaped = (text: string): string => text.replaceAll(/[\s\S]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return JSON.stringify(value, replacer, 2)
    .split('\n')
    .map((line) => line.replaceAll(unprintable, escaped).replaceAll('##', escaped))
    .join('\n');
}
