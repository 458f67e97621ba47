/** Programs that run at Cloudflare, as infrastructure code declares them, and groups of people and places that each need a credential of their own. */

/** What declares one: by module, or as a global that the tool provides, and the name below it. */
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

/** Keys under which a program is given values; what stands elsewhere is for who declares it. */
export const givenUnder =
  /^(?:bindings|plainTextBindings|secretTextBindings|env|environment|environmentVariables|envVars|vars|variables|secrets|deploymentConfigs|production|preview|link)$/;

/** Words for groups whose members each need a credential of their own. */
export const groups: ReadonlySet<string> = new Set(
  'users teams tenants customers environments stages apps applications projects sites workspaces organizations orgs departments developers agencies'.split(
    ' ',
  ),
);

/** Files whose services each need a credential of their own, and what such a service is given under. https://docs.docker.com/reference/compose-file/services/ */
export const serviceFile = /(?:^|\/)(?=[^/]*(?:compose|stack))[^/]*\.ya?ml$/;
export const serviceSettings: ReadonlySet<string> = new Set(['environment', 'secrets']);
