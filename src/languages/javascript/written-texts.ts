/** Every string written in a file, each concatenation, template or decoding once and whole. */
import type { Text } from '../../source.js';
import type { Reading } from './reading.js';
import { type Node, staticKey, wrapped, parentOf } from './syntax.js';

export function writtenTexts(reading: Reading): readonly Text[] {
  const texts = new Map<Node, Text>();
  for (const string of reading.survey.strings) {
    for (const whole of wholesOf(string)) {
      if (texts.has(whole)) break;
      const value = reading.read(whole);
      if (value.kind !== 'text') continue;
      texts.set(whole, value);
      break;
    }
  }
  return [...texts.values()];
}

/** The expressions that a string is a part of, from the largest down to the string itself. */
function wholesOf(string: Node): readonly Node[] {
  const wholes = [string];
  let node = string;
  for (let outer = parentOf(node); outer && isPartOf(node, outer); node = outer, outer = parentOf(node)) wholes.unshift(outer);
  return wholes;
}

const composing = new Set(['concat', 'join', 'toString', 'trim', 'trimEnd', 'trimStart']);
const decoding = new Set(['atob', 'concat', 'decodeURIComponent', 'from', 'String']);

function isPartOf(node: Node, outer: Node): boolean {
  switch (outer.type) {
    case 'BinaryExpression':
      return outer.operator === '+';
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
