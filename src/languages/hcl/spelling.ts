/** How Terraform writes what a rule would have instead: variables, whose values come from `TF_VAR_…`. */
import type { Change, Span, Spelling } from '../../source.js';

export function spelling(text: string): Spelling {
  return {
    fromEnvironment(at, variable) {
      const isWhole = text.charAt(at.start - 1) === '"' && text.charAt(at.end) === '"';
      const code = nameOf(variable);
      const edit = isWhole ? { at: { start: at.start - 1, end: at.end + 1 }, text: code } : { at, text: `\${${code}}` };
      return { edits: [edit], code };
    },
    replaceEntry(at, key, before, variable) {
      const code = `${key} = ${before === '' ? nameOf(variable) : `"${before}\${${nameOf(variable)}}"`}`;
      return { edits: [{ at, text: code }], code };
    },
    remove: (at) => remove(text, at),
  };
}

function nameOf(variable: string): string {
  return `var.${variable.toLowerCase()}`;
}

/** An attribute with its line, if it has one of its own. */
function remove(text: string, at: Span): Change | undefined {
  const start = text.lastIndexOf('\n', at.start - 1) + 1;
  const rest = /^[^\S\n]*(?:#[^\n]*)?(?:\n|$)/.exec(text.slice(at.end, at.end + 500))?.[0];
  if (rest === undefined || text.slice(start, at.start).trim() !== '') return undefined;
  return { edits: [{ at: { start, end: at.end + rest.length }, text: '' }], code: '' };
}
