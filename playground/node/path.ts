/** What the source needs of `node:path` in this page, where there are no folders. */
export const posix = {
  dirname: () => '.',
  basename: (path: string): string => path.slice(path.lastIndexOf('/') + 1),
  join: (...parts: readonly string[]): string => parts.join('/'),
};
