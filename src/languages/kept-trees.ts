/** Trees of programs that are kept, since modules are imported by many files. */

/** Characters of the programs whose trees are kept; a tree takes some fifty times as many bytes. */
const MOST_KEPT = 2_000_000;

interface Kept<Tree> {
  readonly text: string;
  readonly tree: Tree;
}

export class KeptTrees<Tree> {
  readonly #trees = new Map<string, Kept<Tree>>();
  #characters = 0;

  /** The tree of a text, made anew if there is none. */
  of(name: string, text: string, make: () => Tree): Tree {
    let kept = this.#trees.get(name);
    this.#trees.delete(name); // to the end of those that were used last
    if (kept?.text !== text) {
      this.#characters -= kept?.text.length ?? 0;
      kept = { text, tree: make() };
      this.#characters += text.length;
    }
    this.#trees.set(name, kept);
    for (const [oldest, { text: old }] of this.#trees) {
      if (this.#characters <= MOST_KEPT || oldest === name) break;
      this.#trees.delete(oldest);
      this.#characters -= old.length;
    }
    return kept.tree;
  }
}
