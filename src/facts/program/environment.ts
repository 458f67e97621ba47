import { isSecretVariable, ownership } from '../../cloudflare/credentials/names.js';
import { cutting, keeping } from '../../cloudflare/sinks/passing.js';
import type { Call, Name, SourceFile } from '../../source/model.js';
import { literal, perFile } from '../../source/values.js';

/** A variable that a program reads from its environment. */
export interface EnvironmentRead {
  readonly variable: string;
  readonly name: Name;
}

/**
 * Objects that hold environment variables, dotted: of the process, the runtime, the build, a Worker, a workflow; of a request, as Hono (`c.env`),
 * SvelteKit (`event.platform.env`), Astro (`locals.runtime.env`), Remix and Nitro (`event.context.cloudflare.env`) have it.
 */
const holders =
  /^(?:process\.env|import\.meta\.env|Bun\.env|(?:this\.)?env|secrets|(?:\w+\.){0,3}(?:c|ctx|context|platform|runtime|cloudflare)\.env)$/;

/** Modules whose exports are environment variables. */
const modules = /^(?:\$env\/(?:static|dynamic)\/(?:private|public)|@env|cloudflare:workers|(?:node:)?process|astro:env\/server|std-env)$/;

/** Members of modules that hold the settings of a program. Sources: the documentation of Django, Flask, Quart and Streamlit, November 2026. */
const settings: readonly (readonly [module: string, holder: string])[] = [
  ['py:django', 'conf.settings'],
  ['py:flask', 'current_app.config'],
  ['py:quart', 'current_app.config'],
  ['py:streamlit', 'secrets'],
  ['py:dynaconf', 'settings'],
];

/** Modules of a project that check its environment and export it as `env`. */
const ownModules = /^[.~#@][^:]*\/env(?:\/server)?(?:\.\w+)*$/;

/** Every read of an environment variable, in the order of the text. */
export const environment = perFile((file: SourceFile): readonly EnvironmentRead[] =>
  file.reads.flatMap((read) => {
    const name = withoutMethod(read);
    const variable = variableOf(name);
    return variable === undefined ? [] : [{ variable, name }];
  }),
);

/** `process.env.X` for `process.env.X.trim`. */
function withoutMethod(name: Name): Name {
  const { path } = name;
  const method = path.at(-1) ?? '';
  return path.length > 1 && (keeping.has(method) || cutting.has(method)) ? { ...name, path: path.slice(0, -1) } : name;
}

/** Functions that give the variable whose name they are given: `getEnv('X')`, `env('X')`, `requireEnvVar('X')`. */
const readers = /^(?:get|read|load|require[ds]?|must(?:get)?|optional|fetch)?env(?:ironment)?(?:var(?:iable)?)?(?:or(?:throw|fail|die))?$/;

/** Methods of what holds the environment: `Deno.env.get('X')`, `this.configService.getOrThrow('X')`. */
const methods =
  /(?:env(?:ironment|-var)?|config(?:uration|service)?|conf|settings|secrets)\.(?:get|getorthrow|getstring|require|required)$/i;

/** The variable that a call reads through such a function, of the file or of another module. */
export function variableReadBy({ callee, calleeAt, arguments: [name] }: Call, { text }: SourceFile): string | undefined {
  const variable = name && literal(name);
  if (variable === undefined || !/^[A-Z][A-Z\d_]+$/.test(variable)) return undefined;
  const [called = '', owner = ''] =
    callee.kind === 'name' ? [callee.module ?? '', ...callee.path].reverse() : [text.slice(calleeAt.start, calleeAt.end)];
  return readers.test(called.replaceAll(/[\W_]|this/g, '').toLowerCase()) || methods.test(`${owner}.${called}`) ? variable : undefined;
}

/** Tells which variables of a file are Cloudflare's, among those whose names may be. */
export const owned = perFile(({ text }: SourceFile) => ownership(text));

/** Tells which variables of a file hold a secret of Cloudflare's. */
export const secretVariables = perFile((file: SourceFile): ((variable: string) => boolean) => {
  const isOwned = owned(file);
  return (variable) => isSecretVariable(variable) && isOwned(variable);
});

/** The environment variable that a name reads. */
export function variableOf({ path, module, of }: Name): string | undefined {
  const variable = path.at(-1);
  if (of) return undefined;
  const holder = path.slice(0, -1).join('.');
  if (module === undefined) return holders.test(holder) ? variable : undefined;
  if (settings.some((row) => row[0] === module && row[1] === holder)) return variable;
  // `env` of a module is what holds the variables.
  if (holder === 'env') return modules.test(module) || ownModules.test(module) ? variable : undefined;
  return holder === '' && variable !== 'env' && modules.test(module) ? variable : undefined;
}

/** The variable whose value a binding of Secrets Store gives: `await env.CF_API_TOKEN.get()`. */
export function variableKept({ callee, arguments: values }: Call): string | undefined {
  if (callee.kind !== 'name' || callee.path.at(-1) !== 'get' || values.length > 0) return undefined;
  return variableOf({ ...callee, path: callee.path.slice(0, -1) });
}
