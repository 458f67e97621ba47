import type { Span } from '../../source/model.js';

/** A credential that is given to one more program, one more member of a group or one more step of a workflow than it was made for. */
export interface Sharing {
  readonly at: Span;
  readonly how: 'programs' | 'group' | 'steps' | 'inherited';
  readonly variable: string;
  /** Who is given it here, and who was before; of steps, all of them, and one that has no use for it. */
  readonly to: string;
  readonly before: string;
}
