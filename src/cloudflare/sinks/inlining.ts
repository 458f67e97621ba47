/** How bundlers and frameworks inline values into their output: tables, functions and prefixes of variables. */

/** A table whose entries are inlined into a bundle, or sent with a page by a framework. */
export interface Inlining {
  /** The innermost key of the table. */
  readonly key: RegExp;
  /** One of these must match: an outer key of the table, the end of the file's path, or the text of the file. */
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
  { key: /^themeConfig$/, path: /\.vitepress\/config\.\w+$/, text: /['"]vitepress['"]/ },
  { key: /^siteMetadata$/, path: /gatsby-config\.\w+$/, text: /['"]gatsby['"]/ },
  { key: /^env$/, path: /quasar\.config\.\w+$/ },
];

/** A function whose argument is such a table, or a list of the variables to inline. */
export interface Inliner {
  readonly functions: RegExp;
  /** Undefined if the name of the function is unambiguous. */
  readonly modules?: RegExp;
  /** If the name is ambiguous: the object that it is a method of, and what the file's text must match. */
  readonly object?: string;
  readonly text?: RegExp;
  /** The option that may contain the table. */
  readonly option?: string;
  /** Set if it takes only names, from a list or the keys of a table, and looks up the variables itself. */
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

/** Bundler options with name prefixes: every variable that starts with one is published. https://vite.dev/config/shared-options#envprefix, https://rsbuild.rs/guide/advanced/env-vars */
export const publicPrefixOptions: ReadonlySet<string> = new Set(['envPrefix', 'publicPrefix']);

/**
 * Functions that declare a variable, and the option with which the framework inlines it into the bundle for browsers.
 * https://docs.astro.build/en/reference/modules/astro-config/#envfield
 */
export const declaringFunctions = { modules: /^astro\/config$/, object: 'envField', option: 'context', value: 'client' } as const;
