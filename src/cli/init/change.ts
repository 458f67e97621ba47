/** A change to a configuration: its new text, and the lines to show before it is written. */
export interface Change {
  readonly text: string;
  readonly shown: readonly string[];
}
