/** Lists of values that an option allows. Each entry is a literal value, or a regular expression between slashes. */
import { RE2JS } from 're2js';

/** A matcher, or why an entry is invalid. */
type Entry = { readonly matches: (value: string) => boolean } | { readonly problem: string };

const compiled = new WeakMap<readonly string[], readonly Entry[]>();

function entriesOf(list: readonly string[]): readonly Entry[] {
  const entries = compiled.get(list) ?? list.map(entryOf);
  compiled.set(list, entries);
  return entries;
}

/** RE2 matches in linear time for any pattern and text. That is needed because comments of a checked file may set options. */
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
    // Without RE2's own message: it quotes the pattern, which may be a secret.
    return { problem: `${place} is not a regular expression of RE2, which has neither lookaround nor backreferences` };
  }
}

/** Returns what is wrong with a list; undefined if it is valid. */
export function problemIn(list: readonly string[]): string | undefined {
  return entriesOf(list).flatMap((entry) => ('problem' in entry ? [entry.problem] : []))[0];
}

/** Whether a list allows a value. */
export function allows(list: readonly string[], value: string): boolean {
  return entriesOf(list).some((entry) => 'matches' in entry && entry.matches(value));
}
