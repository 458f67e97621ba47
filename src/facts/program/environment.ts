import { isSecretVariable, ownership } from '../../cloudflare/credentials/names.js';
import { cutting, keeping } from '../../cloudflare/sinks/passing.js';
import type { Call, Name, SourceFile } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { literal } from '../../source/values.js';

/** A read of an environment variable. */
export interface EnvironmentRead {
  readonly variable: string;
  readonly name: Name;
}

/**
 * Objects that hold environment variables, dotted: of the process, the runtime, the build, a Worker or a workflow; and of a request in Hono
 * (`c.env`), SvelteKit (`event.platform.env`), Astro (`locals.runtime.env`), Remix and Nitro (`event.context.cloudflare.env`); and `fastify.config`,
 * which @fastify/env fills.
 */
const holders =
  /^(?:process\.env|import\.meta\.env|Bun\.env|(?:this\.)?env|secrets|(?:\w+\.){0,3}(?:c|ctx|context|platform|runtime|cloudflare)\.env|fastify\.config)$/;

/** Modules whose exports are environment variables. */
const modules = /^(?:\$env\/(?:static|dynamic)\/(?:private|public)|@env|cloudflare:workers|(?:node:)?process|astro:env\/server|std-env)$/;

/** Module members that hold a program's settings. Sources: the documentation of Django, Flask, Quart and Streamlit, November 2026. */
const settings: readonly (readonly [module: string, holder: string])[] = [
  ['py:django', 'conf.settings'],
  ['py:flask', 'current_app.config'],
  ['py:quart', 'current_app.config'],
  ['py:streamlit', 'secrets'],
  ['py:dynaconf', 'settings'],
];

/** A project's own modules that validate its environment and export it as `env`. */
const ownModules = /^[.~#@][^:]*\/env(?:\/server)?(?:\.\w+)*$/;

/** Returns every read of an environment variable, in source order. */
export const environment = perFile((file: SourceFile): readonly EnvironmentRead[] =>
  file.reads.flatMap((read) => {
    const name = withoutMethod(read);
    const variable = variableOf(name);
    return variable === undefined ? [] : [{ variable, name }];
  }),
);

/** Strips a trailing method: `process.env.X` for `process.env.X.trim`. */
function withoutMethod(name: Name): Name {
  const { path } = name;
  const method = path.at(-1) ?? '';
  return path.length > 1 && (keeping.has(method) || cutting.has(method)) ? { ...name, path: path.slice(0, -1) } : name;
}

/** Functions that return the variable named by their argument: `getEnv('X')`, `env('X')`, `requireEnvVar('X')`. */
const readers = /^(?:get|read|load|require[ds]?|must(?:get)?|optional|fetch)?env(?:ironment)?(?:var(?:iable)?)?(?:or(?:throw|fail|die))?$/;

/** Methods of an object that holds the environment: `Deno.env.get('X')`, `this.configService.getOrThrow('X')`. */
const methods =
  /(?:env(?:ironment|-var)?|config(?:uration|service)?|conf|settings|secrets)\.(?:get|getorthrow|getstring|require|required)$/i;

/** Returns the variable that a call reads through such a function or method, whether the file or another module defines it. */
export function variableReadBy({ callee, calleeAt, arguments: [name] }: Call, { text }: SourceFile): string | undefined {
  const variable = name && literal(name);
  if (variable === undefined || !/^[A-Z][A-Z\d_]+$/.test(variable)) return undefined;
  const [called = '', owner = ''] =
    callee.kind === 'name' ? [callee.module ?? '', ...callee.path].reverse() : [text.slice(calleeAt.start, calleeAt.end)];
  return readers.test(called.replaceAll(/[\W_]|this/g, '').toLowerCase()) || methods.test(`${owner}.${called}`) ? variable : undefined;
}

/** Returns a predicate for the variables of a file whose names may be Cloudflare's: whether one is. */
export const owned = perFile(({ text }: SourceFile) => ownership(text));

/** Returns a predicate for the variables of a file: whether one holds a Cloudflare secret. */
export const secretVariables = perFile((file: SourceFile): ((variable: string) => boolean) => {
  const isOwned = owned(file);
  return (variable) => isSecretVariable(variable) && isOwned(variable);
});

/** Returns the environment variable that a name reads. */
export function variableOf({ path, module, of }: Name): string | undefined {
  const variable = path.at(-1);
  if (of) return isFastify(of) && path.length === 2 && path[0] === 'config' ? variable : undefined;
  const holder = path.slice(0, -1).join('.');
  if (module === undefined) return holders.test(holder) ? variable : undefined;
  if (module === 'sst') return holder.startsWith('Resource.') && variable === 'value' ? path.at(-2) : undefined;
  if (settings.some((row) => row[0] === module && row[1] === holder)) return variable;
  // A module's export `env` is the object that holds the variables.
  if (holder === 'env') return modules.test(module) || ownModules.test(module) ? variable : undefined;
  return holder === '' && variable !== 'env' && modules.test(module) ? variable : undefined;
}

function isFastify({ callee }: Call): boolean {
  return callee.kind === 'name' && callee.module === 'fastify';
}

/** Returns the variable that a Secrets Store binding reads: `await env.CF_API_TOKEN.get()`. */
export function variableKept({ callee, arguments: values }: Call): string | undefined {
  if (callee.kind !== 'name' || callee.path.at(-1) !== 'get' || values.length > 0) return undefined;
  return variableOf({ ...callee, path: callee.path.slice(0, -1) });
}
