/** What a check is told, as plain data: it goes to worker threads as it is. */

/** A rule's severity, 0 for off, and its options. */
export interface RuleSetting {
  readonly severity: 0 | 1 | 2;
  readonly options: object;
}

/** Settings by the names of rules, without the prefix. A rule that is not there is off. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

export interface Settings {
  readonly rules: RuleSettings;
  /** Settings that hold for some paths only, in place of those of the same rules; the last that matches counts. */
  readonly overrides: readonly { readonly files: readonly string[]; readonly rules: RuleSettings }[];
  /** Whether `eslint-disable` comments count. */
  readonly inline: boolean;
  /** Whether fixes are applied, and where to. */
  readonly fix: 'off' | 'file' | 'output';
  /** Whether to look for calls of the API instead, for `permissions`. */
  readonly uses: boolean;
}
