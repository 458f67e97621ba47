/** Strings that consist of several stretches. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Piece, Value } from '../../source/model.js';
import type { Reading } from '../javascript/reading.js';
import { readLiteral, textAt } from '../javascript/values/texts/texts.js';
import type { Stretch, StretchedLiteral } from './nodes.js';

/** Reads a string with the texts of its stretches. */
export function readStretches(reading: Reading, node: TSESTree.Literal): Value {
  return isStretched(node)
    ? textAt(
        reading,
        node,
        node.stretches.map((stretch) => pieceOf(reading, stretch)),
      )
    : readLiteral(reading, node);
}

function isStretched(node: TSESTree.Literal): node is StretchedLiteral {
  return 'stretches' in node;
}

function pieceOf(reading: Reading, { text, place: [start, end] }: Stretch): Piece {
  const exact = end - start === text.length && reading.isWritten(text, start);
  return { kind: 'piece', text, at: { start, end }, exact };
}
