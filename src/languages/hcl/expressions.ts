import type { Cursor } from './cursor.js';
import type { Expression } from './tree.js';

/** A cursor that parses expressions: the interface of the parser that templates need. */
export interface Expressions extends Cursor {
  expression(depth: number): Expression;
  /** Returns a parser of a part of the text. */
  within(start: number, end: number): Expressions;
}
