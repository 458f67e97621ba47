/** What functions and methods make of a value on its way: the whole of it, a part, or nothing that tells it. */

/** Functions whose result holds what they are given, by their last names. */
export const passing: ReadonlySet<string> = new Set(
  'dumps json_encode to_json ConvertTo-Json dict repr str ToString print_r var_export strval btoa from inspect format formatWithOptions stringify String escape encode entries values fromEntries secret Blob Error value unwrap bold dim red green yellow blue cyan magenta white gray grey underline inverse highlight dedent'.split(
    ' ',
  ),
);

/** Those of them that show all members of an object. */
export const showing: ReadonlySet<string> = new Set(['inspect', 'format', 'formatWithOptions', 'stringify']);

/** Functions that hide what they are given, or tell only whether there is anything, by their last names. */
export const masking =
  /^(?:Boolean|isSet|(?:redact|mask|hide|obfuscat|obscur|censor|scrub|saniti[sz]|anonymi[sz]|conceal|fingerprint|hash|digest)[a-z]*(?:[A-Z]\w*)?)$/;

/** Methods of a string whose result is still the whole of it. */
export const keeping: ReadonlySet<string> = new Set(
  'trim trimStart trimEnd toString valueOf normalize concat padEnd padStart toLowerCase toUpperCase to_s chomp presence freeze dup Trim TrimStart TrimEnd ToString trim_end trim_start into as_ref as_deref as_bytes unwrap expect unwrap_or_default orEmpty to_string to_owned clone as_str strip lstrip rstrip encode decode get_secret_value'.split(
    ' ',
  ),
);

/** Methods of a string whose result is its characters between two places, as many as they are told from a place on, one of them, or the first or last of them. */
const cuts = {
  between: ['slice', 'substring'],
  from: ['substr', 'Substring'],
  one: ['at', 'charAt'],
  first: ['take', 'takeLast', 'prefix', 'suffix'],
} as const;

export type Cut = keyof typeof cuts;

/** Those methods, and what each leaves. */
export const cutting: ReadonlyMap<string, Cut> = new Map(
  (Object.keys(cuts) as Cut[]).flatMap((cut) => cuts[cut].map((method) => [method, cut] as const)),
);
