/** A call that may be one of a function of the standard library. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Value } from '../../../../source/model.js';
import type { Frame, Reading } from '../../reading.js';

type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

/** A call of such a function. */
export interface StandardCall {
  readonly reading: Reading;
  readonly node: CallNode;
  readonly frame: Frame | undefined;
  /** The value of an argument. */
  readonly argument: (index: number) => Value | undefined;
}
