/** Reads a generated table that lies beside this file as JSON: only when it is first needed, since most files need none. */
export function generated(name: string): unknown {
  const { createRequire } = process.getBuiltinModule('node:module');
  return createRequire(import.meta.url)(`./${name}.json`);
}
