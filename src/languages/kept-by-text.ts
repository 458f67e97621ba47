/** What is made of the texts of modules, such as their trees, and kept, since modules are imported by many files. */

/** Characters of the texts; a tree takes some fifty times as many bytes. */
const MOST_KEPT = 2_000_000;

interface Kept<T> {
  readonly text: string;
  readonly made: T;
}

export class KeptByText<T> {
  readonly #kept = new Map<string, Kept<T>>();
  #characters = 0;

  /** What is made of a text, made anew if it is not kept. */
  of(name: string, text: string, make: () => T): T {
    let kept = this.#kept.get(name);
    this.#kept.delete(name); // to the end of those that were used last
    if (kept?.text !== text) {
      this.#characters -= kept?.text.length ?? 0;
      kept = { text, made: make() };
      this.#characters += text.length;
    }
    this.#kept.set(name, kept);
    for (const [oldest, { text: old }] of this.#kept) {
      if (this.#characters <= MOST_KEPT || oldest === name) break;
      this.#kept.delete(oldest);
      this.#characters -= old.length;
    }
    return kept.made;
  }
}
