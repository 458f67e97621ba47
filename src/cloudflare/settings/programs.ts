/** Programs that infrastructure code deploys to Cloudflare, and groups of people and places whose members each need a credential of their own. */

/** A class or function that declares a program: its name, in a module or in a global that the tool provides. */
export interface Program {
  readonly modules?: RegExp;
  readonly globals?: RegExp;
  readonly names: RegExp;
}

/** Sources: @pulumi/cloudflare 6, @cdktf/provider-cloudflare 13, alchemy 0.94, SST 3, each package's own types. */
export const programs: readonly Program[] = [
  { modules: /^@pulumi\/cloudflare$/, globals: /^cloudflare$/, names: /^(?:Workers?Script|WorkerVersion|PagesProject)$/ },
  { modules: /^@cdktf\/provider-cloudflare(?:\/.*)?$/, names: /^(?:Workers?Script|WorkerVersion|PagesProject)$/ },
  {
    modules: /^alchemy\/cloudflare$/,
    names: /^(?:Worker|Container|Website|Vite|Astro|Nuxt|SvelteKit|ReactRouter|TanStackStart|Redwood|BunSPA|NextJS)$/,
  },
  { globals: /^sst\.cloudflare$/, names: /^(?:Worker|StaticSite\w*|Astro|Remix|SolidStart|Cron)$/ },
];

/** Keys whose values are passed to the program; values elsewhere are for the tool that deploys it. */
export const givenUnder =
  /^(?:bindings|plainTextBindings|secretTextBindings|env|environment|environmentVariables|envVars|vars|variables|secrets|deploymentConfigs|production|preview|link|job|worker)$/;

/** Nouns for groups whose members each need a credential of their own. */
export const groups: ReadonlySet<string> = new Set(
  'users teams tenants customers environments stages apps applications projects sites workspaces organizations orgs departments developers agencies'.split(
    ' ',
  ),
);

/** Files whose services each need a credential of their own, and the keys that pass values to a service. https://docs.docker.com/reference/compose-file/services/ */
export const serviceFile = /(?:^|\/)(?=[^/]*(?:compose|stack))[^/]*\.ya?ml$/;
export const serviceSettings: ReadonlySet<string> = new Set(['environment', 'secrets']);
