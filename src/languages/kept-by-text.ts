/** A cache for what is made from the texts of modules, such as syntax trees. Many files import the same modules. */

/** Characters of text that are kept; a syntax tree takes some fifty times as many bytes. */
const MAX_KEPT = 2_000_000;

interface Kept<T> {
  readonly text: string;
  readonly made: T;
}

export class KeptByText<T> {
  readonly #kept = new Map<string, Kept<T>>();
  #characters = 0;

  /** Returns what is made from a text, and makes it if the cache lacks it. */
  of(name: string, text: string, make: () => T): T {
    let kept = this.#kept.get(name);
    this.#kept.delete(name); // moves it to the most recently used end
    if (kept?.text !== text) {
      this.#characters -= kept?.text.length ?? 0;
      kept = { text, made: make() };
      this.#characters += text.length;
    }
    this.#kept.set(name, kept);
    for (const [oldest, { text: old }] of this.#kept) {
      if (this.#characters <= MAX_KEPT || oldest === name) break;
      this.#kept.delete(oldest);
      this.#characters -= old.length;
    }
    return kept.made;
  }
}
