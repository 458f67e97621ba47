/** Reads a generated table from the JSON file next to this one. Called on first use, since most files need none. */
export function generated(name: string): unknown {
  const { createRequire } = process.getBuiltinModule('node:module');
  return createRequire(import.meta.url)(`./${name}.json`);
}
