/** A change of a configuration: its new text, and the lines that are shown before it is made. */
export interface Change {
  readonly text: string;
  readonly shown: readonly string[];
}
