/** How Go writes what a rule would have instead. */
import { type Change, changed, type Edit, type EditWriter } from '../../source/edits.js';
import type { Span } from '../../source/model.js';
import { within } from '../../source/values.js';
import type { Reading } from '../javascript/reading.js';
import { spanOf } from '../javascript/syntax/syntax.js';
import { nodesIn } from '../lowering/lezer.js';
import { parseGo } from './parser.js';

export function spelling(reading: Reading): EditWriter {
  const { text } = reading.sourceCode;
  return {
    fromEnvironment: (at, variable) => {
      const change = fromEnvironment(reading, at, variable);
      // A change after which the program parses as well as before.
      return change && parseGo(changed(text, change)).errors <= parseGo(text).errors ? change : undefined;
    },
  };
}

/** Reads an environment variable in the place of a string, or of its end: `"Bearer " + os.Getenv("…")`. */
function fromEnvironment(reading: Reading, at: Span, variable: string): Change | undefined {
  const { text } = reading.sourceCode;
  const node = reading.survey.strings.findLast((each) => within(at, spanOf(each)));
  if (!node || mustBeConstant(text, at)) return undefined;
  const { start, end } = spanOf(node);
  const quote = text.charAt(start);
  if (!/["`]/.test(quote) || text.charAt(end - 1) !== quote || at.end !== end - 1) return undefined;
  const found = packageOs(reading);
  if (!found) return undefined;
  const code = `${found.local}.Getenv("${variable}")`;
  const before = text.slice(start, at.start);
  return { edits: [...found.edits, { at: { start, end }, text: before === quote ? code : `${before}${quote} + ${code}` }], code };
}

/** Constants, tags of fields and paths of packages. */
const constants = new Set(['ConstDecl', 'ImportDecl', 'FieldDecl']);

function mustBeConstant(text: string, at: Span): boolean {
  for (const { name, from, to } of nodesIn(parseGo(text).root))
    if (constants.has(name) && within(at, { start: from, end: to })) return true;
  return false;
}

/** What a program calls the package `os`, or an import of it; undefined if the name stands for something else. */
function packageOs({ sourceCode }: Reading): { readonly local: string; readonly edits: readonly Edit[] } | undefined {
  const { text, ast, scopeManager } = sourceCode;
  for (const statement of ast.body) {
    if (statement.type !== 'ImportDeclaration' || statement.source.value !== 'go:os') continue;
    const local = statement.specifiers[0]?.local.name;
    return local === undefined || /^[._]$/.test(local) ? undefined : { local, edits: [] };
  }
  if (scopeManager?.scopes.some((scope) => scope.set.has('os'))) return undefined;
  const edit = importOf(text);
  return edit && { local: 'os', edits: [edit] };
}

/** An import of `os` where gofmt has it: in the order of the letters among the first packages, which are Go's own. */
function importOf(text: string): Edit | undefined {
  const group = /^import \(\n((?:\t[^\n]*\n)+)/m.exec(text);
  if (!group) {
    const alone = /^import [^(\n][^\n]*\n/m.exec(text) ?? /^package \w[^\n]*\n/m.exec(text);
    if (!alone) return undefined;
    const start = alone.index + alone[0].length;
    const isFirst = alone[0].startsWith('package');
    return { at: { start, end: start }, text: `${isFirst ? '\n' : ''}import "os"\n` };
  }
  let start = group.index + 'import (\n'.length;
  for (const line of (group[1] ?? '').split('\n').slice(0, -1)) {
    const path = /"([^"]*)"/.exec(line)?.[1] ?? '';
    if (path > 'os') break;
    start += line.length + 1;
  }
  return { at: { start, end: start }, text: '\t"os"\n' };
}
