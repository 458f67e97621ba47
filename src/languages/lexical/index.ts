/** The lexical reader: programs of languages that have no reader of their own, taken apart as far as a profile of the language tells. */
import type { Contents, SourceFile } from '../../source.js';
import { Parser } from './parser.js';
import type { Profile } from './profile.js';
import { Reading } from './reading.js';

/** Reads a program. */
export function readLexically(text: string, path: string, profile: Profile): SourceFile {
  return { language: profile.name, path, text, ...contentsOf(text, profile) };
}

function contentsOf(text: string, profile: Profile): Contents {
  const parsed = new Parser(text, profile);
  parsed.program();
  return new Reading(parsed, profile).contents();
}
