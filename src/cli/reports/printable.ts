/** Neutralises text and names of files for output: terminals interpret escape sequences, and CI services lines that look like commands. */

/** Control characters, invisible characters, those that change the direction of text, and lone surrogates. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\p{Surrogate}]/gu;

/**
 * Returns a text of the same length in which nothing is interpreted: control characters become pictures, and the markers that start commands of GitHub
 * (`::error::`, `##[error]`), Azure (`##vso[…]`) and TeamCity (`##teamcity[…]`) full-width characters.
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

/** Returns JSON that is safe to print in terminals and CI logs and parses to the same value. `replacer` is that of `JSON.stringify`. */
export function printableJson(value: unknown, replacer?: (key: string, value: unknown) => unknown): string {
  const escaped = (text: string): string => text.replaceAll(/[\s\S]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return JSON.stringify(value, replacer, 2)
    .split('\n')
    .map((line) => line.replaceAll(unprintable, escaped).replaceAll('##', escaped))
    .join('\n');
}
