import type { SettingSources } from '../configuration/settings.js';

/** What a check is told, as plain data: it goes to worker threads as it is. */
export interface Settings {
  /** What the settings of the rules come from. */
  readonly sources: SettingSources;
  /** Whether `eslint-disable` comments count. */
  readonly inline: boolean;
  /** Whether fixes are applied, and where to. */
  readonly fix: 'off' | 'file' | 'output';
  /** Whether suggestions are made: each is tried on the file, which costs more than finding what it mends. */
  readonly suggestions: boolean;
  /** Whether to look for calls of the API instead, for `permissions`. */
  readonly uses: boolean;
}
