/** Types of frameworks with a type parameter for the environment, and where values of these types hold the environment. */

/** The key that stands for a parameter among the members of a function type. */
export function parameterAt(index: number): string {
  return `(${String(index)})`;
}

interface Row {
  /** Modules that export the type; undefined if it is also available without an import. */
  readonly modules?: RegExp;
  readonly names: RegExp;
  /** The path from a value of the type to the environment; `*` is any member. */
  readonly way: readonly string[];
  /** The index of the type argument that holds the environment's type. */
  readonly argument: number;
  /** The members in that type argument that lead to the environment's type. */
  readonly below?: readonly string[];
}

const [first, second] = [parameterAt(0), parameterAt(1)];
const hono = /^(?:hono(?:\/.*)?|@hono\/.*|jsr:@hono\/.*)$/;
const workers = /^(?:@cloudflare\/workers-types.*|cloudflare:workers|agents(?:\/.*)?)$/;

/**
 * Sources: https://developers.cloudflare.com/workers/languages/typescript/, https://developers.cloudflare.com/pages/functions/typescript/,
 * https://hono.dev/docs/api/hono#generics and https://itty.dev/itty-router/typescript, November 2026.
 */
const rows: readonly Row[] = [
  { names: /^ExportedHandler$/, way: ['*', second], argument: 0 },
  { names: /^ExportedHandler\w+Handler$/, way: [second], argument: 0 },
  { names: /^PagesFunction$/, way: [first, 'env'], argument: 0 },
  { names: /^EventContext$/, way: ['env'], argument: 0 },
  { modules: workers, names: /^(?:WorkerEntrypoint|DurableObject|WorkflowEntrypoint|\w*Agent)$/, way: ['env'], argument: 0 },
  { modules: hono, names: /^Context$/, way: ['env'], argument: 0, below: ['Bindings'] },
  { modules: hono, names: /^(?:Handler|MiddlewareHandler)$/, way: [first, 'env'], argument: 0, below: ['Bindings'] },
  // The argument of the callbacks that are passed to an instance
  { modules: hono, names: /^(?:Hono|OpenAPIHono|create\w+)$/, way: ['*', first, 'env'], argument: 0, below: ['Bindings'] },
  // https://hono.dev/docs/api/hono#error-handling
  { modules: hono, names: /^(?:Hono|OpenAPIHono)$/, way: ['*', second, 'env'], argument: 0, below: ['Bindings'] },
  { modules: /^itty-router$/, names: /^(?:Auto|Itty)?Router$/, way: ['*', second], argument: 1, below: ['0'] },
];

/** Maps a path in a value of a type to a type argument and a path in that; undefined if the path does not lead to the environment. */
export function environmentsOf(
  module: string | undefined,
  name: string,
  path: readonly string[],
): { readonly argument: number; readonly path: readonly string[] } | undefined {
  const row = rows.find(
    ({ modules, names, way }) =>
      names.test(name) &&
      (modules ? module !== undefined && modules.test(module) : module === undefined || workers.test(module)) &&
      way.every((member, index) => member === '*' || member === path[index]),
  );
  return row && path.length >= row.way.length
    ? { argument: row.argument, path: [...(row.below ?? []), ...path.slice(row.way.length)] }
    : undefined;
}
