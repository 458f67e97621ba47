/** What bundlers and frameworks write into what they ship: tables, functions and prefixes of variables. */

/** A table whose entries are written into what a bundler ships, or a framework sends with a page. */
export interface Inlining {
  /** The last of the table's names. */
  readonly key: RegExp;
  /** One of its outer names, or the end of the file's name, or something the file says, has to fit. */
  readonly names?: RegExp;
  readonly path?: RegExp;
  readonly text?: RegExp;
}

/** Sources: the configuration reference of each tool, November 2026. */
export const inlinings: readonly Inlining[] = [
  { key: /^env$/, names: /^nextConfig$/, path: /next\.config\.\w+$/, text: /\bNextConfig\b/ },
  { key: /^publicRuntimeConfig$/, names: /^publicRuntimeConfig$/ },
  {
    key: /^define$/,
    path: /(?:^|[^\w.-])(?=[\w.-]*(?:vite|webpack|esbuild|rollup|rspack|rsbuild|tsup|tsdown|rolldown|wxt|astro|farm|modern|umi|\.umirc|quasar))[\w.-]+$/,
    text: /['"](?:vite|esbuild|rollup|rolldown|tsup|tsdown|@rsbuild\/core|@rspack\/core)['"/]|\bBun\.build\(/,
  },
  { key: /^extra$/, names: /^expo$/, path: /app\.config\.\w+$/, text: /\bExpoConfig\b/ },
  { key: /^public$/, names: /^runtimeConfig$/ },
  { key: /^customFields$/, path: /docusaurus\.config\.\w+$/, text: /@docusaurus\/types/ },
  { key: /^siteMetadata$/, path: /gatsby-config\.\w+$/, text: /['"]gatsby['"]/ },
  { key: /^env$/, path: /quasar\.config\.\w+$/ },
];

/** A function whose argument is such a table, or a list of the variables to write in. */
export interface Inliner {
  readonly functions: RegExp;
  /** Undefined where the name of the function tells whose it is. */
  readonly modules?: RegExp;
  /** What it is a member of, and what the file says besides, where its name could be anything's. */
  readonly object?: string;
  readonly text?: RegExp;
  /** The option that the table may stand in. */
  readonly option?: string;
  /** Whether the names of variables are enough, which it looks up itself: those of a list, or the keys of the table. */
  readonly byName?: true;
}

/** Sources: https://webpack.js.org/plugins/define-plugin/ and environment-plugin, the README of each package, November 2026. */
export const inliners: readonly Inliner[] = [
  { functions: /^DefinePlugin$/ },
  // https://www.gatsbyjs.com/docs/reference/config-files/actions/#setWebpackConfig
  { functions: /^define$/, object: 'plugins', text: /\bonCreateWebpackConfig\b/ },
  { functions: /^EnvironmentPlugin$/, byName: true },
  { functions: /^default$|^EnvironmentPlugin$|^$/, modules: /^vite-plugin-environment$/, byName: true },
  {
    functions: /^(?:default|replace)?$/,
    modules: /^(?:@rollup\/plugin-replace|rollup-plugin-(?:replace|define|inject-process-env)|unplugin-replace)/,
    option: 'values',
  },
  { functions: /^defineAppConfig$/ },
];

/** Options of bundlers that publish every variable whose name begins with one of these. https://vite.dev/config/shared-options#envprefix, https://rsbuild.rs/guide/advanced/env-vars */
export const publicPrefixOptions: ReadonlySet<string> = new Set(['envPrefix', 'publicPrefix']);
