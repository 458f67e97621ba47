/** Lists of values that an option allows: each is a value, or a regular expression between slashes. */
import { RE2JS } from 're2js';

/** What is matched, or why an entry is none. */
type Entry = { readonly matches: (value: string) => boolean } | { readonly problem: string };

const compiled = new WeakMap<readonly string[], readonly Entry[]>();

function entriesOf(list: readonly string[]): readonly Entry[] {
  const entries = compiled.get(list) ?? list.map(entryOf);
  compiled.set(list, entries);
  return entries;
}

/** RE2 matches in linear time, whatever pattern and text are: options may stand in comments of the file that is checked. */
function entryOf(entry: string, index: number): Entry {
  const [, pattern, flags = ''] = /^\/(.+)\/([a-z]*)$/su.exec(entry) ?? [];
  if (pattern === undefined) return { matches: (value) => value === entry };
  const place = `\`allow[${String(index)}]\``;
  if (/[^gimsuy]/.test(flags)) return { problem: `${place} has a flag that is not one of g, i, m, s, u and y` };
  const options =
    (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
    (flags.includes('m') ? RE2JS.MULTILINE : 0) |
    (flags.includes('s') ? RE2JS.DOTALL : 0);
  try {
    const expression = RE2JS.compile(pattern, options);
    return { matches: (value) => expression.matcher(value).find() };
  } catch {
    // Not what it says: it quotes the pattern, which may be a secret.
    return { problem: `${place} is not a regular expression of RE2, which has neither lookaround nor backreferences` };
  }
}

/** What is wrong with a list; undefined if nothing is. */
export function problemIn(list: readonly string[]): string | undefined {
  return entriesOf(list).flatMap((entry) => ('problem' in entry ? [entry.problem] : []))[0];
}

/** Whether a list allows a value. */
export function allows(list: readonly string[], value: string): boolean {
  return entriesOf(list).some((entry) => 'matches' in entry && entry.matches(value));
}
