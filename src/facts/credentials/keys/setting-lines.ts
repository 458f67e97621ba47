/** Lines of settings files that programs write. */
import { keyVariableRole } from '../../../cloudflare/credentials/names.js';
import type { Hole, SourceFile, Span, Value } from '../../../source/model.js';
import { isInTest } from '../../../source/test-files.js';
import { place, placedParts, shape } from '../../../source/values.js';

/** A line that gives a key to a variable. */
interface SettingLine {
  readonly variable: string;
  readonly at: Span;
  readonly value: Value;
}

/** Returns the lines of settings that a program writes: `dns_cloudflare_api_key = ${key}` in a file for certbot, `CF_API_KEY=$KEY` in one for a service. */
export function settingLines(file: SourceFile): readonly SettingLine[] {
  return file.texts.flatMap((text) => {
    if (text.parts.every(({ kind }) => kind === 'piece')) return [];
    const whole = shape(text);
    return [...placedParts(text.parts)].flatMap(({ part, start, end }) => {
      if (part.kind !== 'hole' || !isVariable(part, file)) return [];
      const before = whole.slice(Math.max(0, start - MAX_NAME), start);
      const [line = '', variable = ''] = settingBefore.exec(before) ?? [];
      const isFirst = /^(?:\n|\\n)/.test(line) || line.length === start;
      if (!isFirst || !keyVariableRole(variable) || !lineEnd.test(whole.slice(end, end + MAX_NAME)) || isInTest(text.at, file)) return [];
      const from = start - line.length + line.indexOf(variable);
      return [{ variable, at: place(text, from, from + variable.length), value: part.value }];
    });
  });
}

/** Returns whether a variable fills the place; its value may be unknown. */
function isVariable({ value, at }: Hole, { text }: SourceFile): boolean {
  const isUnknown = value.kind === 'opaque' && value.what === 'unknown';
  return value.kind === 'name' || (isUnknown && /^\W{0,3}[A-Z_][\w.]{0,60}\W{0,3}$/i.test(text.slice(at.start, at.end)));
}

/** Characters before a value that its name is looked for in. */
const MAX_NAME = 120;

/** A line begins with the text, or behind a line's end, which `printf` writes itself. */
const settingBefore = /(?:^|\n|\\n)[ \t]{0,40}(?:export[ \t]{1,4})?([A-Z_]\w{2,60})[ \t]{0,40}[=:][ \t]{0,40}["']?$/i;
const lineEnd = /^["']?[ \t]{0,40}(?:\r?\n|\\n|$)/;
