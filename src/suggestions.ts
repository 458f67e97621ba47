/**
 * A suggestion is a promise: its result parses, the finding is gone, and there are no new ones. Each suggestion is tried on the file before it is
 * offered.
 */
import { rules } from '../rules/index.js';
import type { RuleName } from '../rules/names.js';
import { readByPath } from './languages/register.js';
import { presets } from './presets.js';
import { type Finding, findingsOf } from './rule.js';
import { type Change, changed, withLineEndsOf } from './source/edits.js';
import type { SourceFile } from './source/model.js';
import { perFile } from './source/memoized.js';

/**
 * Limits per file on how many suggestions are tried and how many characters are read again. Further suggestions are not offered, so that a file full
 * of findings stays fast.
 */
const MAX_TRIED = 12;
const MAX_READ = 100_000;

/** The number of findings in a text by rule and message. */
interface Tally {
  readonly language: string;
  readonly counts: ReadonlyMap<string, number>;
}

/** How much has been tried on a file so far. */
const effortOn = perFile(() => ({ tried: 0, read: 0 }));

/** The findings without any change; undefined if the file cannot be read without its host. */
const tallyBefore = perFile((file) => tally(file.text, file.path));

/** Returns the findings of a rule with only those of their suggestions that keep their promise. */
export function withSafeSuggestions(rule: RuleName, file: SourceFile, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => {
    const suggest = finding.suggest.flatMap((each) => {
      const change = withLineEndsOf(file.text, each.change);
      return isSafe(file, `${rule} ${finding.messageId}`, change) ? [{ ...each, change }] : [];
    });
    return { ...finding, suggest };
  });
}

function isSafe(file: SourceFile, finding: string, change: Change): boolean {
  const effort = effortOn(file);
  effort.tried += 1;
  effort.read += file.text.length;
  if (effort.tried > MAX_TRIED || effort.read > MAX_READ) return false;
  const text = changed(file.text, change);
  const before = tallyBefore(file);
  const after = before && tally(text, file.path);
  if (!before || after?.language !== before.language) return false;
  const countBefore = (key: string): number => before.counts.get(key) ?? 0;
  // If the options differ from the strict ones, the finding may be missing from the tally.
  const isGone = countBefore(finding) === 0 || (after.counts.get(finding) ?? 0) < countBefore(finding);
  return isGone && [...after.counts].every(([key, count]) => count <= countBefore(key));
}

/** Returns what the strict rules find in a text that is read as the given file; undefined if it does not parse. */
function tally(text: string, path: string): Tally | undefined {
  const { file, textOnly } = readByPath(text, path);
  if (textOnly !== undefined) return undefined;
  const counts = new Map<string, number>();
  for (const [name, options] of Object.entries(presets.strict))
    for (const { messageId } of findingsOf(rules[name as RuleName], file, options, () => undefined)) {
      const key = `${name} ${messageId}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return { language: file.language, counts };
}
