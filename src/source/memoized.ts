/** Functions that remember their results. */
import type { SourceFile } from './model.js';

/** Memoizes a function of an object that does not change, such as a request. */
export function memoized<Key extends object, T>(work: (key: Key) => T): (key: Key) => T {
  const answers = new WeakMap<Key, { readonly answer: T }>();
  return (key) => {
    let known = answers.get(key);
    if (!known) answers.set(key, (known = { answer: work(key) }));
    return known.answer;
  };
}

/** Memoizes a function of a file, so that each fact is computed once per file. */
export function perFile<T>(work: (file: SourceFile) => T): (file: SourceFile) => T {
  return memoized(work);
}
