/** The edit writer of Terraform: it uses variables, whose values come from `TF_VAR_…`. */
import type { Span } from '../../source/model.js';
import type { Change, EditWriter, NewValue } from '../../source/edits.js';

export function spelling(text: string): EditWriter {
  return {
    fromEnvironment(at, variable) {
      if (!isDeclared(text, variable) || isDefault(text, at)) return undefined;
      const isWhole = text.charAt(at.start - 1) === '"' && text.charAt(at.end) === '"';
      const code = nameOf(variable);
      const edit = isWhole ? { at: { start: at.start - 1, end: at.end + 1 }, text: code } : { at, text: `\${${code}}` };
      return { edits: [edit], code };
    },
    replaceEntry(at, key, before, variable) {
      if (!isDeclared(text, variable)) return undefined;
      const code = `${key} = ${before === '' ? nameOf(variable) : `"${before}\${${nameOf(variable)}}"`}`;
      return { edits: [{ at, text: code }], code };
    },
    remove: (at) => remove(text, at),
    addEntry: (table, key, wanted) => addEntry(text, table, key, wanted),
    replaceKey: (at, before, named) => replaceKey(text, at, before, named),
  };
}

/** Adds an attribute on a line before the closing brace. Version 4 of the provider has blocks where version 5 has tables. */
function addEntry(text: string, table: Span, key: string, wanted: NewValue): Change | undefined {
  const start = text.lastIndexOf('\n', table.end - 1) + 1;
  const indent = text.slice(start, table.end - 1);
  if (start <= table.start || indent.trim() !== '') return undefined;
  const hasBlocks = text
    .slice(table.start, table.end)
    .split('\n')
    .some((line) => /^\s*\w+\s*\{/.test(line));
  const code = written(key, wanted, hasBlocks);
  return { edits: [{ at: { start, end: start }, text: `${indent}  ${code}\n` }], code };
}

function written(key: string, wanted: NewValue, asBlock: boolean): string {
  if (wanted.kind !== 'table') return `${key} = ${valueOf(wanted)}`;
  const inside = wanted.entries.map(([each, value]) => written(each, value, asBlock)).join(', ');
  return asBlock ? `${key} { ${inside} }` : `${key} = { ${inside} }`;
}

function valueOf(wanted: Exclude<NewValue, { kind: 'table' }>): string {
  if (wanted.kind === 'list') return `[${wanted.items.map((item) => (item.kind === 'table' ? '{}' : valueOf(item))).join(', ')}]`;
  return wanted.kind === 'text' ? `"${wanted.text}"` : `"${dayAhead(wanted.days)}"`;
}

/** A fixed date, because an expression evaluated when Terraform runs would change with every plan. */
function dayAhead(days: number): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T00:00:00Z`;
}

/** Replaces a key by one that ends with a variable that the file reads elsewhere. */
function replaceKey(text: string, at: Span, before: string, named: RegExp): Change | undefined {
  const read = [...text.matchAll(/\b(?:var|local)\.(\w+)/g)].find(([, name = '']) => named.test(name))?.[0];
  const isQuoted = text.charAt(at.start) === '"' && text.charAt(at.end - 1) === '"';
  if (read === undefined || !isQuoted) return undefined;
  const code = `"${before}\${${read}}"`;
  return { edits: [{ at, text: code }], code };
}

/** Only variables that the file declares certainly exist; files of values (`.tfvars`) declare none. */
function isDeclared(text: string, variable: string): boolean {
  return new RegExp(`^\\s*variable\\s+"${variable.toLowerCase()}"`, 'm').test(text);
}

/** The default of a variable cannot refer to another. */
function isDefault(text: string, at: Span): boolean {
  const line = text.lastIndexOf('\n', at.start - 1) + 1;
  return /\bdefault\s*=\s*"?$/.test(text.slice(line, at.start));
}

function nameOf(variable: string): string {
  return `var.${variable.toLowerCase()}`;
}

/** Removes an attribute with its line, if it is alone on that line. */
function remove(text: string, at: Span): Change | undefined {
  const start = text.lastIndexOf('\n', at.start - 1) + 1;
  const rest = /^[^\S\n]*(?:#[^\n]*)?(?:\n|$)/.exec(text.slice(at.end, at.end + 500))?.[0];
  if (rest === undefined || text.slice(start, at.start).trim() !== '') return undefined;
  return { edits: [{ at: { start, end: at.end + rest.length }, text: '' }], code: '' };
}
