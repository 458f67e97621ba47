/** Interpolations in the strings of data files: `${{ secrets.NAME }}`, `${NAME:-default}`. */
import type { Hole, Name, Piece, Text, Value } from '../../source/model.js';
import { part, place, shape, unknown } from '../../source/values.js';
import { azurePipeline, composeFile } from './script-places.js';
import { templateName } from './templates.js';

/** A workflow expression. */
const inWorkflows = /\$?\{\{([^{}]*)\}\}/g;

/** A variable interpolated in a Compose file; `$$` is a dollar sign. */
const inCompose = /\$\$|\$\{([A-Z_]\w*)(?:(:?[-?+])([^{}]*))?\}|\$([A-Z_]\w*)/gi;

/**
 * A variable of Azure's pipelines, which is inserted before the shell runs: `$(Cloudflare.ApiToken)`. A word in small letters may be a command.
 * https://learn.microsoft.com/azure/devops/pipelines/process/variables#understand-variable-syntax
 */
const inAzure = /\$?\{\{([^{}]*)\}\}|\$\(((?=[\w-]*[A-Z.-])[A-Za-z_][\w.-]*)\)/g;

/** A string with its interpolations as holes, or a name if it consists of one. */
export function interpolated(text: Text, path: string): Value {
  const { parts } = withHoles(text, path);
  const [only] = parts;
  if (parts === text.parts) return text;
  return parts.length === 1 && only?.kind === 'hole' && only.value.kind === 'name' ? only.value : { ...text, parts };
}

/** A text in which the interpolations of a Compose file or workflow are holes. */
export function withHoles(text: Text, path: string, isScript = false): Text {
  const whole = shape(text);
  if (!whole.includes('$') && !whole.includes('{{')) return text;
  const parts: (Piece | Hole)[] = [];
  let from = 0;
  const isCompose = !isScript && composeFile.test(path);
  const isAzure = isScript && azurePipeline.test(path.replaceAll('\\', '/'));
  for (const found of whole.matchAll(isCompose ? inCompose : isAzure ? inAzure : inWorkflows)) {
    const value = isCompose ? variableOf(found, text) : expressionOf(found, text);
    if (!value) continue;
    const end = found.index + found[0].length;
    parts.push(...part(text, from, found.index).parts, { kind: 'hole', value, at: place(text, found.index, end) });
    from = end;
  }
  if (from === 0) return text;
  return { ...text, parts: [...parts, ...part(text, from, whole.length).parts] };
}

function expressionOf(found: RegExpMatchArray, text: Text): Value {
  const { 0: written, 1: expression = '', 2: variable, index = 0 } = found;
  const at = place(text, index, index + written.length);
  // In the environment, it has no dots or hyphens.
  if (variable !== undefined) return { kind: 'name', path: ['env', variable.replaceAll(/[.-]/g, '_')], at };
  const name = expression.trim();
  if (!written.startsWith('$')) return withDefault(templateName(expression, at) ?? unknown(at), found, text);
  return /^[A-Z_][\w-]*(?:\.[A-Z_][\w-]*)+$/i.test(name) ? { kind: 'name', path: name.split('.'), at } : unknown(at);
}

/** A value of a template, or its default: `{{ token | default('…') }}`. */
function withDefault(value: Value, { 0: written, index = 0 }: RegExpMatchArray, text: Text): Value {
  const [before = '', , fallback] = /^.*?\|\s*(?:default|d)\(\s*(["'])([^"'{}]+)(?=\1)/.exec(written) ?? [];
  if (fallback === undefined) return value;
  const end = index + before.length;
  const fallbackFor = value.kind === 'name' ? value.path : undefined;
  return { kind: 'choice', options: [value, { ...part(text, end - fallback.length, end), names: text.names, fallbackFor }], at: value.at };
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
