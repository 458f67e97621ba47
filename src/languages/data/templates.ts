/** Expressions in templates: `{{ name | filter }}` in Jinja, Helm, Taskfile and the like. */
import type { Name, Span } from '../../source/model.js';

/**
 * Filters and functions whose result is equivalent to their argument. Sources: the manuals of Jinja 3, Ansible 12, Helm 3 and Go's text/template,
 * November 2026.
 */
const keeping =
  /^(?:quote|squote|trim|string|toString|str|lower|upper|default|d|required|b64encode|b64enc|to_json|toJson|to_nice_json|urlencode|safe|e)$/;

/** Objects whose members are environment variables. */
const environments = new Set(['Env', 'ansible_env']);

/** Reads the inside of a template as a name; undefined if it is a larger expression. */
export function templateName(written: string, at: Span): Name | undefined {
  const [head = '', ...filters] = written.replace(/^-|-$/g, '').split('|');
  if (!filters.every((filter) => keeping.test(/^\s*([\w.]+)/.exec(filter)?.[1] ?? ''))) return undefined;
  const variable = /^\s*(?:lookup|query)\(\s*["'](?:ansible\.builtin\.)?env["']\s*,\s*["'](\w+)["']/.exec(head)?.[1];
  if (variable !== undefined) return { kind: 'name', path: ['env', variable], at };
  // `required "what to say" .Values.token`
  const name = /^\s*(?:(?:required|default|quote)\s+(?:"[^"]*"\s+)?)?[$.@]{0,2}([A-Z_][\w-]*(?:\.[A-Z_][\w-]*)*)\s*$/i.exec(head)?.[1];
  if (name === undefined) return undefined;
  // What a task prints: https://docs.ansible.com/ansible/latest/reference_appendices/common_return_values.html
  const path = name.replace(/\.stdout$/, '').split('.');
  const [first = '', ...rest] = path;
  if (rest.length === 1 && environments.has(first)) return { kind: 'name', path: ['env', ...rest], at };
  return { kind: 'name', path, at, ...(rest.length === 0 && { local: true }) };
}
