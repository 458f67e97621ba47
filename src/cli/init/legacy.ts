/** Adds the plugin to an `.eslintrc` file in JSON, or to `eslintConfig` in `package.json`. */
import { type ObjectNode, parseJson, type ValueNode } from '../../languages/json/parser.js';
import { namespace } from '../../presets.js';
import type { Change } from './change.js';

/** The entry for `extends`. */
export const legacyEntry = `"plugin:${namespace}/legacy-recommended"`;

/** Appends the entry to `extends`, after the existing ones. Undefined if the configuration is not JSON of the expected form. */
export function extended(text: string, member?: 'eslintConfig'): Change | undefined {
  const root = parsed(text);
  const configuration = member && root ? memberOf(root, member) : root;
  if (configuration?.type !== 'Object') return undefined;
  const value = memberOf(configuration, 'extends');
  const edit = value ? within(value, text) : asFirst(configuration, text);
  if (!edit) return undefined;
  return { text: text.slice(0, edit.start) + edit.text + text.slice(edit.end), shown: [`"extends": […, ${legacyEntry}]`] };
}

function parsed(text: string): ValueNode | undefined {
  try {
    return parseJson(text).body;
  } catch {
    return undefined; // perhaps YAML
  }
}

function memberOf(node: ValueNode, key: string): ValueNode | undefined {
  if (node.type !== 'Object') return undefined;
  return node.members.find(({ name }) => (name.type === 'String' ? name.value : name.name) === key)?.value;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Appends the entry to an array, or turns a string into an array. */
function within(value: ValueNode, text: string): Edit | undefined {
  const [start, end] = value.range ?? [0, 0];
  if (value.type === 'String') return { start, end, text: `[${text.slice(start, end)}, ${legacyEntry}]` };
  if (value.type !== 'Array') return undefined;
  const last = value.elements.at(-1)?.value.range?.[1];
  return last === undefined ? { start, end, text: `[${legacyEntry}]` } : { start: last, end: last, text: `, ${legacyEntry}` };
}

function asFirst({ range = [0, 0], members }: ObjectNode, text: string): Edit {
  const start = range[0] + 1;
  const space = /^\s*/.exec(text.slice(start))?.[0] ?? '';
  return { start, end: start, text: `${members.length > 0 ? space : ''}"extends": [${legacyEntry}]${members.length > 0 ? ',' : ''}` };
}
