/** Interpolations in the strings of data files: `${{ secrets.NAME }}`, `${NAME:-default}`. */
import type { Hole, Name, Piece, Text, Value } from '../../source/model.js';
import { part, place, shape, unknown } from '../../source/values.js';
import { composeFile } from './script-places.js';
import { templateName } from './templates.js';

/** A workflow expression. */
const inWorkflows = /\$?\{\{([^{}]*)\}\}/g;

/** A variable interpolated in a Compose file; `$$` is a dollar sign. */
const inCompose = /\$\$|\$\{([A-Z_]\w*)(?:(:?[-?+])([^{}]*))?\}|\$([A-Z_]\w*)/gi;

/** A string with its interpolations as holes, or a name if it consists of one. */
export function interpolated(text: Text, path: string): Value {
  const { parts } = withHoles(text, composeFile.test(path));
  const [only] = parts;
  if (parts === text.parts) return text;
  return parts.length === 1 && only?.kind === 'hole' && only.value.kind === 'name' ? only.value : { ...text, parts };
}

/** A text in which the interpolations of a Compose file or workflow are holes. */
export function withHoles(text: Text, isCompose: boolean): Text {
  const whole = shape(text);
  if (!whole.includes('$') && !whole.includes('{{')) return text;
  const parts: (Piece | Hole)[] = [];
  let from = 0;
  for (const found of whole.matchAll(isCompose ? inCompose : inWorkflows)) {
    const value = isCompose ? variableOf(found, text) : expressionOf(found, text);
    if (!value) continue;
    const end = found.index + found[0].length;
    parts.push(...part(text, from, found.index).parts, { kind: 'hole', value, at: place(text, found.index, end) });
    from = end;
  }
  if (from === 0) return text;
  return { ...text, parts: [...parts, ...part(text, from, whole.length).parts] };
}

function expressionOf({ 0: written, 1: expression = '', index }: RegExpMatchArray, text: Text): Value {
  const at = place(text, index ?? 0, (index ?? 0) + written.length);
  const name = expression.trim();
  if (!written.startsWith('$')) return templateName(expression, at) ?? unknown(at);
  return /^[A-Z_][\w-]*(?:\.[A-Z_][\w-]*)+$/i.test(name) ? { kind: 'name', path: name.split('.'), at } : unknown(at);
}

function variableOf(found: RegExpMatchArray, text: Text): Value | undefined {
  const { 0: written, 1: braced, 2: operator = '', 3: fallback = '', 4: bare, index = 0 } = found;
  const variable = braced ?? bare;
  if (variable === undefined) return undefined;
  const at = place(text, index, index + written.length);
  const name: Name = { kind: 'name', path: ['env', variable], at };
  if (!operator.endsWith('-') || fallback === '') return name;
  const end = index + written.length - 1;
  const instead: Text = { ...part(text, end - fallback.length, end), names: text.names, fallbackFor: name.path };
  return { kind: 'choice', options: [name, instead], at };
}
