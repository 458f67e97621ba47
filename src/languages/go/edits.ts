/** The edit writer of Go. */
import { type Change, changed, type Edit, type EditWriter } from '../../source/edits.js';
import type { Span } from '../../source/model.js';
import type { Reading } from '../javascript/reading.js';
import { type EntrySyntax, remove, replaceEntry } from '../lowering/entry-edits.js';
import { parsableChanges, stringEndingWith, type StringSyntax, withExpression } from '../lowering/edits.js';
import { parseGo } from './parser.js';
import { whetherSet } from './printed.js';

export function spelling(reading: Reading): EditWriter {
  const parsing = parsableChanges(reading.sourceCode.text, parseGo);
  const { text } = reading.sourceCode;
  const whole = (change: Change | undefined): Change | undefined => change && (leavesUnused(text, change) ? undefined : parsing(change));
  const entries = entriesIn(reading);
  return {
    fromEnvironment: (at, variable) => parsing(fromEnvironment(reading, at, variable)),
    replaceEntry: (at, key, before, variable) => whole(replaceEntry(reading, at, entries, key, before, variable)),
    remove: (at) => whole(remove(reading, at)),
    whetherSet: (at) => parsing(whetherSet(reading, at)),
  };
}

function entriesIn(reading: Reading): EntrySyntax {
  const read = (variable: string): { code: string; edits: readonly Edit[] } | undefined => {
    const found = packageOs(reading);
    return found && { code: `${found.local}.Getenv("${variable}")`, edits: found.edits };
  };
  return { quotes: '"`', joined: '+', between: ': ', lines: false, read };
}

/** Whether a change leaves only the declaration of a name: Go does not compile programs with unused variables or packages. */
function leavesUnused(text: string, change: Change): boolean {
  const left = changed(text, change);
  const gone = change.edits.flatMap(
    ({ at }) =>
      text
        .slice(at.start, at.end)
        .replaceAll(/"[^"]*"|`[^`]*`/g, '')
        .match(/(?<![\w.])[a-z_]\w*/gi) ?? [],
  );
  return [...new Set(gone)].some((name) => left.split(new RegExp(`\\b${name}\\b`)).length === 2);
}

/** Constants, field tags and import paths cannot contain calls. */
const strings: StringSyntax = { parse: parseGo, quotes: '"`', constants: new Set(['ConstDecl', 'ImportDecl', 'FieldDecl']) };

/** Reads an environment variable instead of a string, or of its end: `"Bearer " + os.Getenv("…")`. */
function fromEnvironment(reading: Reading, at: Span, variable: string): Change | undefined {
  const string = stringEndingWith(reading, at, strings);
  const found = string && packageOs(reading);
  return found && withExpression(string, `${found.local}.Getenv("${variable}")`, '+', found.edits);
}

/** Returns the local name of the package `os`, and an edit that imports it if needed; undefined if the name is taken. */
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

/** Imports `os` where gofmt places it: alphabetically in the first group of imports, which are those of the standard library. */
function importOf(text: string): Edit | undefined {
  const group = /^import \(\n((?:\t[^\n]*\n)+)/m.exec(text);
  if (!group) {
    const alone = /^import [^(\n][^\n]{0,300}\n/m.exec(text) ?? /^package \w[^\n]{0,300}\n/m.exec(text);
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
