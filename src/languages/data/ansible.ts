/**
 * Ansible tasks: module arguments in one string, and modules that print.
 * https://docs.ansible.com/ansible/latest/reference_appendices/playbooks_keywords.html
 */
import type { Call, Entry, Name, Table, Text, Value } from '../../source/model.js';
import { get, presentValue, literal, part, place, shape } from '../../source/values.js';
import type { Mapping } from './datum.js';
import { valueKeys } from './named-values.js';

/** `name=value`, where the value may be quoted or a template. */
const argument = /([a-z_]\w*)=("(?:[^"\\]|\\.)*"|'[^']*'|(?:\{\{[^{}]*\}\}|[^\s"'{}])*)(?:\s+|$)/y;

/** The offsets of an argument in a string that consists of arguments only. */
interface Argument {
  readonly key: string;
  readonly keyEnd: number;
  readonly start: number;
  readonly end: number;
}

/** The arguments of a module in a string: `zone=example.org record=www`. */
export function argumentsIn(text: Text, keys: string): readonly Argument[] {
  if (!/\[\]\.[\w.]+$/.test(keys) || valueKeys.has(keys.slice(keys.lastIndexOf('.') + 1))) return [];
  const written = shape(text).trimEnd();
  const found: Argument[] = [];
  argument.lastIndex = 0;
  while (argument.lastIndex < written.length) {
    const from = argument.lastIndex;
    const [whole, key = '', value = ''] = argument.exec(written) ?? [];
    if (whole === undefined) return [];
    const keyEnd = from + key.length;
    const quotes = /^["']/.test(value) ? 1 : 0;
    found.push({ key, keyEnd, start: keyEnd + 1 + quotes, end: keyEnd + 1 + value.length - quotes });
  }
  return found;
}

/** Module arguments as a table. */
export function tableOf(text: Text, found: readonly Argument[], valueOf: (value: Text) => Value): Table {
  const entries = found.map(({ key, keyEnd, start, end }): Entry => {
    const value = valueOf(part(text, start, end, [...text.names, key]));
    return { key, keyAt: place(text, keyEnd - key.length, keyEnd), value, at: place(text, keyEnd - key.length, end), maybe: false };
  });
  return { kind: 'table', entries, open: false, names: text.names, at: text.at };
}

/** Modules that print a message, and the names of its arguments. */
const printers = /^(?:ansible\.(?:builtin|legacy)\.)?(debug|fail|assert)$/;
const messages: readonly string[] = ['msg', 'fail_msg', 'success_msg'];

/** Calls of modules that print, unless the task has `no_log`. */
export function printingTasks({ pairs }: Mapping, entries: readonly Entry[]): readonly Call[] {
  const isSilent = pairs.some(({ key, value }) => key === 'no_log' && value.kind === 'scalar' && value.value !== false);
  if (isSilent) return [];
  return entries.flatMap(({ key, keyAt, value, at }): readonly Call[] => {
    const program = printers.exec(key)?.[1];
    if (program === undefined || value.kind !== 'table') return [];
    const said = messages.flatMap((name) => presentValue(get(value, name)) ?? []);
    const callee: Name = { kind: 'name', path: [program], at: keyAt };
    const values = [...said, ...variableOf(value)];
    return [{ kind: 'call', callee, arguments: values, open: false, new: false, inside: [], at, calleeAt: keyAt }];
  });
}

/** `var: name` prints a variable. */
function variableOf(task: Table): readonly Name[] {
  const named = presentValue(get(task, 'var'));
  const name = named && literal(named);
  return named && name !== undefined && /^\w+$/.test(name) ? [{ kind: 'name', path: [name], local: true, at: named.at }] : [];
}
