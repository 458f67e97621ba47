/** Finds every string in a file, with each concatenation, template or decoding as one. */
import type { Text } from '../../../source/model.js';
import type { Language, Reading } from '../reading.js';
import { type Node, parentOf, staticKey, wrapped } from '../syntax/syntax.js';

export function writtenTexts(reading: Reading): readonly Text[] {
  /** The largest text that an expression is part of. */
  const covers = new Map<Node, Text | undefined>();
  for (const string of reading.survey.strings) {
    const inside = [string, ...wholesOf(reading, string, (node) => covers.has(node))];
    const outermost = inside.at(-1);
    let text = outermost && covers.get(outermost);
    for (const node of inside.reverse()) {
      const value = text ?? reading.read(node);
      if (value.kind === 'text') text = value;
      covers.set(node, text);
    }
  }
  return [...new Set(covers.values())].filter((text) => text !== undefined);
}

/** The expressions around a string that it is part of, from the inside out, up to the first known one. */
function wholesOf({ language }: Reading, string: Node, isKnown: (node: Node) => boolean): readonly Node[] {
  const wholes: Node[] = [];
  let node = string;
  for (let outer = parentOf(node); outer && isPartOf(language, node, outer); node = outer, outer = parentOf(node)) {
    wholes.push(outer);
    if (isKnown(outer)) break;
  }
  return wholes;
}

function isPartOf({ joining, composing, decoding }: Language, node: Node, outer: Node): boolean {
  switch (outer.type) {
    case 'BinaryExpression':
      return joining.has(outer.operator);
    case 'TemplateLiteral':
      return true;
    case 'TaggedTemplateExpression':
      return outer.quasi === node;
    case 'ArrayExpression':
      return true;
    case 'MemberExpression':
      return outer.object === node && composing.has(staticKey(outer.property, outer.computed) ?? '');
    case 'CallExpression': {
      if (outer.callee === node) return true;
      const { callee } = outer;
      const name =
        callee.type === 'MemberExpression'
          ? staticKey(callee.property, callee.computed)
          : callee.type === 'Identifier'
            ? callee.name
            : undefined;
      return name !== undefined && decoding.has(name);
    }
    default:
      return wrapped(outer) === node;
  }
}
