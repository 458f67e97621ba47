/** Types of frameworks that are given the type of the environment, and where a program finds the environment by them. */

/** A parameter among the members of a type. */
export function parameterAt(index: number): string {
  return `(${String(index)})`;
}

interface Row {
  /** Undefined for what is known without an import, too. */
  readonly modules?: RegExp;
  readonly names: RegExp;
  /** The way from a value of the type to the environment; `*` is any member. */
  readonly way: readonly string[];
  /** The argument of the type that says of what type that is, and the members on the way there. */
  readonly argument: number;
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
  // What an object that they make hands to the functions that it is given
  { modules: hono, names: /^(?:Hono|OpenAPIHono|create\w+)$/, way: ['*', first, 'env'], argument: 0, below: ['Bindings'] },
  { modules: /^itty-router$/, names: /^(?:Auto|Itty)?Router$/, way: ['*', second], argument: 1, below: ['0'] },
];

/** The argument of a type that tells of the value at `path` of what it is the type of, and what remains of the path there; undefined if none does. */
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
