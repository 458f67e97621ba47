/** How PHP writes what a rule would have instead. */
import { type Change, changed, type EditWriter } from '../../source/edits.js';
import type { Span } from '../../source/model.js';
import { within } from '../../source/values.js';
import type { Reading } from '../javascript/reading.js';
import { spanOf } from '../javascript/syntax/syntax.js';
import { nodesIn } from '../lowering/lezer.js';
import { parsePhp } from './parser.js';

export function spelling(reading: Reading): EditWriter {
  const { text } = reading.sourceCode;
  return {
    fromEnvironment: (at, variable) => {
      const change = fromEnvironment(reading, at, variable);
      // A change after which the program parses as well as before.
      return change && parsePhp(changed(text, change)).errors <= parsePhp(text).errors ? change : undefined;
    },
  };
}

/** Reads an environment variable in the place of a string, or of its end: `'Bearer ' . getenv('…')`. */
function fromEnvironment(reading: Reading, at: Span, variable: string): Change | undefined {
  const { text } = reading.sourceCode;
  const node = reading.survey.strings.findLast((each) => within(at, spanOf(each)));
  if (!node || mustBeConstant(text, at)) return undefined;
  const { start, end } = spanOf(node);
  const quote = text.charAt(start);
  if (!/["']/.test(quote) || text.charAt(end - 1) !== quote || at.end !== end - 1) return undefined;
  const fallback = fallbackBefore(text, start);
  if (fallback) return { edits: [{ at: { start: fallback.from, end }, text: '' }], code: fallback.code };
  // Settings of Laravel read it by a function of their own.
  const code = `${/(?<![\w>:$])env\(/.test(text) ? 'env' : 'getenv'}(${quote}${variable}${quote})`;
  const before = text.slice(start, at.start);
  return { edits: [{ at: { start, end }, text: before === quote ? code : `${before}${quote} . ${code}` }], code };
}

/** How far before a string it may begin that the string stands in for something. */
const REACH = 120;

/** What stands before a string that stands in for a variable: `env('X', '…')`, `getenv('X') ?: '…'`. */
function fallbackBefore(text: string, start: number): { readonly from: number; readonly code: string } | undefined {
  const reach = Math.max(0, start - REACH);
  const [whole, read = '', between = ''] =
    /(\benv\(\s*["']\w+["'])(\s*,\s*)$/.exec(text.slice(reach, start)) ??
    /(\b(?:get)?env\(["']\w+["']\)|\$_(?:ENV|SERVER)\[["']\w+["']\])(\s*\?[:?]\s*)$/.exec(text.slice(reach, start)) ??
    [];
  if (whole === undefined) return undefined;
  return { from: start - between.length, code: between.includes(',') ? `${read})` : read };
}

/** Where PHP takes nothing but what is known before the program runs. https://www.php.net/manual/en/language.constants.syntax.php */
const constants = new Set([
  'ConstDeclaration',
  'PropertyDeclaration',
  'Parameter',
  'PropertyParameter',
  'Attribute',
  'EnumCase',
  'FunctionStaticDeclaration',
]);

function mustBeConstant(text: string, at: Span): boolean {
  for (const { name, from, to } of nodesIn(parsePhp(text).root))
    if (constants.has(name) && within(at, { start: from, end: to })) return true;
  return false;
}
