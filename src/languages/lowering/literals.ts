/** Strings that consist of several segments. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Piece, Value } from '../../source/model.js';
import type { Reading } from '../javascript/reading.js';
import { readLiteral, textAt } from '../javascript/values/texts/texts.js';
import type { StringSegment, SegmentedLiteral } from './nodes.js';

/** Reads a string with the texts of its segments. */
export function readSegments(reading: Reading, node: TSESTree.Literal): Value {
  return isSegmented(node)
    ? textAt(
        reading,
        node,
        node.segments.map((segment) => pieceOf(reading, segment)),
      )
    : readLiteral(reading, node);
}

function isSegmented(node: TSESTree.Literal): node is SegmentedLiteral {
  return 'segments' in node;
}

function pieceOf(reading: Reading, { text, place: [start, end] }: StringSegment): Piece {
  const exact = end - start === text.length && reading.isWritten(text, start);
  return { kind: 'piece', text, at: { start, end }, exact };
}
