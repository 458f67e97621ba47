import type { Run } from '../result.js';

/** Options for the appearance of a report. */
export interface ReportOptions {
  /** Whether to use colours. */
  readonly colour: boolean;
  /** In columns. */
  readonly width: number;
  /** Whether to list files that were skipped or read as text only. */
  readonly verbose: boolean;
  /** Whether to count findings by rule. */
  readonly statistics: boolean;
}

/** Formats a report. It ends with a line break unless it is empty. */
export type Report = (run: Run, options: ReportOptions) => string;
