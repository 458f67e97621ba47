/** The baseline: a file of known findings, so that only new ones are reported. It reveals nothing about secrets. */
import { jsonValue } from '../languages/json/parser.js';
import { redactedPath } from '../redaction.js';
import { isObject } from './configuration/schema-problem.js';
import { fingerprints } from './reports/fingerprints.js';
import { printable, printableJson } from './reports/printable.js';
import { RequestError } from './request-error.js';
import type { FileResult, Run } from './result.js';
import { readBytes } from './walk/read-bytes.js';
import { skipReasons } from './walk/skip-reasons.js';

/** Fingerprints of known findings, by file path. */
export type Baseline = ReadonlyMap<string, ReadonlySet<string>>;

/** Hexadecimal digits of each fingerprint that are stored. */
const digits = 32;

const comment =
  'Known findings of eslint-plugin-cloudflare-auth. Written by --update-baseline; a secret in this list is still to be rolled.';

/** Reads a baseline. */
export function readBaseline(path: string): Baseline {
  const refuse = (problem: string): never => {
    throw new RequestError(`${printable(path)}: ${problem}. --update-baseline writes a new one.`);
  };
  const bytes = readBytes(path);
  if (typeof bytes === 'string') return refuse(skipReasons[bytes].text);
  let value: unknown;
  try {
    value = jsonValue(bytes.toString());
  } catch {
    return refuse('not valid JSON');
  }
  const findings = isObject(value) && value['version'] === 1 ? value['findings'] : undefined;
  if (!isObject(findings)) return refuse('not a baseline of this version');
  const entries = Object.entries(findings).map(([file, known]): [string, Set<string>] => {
    if (!isObject(known)) return refuse(`${printable(file)} must be an object`);
    return [file, new Set(Object.keys(known))];
  });
  return new Map(entries);
}

/** Returns the text of a baseline with all findings of a run. */
export function baselineOf(run: Run): string {
  const files = run.files.filter(({ messages }) => messages.length > 0).map((file): [string, object] => [keyOf(file), knownIn(file)]);
  const findings = Object.fromEntries(files.sort(([one], [other]) => (one < other ? -1 : 1)));
  return `${printableJson({ comment, version: 1, findings })}\n`;
}

/** Maps fingerprints to rule names, for reviewers. */
function knownIn(file: FileResult): Readonly<Record<string, string>> {
  const prints = fingerprints(file);
  const known = file.messages.map(({ ruleId }, index): [string, string] => [(prints[index] ?? '').slice(0, digits), ruleId]);
  return Object.fromEntries(known.sort(([one], [other]) => (one < other ? -1 : 1)));
}

const keyOf = ({ path }: FileResult): string => redactedPath(path);

/** A run after applying a baseline. */
export interface Remaining {
  readonly run: Run;
  /** Number of known findings that were left out. */
  readonly known: number;
  /** Number of known findings in scanned files that no longer occur. */
  readonly gone: number;
}

/** Removes known findings from a run. */
export function withoutBaseline(run: Run, baseline: Baseline): Remaining {
  let [known, gone] = [0, 0];
  const files = run.files.map((file): FileResult => {
    const expected = baseline.get(keyOf(file));
    if (!expected || file.read === 'skipped') return file;
    const prints = fingerprints(file);
    const messages = file.messages.filter((_, index) => !expected.has((prints[index] ?? '').slice(0, digits)));
    const hidden = file.messages.length - messages.length;
    known += hidden;
    gone += expected.size - hidden;
    return { ...file, messages };
  });
  return { run: { ...run, files }, known, gone };
}
