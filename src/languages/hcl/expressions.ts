import type { Cursor } from './cursor.js';
import type { Expression } from './tree.js';

/** A cursor that reads expressions: what templates need of the parser that reads them. */
export interface Expressions extends Cursor {
  expression(depth: number): Expression;
  /** The same for a part of the text. */
  within(start: number, end: number): Expressions;
}
