/** Nesting that no parser is asked to go down into. */

/**
 * Deeper than anyone writes. Where a parser runs out of stack it throws, mostly; but if V8 has to compile a regular expression just there, it ends
 * the process, and with it the run over all other files.
 */
const MOST_NESTED = 500;

/**
 * Whether brackets are open in one another without end, or items of lists on one line are: `- - -`. Those in texts count too: a script in a text is
 * read as well.
 */
export function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  let items = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === SPACE || code === TAB) continue;
    items = isMarker(code) && isBlank(text.charCodeAt(at + 1)) ? items + 1 : 0;
    if (isOpening(code)) depth += 1;
    else if (depth > 0 && isClosing(code)) depth -= 1;
    if (depth > MOST_NESTED || items >= MOST_NESTED) return true;
  }
  return false;
}

const [TAB, SPACE] = [9, 32];

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** `(`, `[` or `{`. */
function isOpening(code: number): boolean {
  return code === 40 || code === 91 || code === 123;
}

/** `)`, `]` or `}`. */
function isClosing(code: number): boolean {
  return code === 41 || code === 93 || code === 125;
}

/** What begins an item in YAML: `-`, `?` or `:`. */
function isMarker(code: number): boolean {
  return code === 45 || code === 63 || code === 58;
}
