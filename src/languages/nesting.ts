/** Nesting too deep to pass to a parser. */

/**
 * Deeper than anyone writes. A parser that runs out of stack usually throws; but if V8 has to compile a regular expression at that moment, it
 * terminates the process, and with it the run over all other files.
 */
const MAX_NESTED = 500;

const [OTHER, BLANK, OPENING, CLOSING, MARKER] = [0, 1, 2, 3, 4];

/** The kind of each ASCII character. `-`, `?` and `:` begin an item in YAML. A table, because every character of every file is looked up. */
const kinds = new Uint8Array(128);
for (const [kind, characters] of [
  [BLANK, ' \t'],
  [OPENING, '([{'],
  [CLOSING, ')]}'],
  [MARKER, '-?:'],
] as const)
  for (const character of characters) kinds[character.charCodeAt(0)] = kind;

const openings = ['(', '[', '{'];
const repeatedMarkers = /(?:[-?:][ \t]+){8}/;

/**
 * Whether a text has too few brackets to nest too deep and no markers in a row, which holds for nearly all texts. Searching is faster than counting
 * levels.
 */
function isSurelyFlat(text: string): boolean {
  let found = 0;
  for (const opening of openings)
    for (let at = text.indexOf(opening); at !== -1; at = text.indexOf(opening, at + 1)) {
      found += 1;
      if (found > MAX_NESTED) return false;
    }
  return !repeatedMarkers.test(text);
}

/**
 * Whether brackets, or list markers on one line (`- - -`), nest deeper than any parser should recurse. Brackets in strings count too, because a
 * script in a string is read as well.
 */
export function isNestedTooDeep(text: string): boolean {
  if (isSurelyFlat(text)) return false;
  let depth = 0;
  let items = 0;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kinds[text.charCodeAt(at)] ?? OTHER;
    if (kind === BLANK) continue;
    items = kind === MARKER && kinds[text.charCodeAt(at + 1)] === BLANK ? items + 1 : 0;
    if (kind === OPENING) depth += 1;
    else if (kind === CLOSING && depth > 0) depth -= 1;
    if (depth > MAX_NESTED || items >= MAX_NESTED) return true;
  }
  return false;
}
