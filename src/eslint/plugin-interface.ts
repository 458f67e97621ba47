import type { ESLint, Linter, Rule } from 'eslint';
import type { RuleName } from '../../rules/names.js';

/** The plugin. Its type is written out so that `defineConfig` accepts it without a cast in ESLint 9 and 10. */
export interface CloudflareAuthPlugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<RuleName, Rule.RuleModule>;
  /** Languages for files that no other plugin reads. */
  readonly languages: NonNullable<ESLint.Plugin['languages']>;
  /** Read files in addition to the plugin that their language belongs to; `markdown` reads fences as well. */
  readonly processors: Readonly<Record<'json' | 'yaml' | 'toml' | 'markdown', Linter.Processor>>;
  readonly configs: {
    /** The rules that suit every project. */
    readonly recommended: Linter.Config;
    /** More rules than `recommended`, and stricter options. */
    readonly strict: Linter.Config;
    /** Parses TypeScript with `@typescript-eslint/parser`, for projects whose configuration does not do so already. */
    readonly typescript: Linter.Config;
    /** `recommended` for files in languages other than JavaScript; sets their `language` or `processor`, too. */
    readonly 'recommended-files': Linter.Config[];
    /** `strict` for the same files. */
    readonly 'strict-files': Linter.Config[];
    /** Every rule with its own defaults. */
    readonly all: Linter.Config;
    /** `recommended` for `.eslintrc` files. */
    readonly 'legacy-recommended': Linter.LegacyConfig;
    /** `strict` for `.eslintrc` files. */
    readonly 'legacy-strict': Linter.LegacyConfig;
  };
}
