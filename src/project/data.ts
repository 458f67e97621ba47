import type { Files } from './files.js';

/** A parsed JSON object. */
export type Data = Readonly<Record<string, unknown>>;

const known = new WeakMap<Files, Map<string, { readonly text: string; readonly data: Data | undefined }>>();

/** Parses a JSON file, which may have comments and trailing commas as tsconfig.json does; undefined if it does not contain an object. */
export function dataIn(path: string, files: Files): Data | undefined {
  const text = files.read(path);
  if (text === undefined) return undefined;
  const byPath = known.get(files) ?? new Map<string, { readonly text: string; readonly data: Data | undefined }>();
  known.set(files, byPath);
  const before = byPath.get(path);
  if (before?.text === text) return before.data;
  const data = parsed(text);
  byPath.set(path, { text, data });
  return data;
}

function parsed(text: string): Data | undefined {
  try {
    return asData(JSON.parse(text));
  } catch {
    try {
      return asData(JSON.parse(plain(text)));
    } catch {
      return undefined;
    }
  }
}

/** Removes comments and trailing commas. An unclosed string ends with its line, an unclosed comment with the text, which keeps this linear. */
function plain(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/("(?:[^"\\\n]|\\.)*"?)|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/g, (_, string: string | undefined) => string ?? '')
    .replace(/("(?:[^"\\\n]|\\.)*"?)|,(?=\s*[}\]])/g, (_, string: string | undefined) => string ?? '');
}

export function asData(value: unknown): Data | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : undefined;
}

export function stringsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
