import type { Span } from '../../source/model.js';

/** A credential that is passed to one more program, group member or workflow step than the one it was created for. */
export interface Sharing {
  readonly at: Span;
  readonly how: 'programs' | 'group' | 'steps' | 'inherited';
  readonly variable: string;
  /** The recipient here, and the previous one; for steps, what exposes it to all of them, and a step that does not need it. */
  readonly to: string;
  readonly before: string;
}
