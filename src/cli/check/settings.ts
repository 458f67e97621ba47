import type { SettingSources } from '../configuration/settings.js';

/** Settings of a check, as plain data that can be posted to worker threads. */
export interface Settings {
  /** Sources of the rule settings. */
  readonly sources: SettingSources;
  /** Whether `eslint-disable` comments count. */
  readonly inline: boolean;
  /** Whether fixes are applied, and whether they are written to the file or only to the result. */
  readonly fix: 'off' | 'file' | 'output';
  /** Whether to compute suggestions: each is verified on the file, which costs more than the finding itself. */
  readonly suggestions: boolean;
  /** Whether to look for API calls instead of findings, for `permissions`. */
  readonly uses: boolean;
}
