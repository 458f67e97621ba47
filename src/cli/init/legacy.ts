/** The plugin in an `.eslintrc` file of JSON, or in `eslintConfig` of `package.json`. */
import { type ObjectNode, parseJson, type ValueNode } from '../../languages/json/parser.js';
import { namespace } from '../../presets.js';
import type { Change } from './change.js';

/** The entry of `extends`. */
export const legacyEntry = `"plugin:${namespace}/legacy-recommended"`;

/** The configuration with the entry last in its `extends`, so that ESLint keeps what is there. Undefined if it is not written as expected. */
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
    return undefined; // YAML perhaps
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

/** An entry more in a list, or a list of a string. */
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
