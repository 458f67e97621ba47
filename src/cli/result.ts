/** The result of a run of the command, from which reports are written. */

import type { Span } from '../source/span.js';

/** Replaces a range of a file's text. Offsets are in UTF-16 units and do not count the byte order mark. */
export interface Replacement {
  readonly range: readonly [start: number, end: number];
  readonly text: string;
}

/** A change that a finding suggests. */
export interface Suggestion {
  readonly messageId: string;
  readonly desc: string;
  readonly fix: Replacement;
}

/** A finding in the shape of ESLint's `LintMessage`, with offsets. Lines and columns count from 1, columns in UTF-16 units. */
export interface Message {
  /** Includes the prefix: `cloudflare-auth/require-https`. */
  readonly ruleId: string;
  readonly severity: 1 | 2;
  readonly message: string;
  readonly messageId: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Offsets into {@link FileResult.source}. */
  readonly start: number;
  readonly end: number;
  readonly fix?: Replacement;
  readonly suggestions?: readonly Suggestion[];
}

/** How a file was read: by the reader of its language, searched as plain text, or not at all. */
export type HowRead = 'parsed' | 'text' | 'skipped';

/** One file that the walk listed. */
export interface FileResult {
  /** Relative to the working directory, with `/`; absolute outside of it. Bytes that are not UTF-8 are replaced by U+FFFD. */
  readonly path: string;
  readonly absolutePath: string;
  readonly read: HowRead;
  /** Why it was skipped or read as text only: `'larger than 64 MB'`. */
  readonly reason?: string;
  readonly messages: readonly Message[];
  /** Number of findings hidden by `eslint-disable` comments. */
  readonly suppressed: number;
  /** Spans of credentials in {@link source}, reported or not: no report may show them. */
  readonly secrets?: readonly Span[];
  /** Decoded text without the byte order mark, present if there are messages. No report may show it unmasked. */
  readonly source?: string;
  /** The text after fixes, with `--fix-dry-run` only. */
  readonly output?: string;
}

/** Description of a rule. */
export interface RuleDescription {
  /** Includes the prefix. */
  readonly id: string;
  readonly description: string;
  readonly url: string;
}

/** The result of a whole run. */
export interface Run {
  /** The folder that paths are relative to. */
  readonly cwd: string;
  /** In the order of the walk, including files that the gate dismissed. */
  readonly files: readonly FileResult[];
  /** One line each, for stderr: files that could not be read or checked. */
  readonly warnings: readonly string[];
  /** All rules that were turned on, sorted by id; empty if the report does not describe them. */
  readonly rules: readonly RuleDescription[];
  readonly version: string;
}
