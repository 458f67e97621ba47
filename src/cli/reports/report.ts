import type { Run } from '../result.js';

/** How a report is to look. */
export interface ReportOptions {
  /** Whether the terminal shows colours. */
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
  /** Whether to list files that were skipped or only read as text. */
  readonly verbose: boolean;
  /** Whether to count findings by rule. */
  readonly statistics: boolean;
}

/** Writes a report; it ends with a line break unless it is empty. */
export type Report = (run: Run, options: ReportOptions) => string;
