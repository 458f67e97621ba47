/** What functions and methods keep of a value that flows through them: all of it, a part, or nothing. */

/** Functions whose result contains their argument, by last name. */
export const passing: ReadonlySet<string> = new Set(
  'dumps json_encode to_json ConvertTo-Json dict repr str ToString print_r var_export strval btoa from inspect format formatWithOptions stringify String escape encode entries values fromEntries secret Blob Error value unwrap bold dim red green yellow blue cyan magenta white gray grey underline inverse highlight dedent dump safeDump boxen columnify markdownTable stripAnsi unparse table'.split(
    ' ',
  ),
);

/** Packages whose default export is such a function. */
export const passingModules =
  /^(?:boxen|columnify|strip-ansi|safe-stable-stringify|fast-json-stable-stringify|json-stringify-safe|dedent|outdent)$/;

/** Those of {@link passing} that show all properties of an object. */
export const showing: ReadonlySet<string> = new Set(
  'inspect format formatWithOptions stringify dump safeDump columnify markdownTable unparse table'.split(' '),
);

/** Functions that mask their argument, or only reveal whether it is set. Matches their last names. */
export const masking =
  /^(?:Boolean|isSet|(?:redact|mask|hide|obfuscat|obscur|censor|scrub|saniti[sz]|anonymi[sz]|conceal|fingerprint|hash|digest)[a-z]*(?:[A-Z]\w*)?)$/;

/** String methods whose result still contains the whole string. */
export const keeping: ReadonlySet<string> = new Set(
  'trim trimStart trimEnd toString valueOf normalize concat padEnd padStart toLowerCase toUpperCase to_s chomp presence freeze dup Trim TrimStart TrimEnd ToString trim_end trim_start into as_ref as_deref as_bytes ok unwrap expect unwrap_or_default orEmpty to_string to_owned clone as_str strip lstrip rstrip encode decode required asString'.split(
    ' ',
  ),
);

/** Methods that return the string in an object that otherwise hides it: pydantic's `SecretStr`, Rust's `SecretString`. */
export const revealing: ReadonlySet<string> = new Set(['get_secret_value', 'expose_secret']);

/** String methods that return a part: between two positions, a number of characters from a position on, one character, or the first or last ones. */
const cuts = {
  between: ['slice', 'substring'],
  from: ['substr', 'Substring'],
  one: ['at', 'charAt'],
  first: ['take', 'takeLast', 'prefix', 'suffix'],
} as const;

export type Cut = keyof typeof cuts;

/** These methods, each with the part that it returns. */
export const cutting: ReadonlyMap<string, Cut> = new Map(
  (Object.keys(cuts) as Cut[]).flatMap((cut) => cuts[cut].map((method) => [method, cut] as const)),
);
