/** The edit writer of PHP. */
import type { Change, EditWriter } from '../../source/edits.js';
import type { Span } from '../../source/model.js';
import type { Reading } from '../javascript/reading.js';
import { nodeAt } from '../javascript/edits/nodes.js';
import { parentOf } from '../javascript/syntax/syntax.js';
import { type EntrySyntax, remove, replaceEntry } from '../lowering/entry-edits.js';
import { parsableChanges, stringEndingWith, type StringSyntax, withExpression } from '../lowering/edits.js';
import { parsePhp } from './parser.js';

export function spelling(reading: Reading): EditWriter {
  const parsing = parsableChanges(reading.sourceCode.text, parsePhp);
  const entries = entriesIn(reading);
  return {
    fromEnvironment: (at, variable) => parsing(fromEnvironment(reading, at, variable)),
    replaceEntry: (at, key, before, variable) => parsing(replaceEntry(reading, at, entries, key, before, variable)),
    remove: (at) => parsing(remove(reading, at)),
    whetherSet: (at) => parsing(whetherSet(reading, at)),
  };
}

function entriesIn({ sourceCode: { text } }: Reading): EntrySyntax {
  const read = (variable: string, quote: string): { code: string; edits: [] } => ({
    code: `${readerIn(text)}(${quote}${variable}${quote})`,
    edits: [],
  });
  return { quotes: `'"`, joined: '.', between: ' => ', lines: true, read };
}

/** The function that reads the environment: Laravel's settings have their own. */
function readerIn(text: string): 'env' | 'getenv' {
  return /(?<![\w>:$])env\(/.test(text) ? 'env' : 'getenv';
}

const readTypes: ReadonlySet<string> = new Set(['Identifier', 'MemberExpression', 'CallExpression']);

/** Replaces a value by whether it is set. Not in interpolated strings, which can contain only the value. */
function whetherSet(reading: Reading, at: Span): Change | undefined {
  const node = nodeAt(reading, at, readTypes);
  if (!node || parentOf(node)?.type === 'TemplateLiteral') return undefined;
  const code = `(${reading.sourceCode.text.slice(at.start, at.end)} ? 'set' : 'not set')`;
  return { edits: [{ at, text: code }], code };
}

/** https://www.php.net/manual/en/language.constants.syntax.php */
const strings: StringSyntax = {
  parse: parsePhp,
  quotes: `"'`,
  constants: new Set([
    'ConstDeclaration',
    'PropertyDeclaration',
    'Parameter',
    'PropertyParameter',
    'Attribute',
    'EnumCase',
    'FunctionStaticDeclaration',
  ]),
};

/** Reads an environment variable instead of a string, or of its end: `'Bearer ' . getenv('…')`. */
function fromEnvironment(reading: Reading, at: Span, variable: string): Change | undefined {
  const string = stringEndingWith(reading, at, strings);
  if (!string) return undefined;
  const { text } = reading.sourceCode;
  const { quote } = string;
  const { start, end } = string.at;
  const fallback = fallbackBefore(text, start);
  if (fallback) return { edits: [{ at: { start: fallback.from, end }, text: '' }], code: fallback.code };
  return withExpression(string, `${readerIn(text)}(${quote}${variable}${quote})`, '.');
}

/** How many characters before a string are searched for a variable that the string is a fallback for. */
const REACH = 120;

/** Finds the variable before a string that is its fallback: `env('X', '…')`, `getenv('X') ?: '…'`. */
function fallbackBefore(text: string, start: number): { readonly from: number; readonly code: string } | undefined {
  const reach = Math.max(0, start - REACH);
  const [whole, read = '', between = ''] =
    /(\benv\(\s*["']\w+["'])(\s*,\s*)$/.exec(text.slice(reach, start)) ??
    /(\b(?:get)?env\(["']\w+["']\)|\$_(?:ENV|SERVER)\[["']\w+["']\])(\s*\?[:?]\s*)$/.exec(text.slice(reach, start)) ??
    [];
  if (whole === undefined) return undefined;
  return { from: start - between.length, code: between.includes(',') ? `${read})` : read };
}
