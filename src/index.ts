/**
 * ESLint rules that find Cloudflare credential misuse.
 *
 * @see https://developers.cloudflare.com/fundamentals/api/get-started/
 */
export type { CloudflareAuthPlugin } from './eslint/plugin-interface.js';
export type { RuleOptions } from './eslint/rule-options.js';
export { configs, languages, meta, plugin as default, plugin as 'module.exports', processors, rules } from './eslint/plugin.js';
