/** Files embedded in files, read in their own language. */
import { Exhausted } from '../../source/exhausted.js';
import type { Contents, Piece, SourceFile, Text } from '../../source/model.js';
import { BrokenInput } from '../broken-input.js';
import { placing } from '../data/strings.js';
import { moved } from '../moved.js';
import { readEmbedded, together } from '../shell/index.js';
import { documentsIn, type Document } from './places.js';

/** Readers of files that may be embedded in others, by language. */
export type DocumentReaders = Readonly<Record<DocumentLanguage, (text: string, path: string) => SourceFile>>;

type DocumentLanguage =
  'yaml' | 'json' | 'toml' | 'ini' | 'dotenv' | 'caddyfile' | 'properties' | 'systemd' | 'conf' | 'hcl' | 'netrc' | 'dockerfile';

const languages: readonly (readonly [name: RegExp, language: DocumentLanguage | 'shell'])[] = [
  [/\.ya?ml$/i, 'yaml'],
  [/\.json$/i, 'json'],
  [/\.toml$/i, 'toml'],
  [/\.ini$/i, 'ini'],
  [/(?:^|\/)\.env(?:\.\w+)?$|\.env$/i, 'dotenv'],
  [/Caddyfile$/, 'caddyfile'],
  [/\.properties$/i, 'properties'],
  [/\.(?:service|container)$/i, 'systemd'],
  [/\.(?:conf|cfg)$|(?:^|\/)[._]?curlrc$/i, 'conf'],
  [/\.(?:tf|tofu|tfvars|hcl)$/i, 'hcl'],
  [/(?:^|\/)[._]netrc$/, 'netrc'],
  [/(?:^|\/)Dockerfile[^/]*$/, 'dockerfile'],
  [/\.sh$/i, 'shell'],
];

/** Levels of files embedded in files that are read. */
const MAX_DEPTH = 3;

/** Returns a file with the contents of its embedded files in place of their texts; one that cannot be read stays a text. */
export function withDocuments(file: SourceFile, readers: DocumentReaders, depth = 0): SourceFile {
  if (depth >= MAX_DEPTH) return file;
  const read = documentsIn(file).flatMap((document) => {
    const contents = contentsOf(document, file, readers, depth);
    return contents ? [{ at: document.text.at.start, contents }] : [];
  });
  if (read.length === 0) return file;
  const starts = new Set(read.map(({ at }) => at));
  const rest = { ...file, texts: file.texts.filter(({ at }) => !starts.has(at.start)) };
  return { ...rest, ...together([rest, ...read.map(({ contents }) => contents)]) };
}

function contentsOf({ name, text }: Document, file: SourceFile, readers: DocumentReaders, depth: number): Contents | undefined {
  const language = languages.find(([ends]) => ends.test(name))?.[1];
  if (language === undefined) return undefined;
  if (language === 'shell') return readEmbedded(text, false);
  const pieces = piecesOf(text, file);
  const written = pieces.map((piece) => piece.text).join('');
  try {
    const { texts, comments, tables, calls, bindings, reads } = withDocuments(readers[language](written, name), readers, depth + 1);
    return moved({ texts, comments, tables, calls, bindings, reads }, placing(pieces, text.at));
  } catch (error) {
    if (error instanceof BrokenInput || error instanceof Exhausted) return undefined; // an incomplete file, or a template of one
    throw error;
  }
}

/** The characters of a text, with a variable in place of each interpolated value. */
function piecesOf({ parts }: Text, { text, language }: SourceFile): readonly Piece[] {
  return parts.map((part): Piece => {
    if (part.kind === 'piece') return part;
    const written = text.slice(part.at.start, part.at.end);
    const name = written.replaceAll(/\W+/g, '_').slice(0, MAX_NAME);
    return { kind: 'piece', text: language === 'hcl' ? `\${${name}}` : written, at: part.at, exact: false };
  });
}

/** Longest name made from an expression for its variable. */
const MAX_NAME = 100;
