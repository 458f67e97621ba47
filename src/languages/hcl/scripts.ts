/** Scripts in files of Terraform and Packer. */
import type { Hole, Piece, Text, Value } from '../../source/model.js';
import { literal, shape } from '../../source/values.js';
import type { Reading } from './reading.js';
import type { Block } from './tree.js';

/**
 * The attributes of provisioners that hold commands, by type of provisioner. If the value is a list, each item is a line.
 *
 * Sources: https://developer.hashicorp.com/terraform/language/resources/provisioners/local-exec, …/remote-exec,
 * https://developer.hashicorp.com/packer/docs/provisioners/shell, …/shell-local; November 2026.
 */
const commands: Readonly<Record<string, string>> = {
  'local-exec': 'command',
  'remote-exec': 'inline',
  shell: 'inline',
  'shell-local': 'inline',
};

/** The scripts of a file: those of provisioners, and texts with a shell's shebang, such as startup scripts of machines. */
export function scriptsIn(body: Block['body'], reading: Reading): readonly Text[] {
  const provided = body.flatMap((item) => (item.type === 'block' ? ofBlock(item, reading) : []));
  const known = new Set(provided.map(({ at }) => at.start));
  const named = reading.texts().filter((text) => !known.has(text.at.start) && /^\s*#!.*sh\b/.test(shape(text)));
  return [...provided, ...named];
}

function ofBlock(block: Block, reading: Reading): readonly Text[] {
  const inner = block.body.flatMap((item) => (item.type === 'block' ? ofBlock(item, reading) : []));
  if (block.name !== 'provisioner') return inner;
  const attribute = (name: string | undefined): Value | undefined => {
    const found = block.body.find((item) => item.type === 'attribute' && item.name === name);
    return found?.type === 'attribute' ? reading.value(found.value, []) : undefined;
  };
  const interpreter = attribute('interpreter');
  const [shell] = interpreter?.kind === 'list' ? interpreter.items : [];
  if (shell && !/(?:^|\/)(?:ba|z|da|k)?sh$/.test(literal(shell) ?? '')) return inner;
  const script = attribute(commands[block.labels[0]?.text ?? '']);
  return script ? [...inner, ...textOf(script)] : inner;
}

/** Joins the lines of a list into one text. */
function textOf(script: Value): readonly Text[] {
  if (script.kind === 'text') return [script];
  if (script.kind !== 'list' || script.items.length === 0) return [];
  const parts = script.items.flatMap((item, index): readonly (Piece | Hole)[] => {
    const line: readonly (Piece | Hole)[] = item.kind === 'text' ? item.parts : [{ kind: 'hole', value: item, at: item.at }];
    const end: Piece = { kind: 'piece', text: '\n', at: { start: item.at.start, end: item.at.start }, exact: false };
    return index === 0 ? line : [end, ...line];
  });
  return [{ kind: 'text', parts, names: [], fallbackFor: undefined, at: script.at }];
}
