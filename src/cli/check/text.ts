/** Runs the rules on a text. */
import { blocksOf, offsetsIn, replacementIn } from '../../languages/markdown/blocks.js';
import type { TextOnly } from '../../languages/limits.js';
import { plainText, type ReadFile } from '../../languages/readers.js';
import { readByPath } from '../../languages/register.js';
import { type Cleared, clearedIn } from '../../cleared.js';
import { secretsIn } from '../../secrets.js';
import { type Finding, findingsOf, type Rule } from '../../rule.js';
import { Exhausted } from '../../source/exhausted.js';
import type { SourceFile, Span } from '../../source/model.js';
import { namespace } from '../../presets.js';
import type { RuleName } from '../../../rules/names.js';
import { withSafeSuggestions } from '../../suggestions.js';
import type { Message, Replacement } from '../result.js';
import { hiddenBy } from './directives.js';
import type { ReadContext } from '../../source/modules.js';
import { baseOf, isInOtherFile } from '../../source/span.js';
import { type Edit, merged } from '../../source/edits.js';
import { Positions } from './positions.js';

/** A rule that is turned on. */
export interface ActiveRule {
  /** Name with the prefix. */
  readonly id: string;
  readonly rule: Rule;
  readonly severity: 1 | 2;
  readonly options: object;
}

export interface Checked {
  readonly messages: readonly Message[];
  /** Findings hidden by comments. */
  readonly suppressed: number;
  /** Spans of credentials, reported or not. */
  readonly secrets: readonly Span[];
  /** Why the text was searched as text only. */
  readonly textOnly?: TextOnly;
  /** Internal error: its name and the location in our code, but never its message, which may quote the file. */
  readonly failure?: string;
  /** Findings in modules that the file imports, each with its rule. */
  readonly elsewhere: readonly Elsewhere[];
  /** Spans of credentials in modules that the file imports. */
  readonly secretsElsewhere: readonly Span[];
  /** Spans in such modules that this file shows to be harmless. */
  readonly cleared: readonly Cleared[];
}

/** A finding in an imported file that only becomes visible in the importing one. */
export interface Elsewhere {
  readonly active: ActiveRule;
  readonly finding: Finding;
}

export interface HowToCheck {
  readonly rules: readonly ActiveRule[];
  /** Whether `eslint-disable` comments count. */
  readonly inline: boolean;
  /** Whether to compute suggestions. */
  readonly suggestions?: boolean;
  /** Whether to search as text only, after a reader has failed. */
  readonly textOnly?: boolean;
  /** The modules around the file. */
  readonly surroundings?: ReadContext | undefined;
  /** Says where a place in another file is: ` (from src/config.ts:3)`; empty for one in this file. */
  readonly originOf?: (at: Span | undefined) => string;
}

/** Maps positions in a text to positions in its file. */
interface Placement {
  readonly offset: (offset: number) => number;
  /** Undefined if the change cannot be made in the file. */
  readonly replacement: (range: readonly [number, number], text: string) => Replacement | undefined;
}

const asWritten: Placement = { offset: (offset) => offset, replacement: ([start, end], text) => ({ range: [start, end], text }) };

/** A finding, with its suggestions if they are requested. */
type Shown = Omit<Finding, 'suggest'> & { readonly suggest: Finding['suggest'] | undefined };

/** Result for one text, with offsets into the whole file. */
interface Part {
  readonly messages: readonly Message[];
  readonly suppressed: number;
  readonly secrets: readonly Span[];
  readonly elsewhere: readonly Elsewhere[];
  readonly secretsElsewhere: readonly Span[];
}

/** Checks a text. `path` is evidence: relative to the scanned folder, with `/`. */
export function checkText(text: string, path: string, how: HowToCheck): Checked {
  const read: ReadFile = how.textOnly ? { file: plainText(text, path), textOnly: 'failed' } : readByPath(text, path, how.surroundings);
  let failure = read.error === undefined ? undefined : placeOf(read.error);
  let { textOnly } = read;
  const failed = (error: unknown): void => {
    textOnly ??= error instanceof Exhausted ? 'exhausted' : 'failed';
    if (!(error instanceof Exhausted)) failure ??= placeOf(error);
  };
  const positions = new Positions(text, path);
  const whole = partOf(read.file, how, positions, asWritten, failed);
  const parts = [whole, ...(read.file.language === 'markdown' ? blocksIn(text, path, how, positions, failed) : [])];
  return {
    messages: together(parts),
    suppressed: parts.reduce((sum, { suppressed }) => sum + suppressed, 0),
    secrets: parts.flatMap(({ secrets }) => secrets),
    elsewhere: whole.elsewhere,
    secretsElsewhere: whole.secretsElsewhere,
    cleared: clearedIn(read.file),
    ...(textOnly && { textOnly }),
    ...(failure !== undefined && { failure }),
  };
}

function blocksIn(text: string, path: string, how: HowToCheck, positions: Positions, failed: (error: unknown) => void): readonly Part[] {
  return blocksOf(text, path).map((block) =>
    partOf(
      readByPath(block.text, `${path}/${block.filename}`).file,
      how,
      positions,
      { offset: offsetsIn(block), replacement: replacementIn(block, text) },
      failed,
    ),
  );
}

function partOf(
  file: SourceFile,
  { rules, inline, suggestions = false, originOf = () => '' }: HowToCheck,
  positions: Positions,
  placement: Placement,
  failed: (error: unknown) => void,
): Part {
  const elsewhere: Elsewhere[] = [];
  const found = rules.flatMap((active) => {
    const findings = findingsOf(active.rule, file, active.options, failed);
    elsewhere.push(...findings.filter(({ at }) => isInOtherFile(at)).map((finding) => ({ active, finding })));
    const here = findings.filter(({ at }) => !isInOtherFile(at));
    const name = active.id.slice(namespace.length + 1) as RuleName;
    const offered = suggestions ? withSafeSuggestions(name, file, here) : here.map((finding) => ({ ...finding, suggest: undefined }));
    return offered.map(({ origin, data, ...finding }) =>
      messageOf({ ...finding, data: { ...data, origin: originOf(origin) } }, active, file, positions, placement),
    );
  });
  const isHidden = inline && found.length > 0 ? hiddenBy(file, new Positions(file.text, file.path)) : () => false;
  const shown = found.filter(({ id, start }) => !isHidden(id, start));
  const secrets = secretsIn(file);
  const placed = secrets
    .filter((at) => !isInOtherFile(at))
    .map(({ start, end }) => ({ start: placement.offset(start), end: placement.offset(end) }));
  return {
    messages: shown.map(({ message }) => message),
    suppressed: found.length - shown.length,
    secrets: placed,
    elsewhere,
    secretsElsewhere: secrets.filter(isInOtherFile),
  };
}

/** Merges messages: credentials with an unmistakable format are found both in a document and in its fence, whose message is kept. */
function together(parts: readonly Part[]): readonly Message[] {
  const byPlace = new Map<string, Message>();
  for (const { messages } of [...parts].reverse())
    for (const message of messages) {
      const place = [message.ruleId, message.start, message.messageId].join(' ');
      if (!byPlace.has(place)) byPlace.set(place, message);
    }
  return [...byPlace.values()].sort((one, other) => one.start - other.start || one.end - other.end);
}

function messageOf(
  { at, messageId, data, fix, suggest }: Shown,
  { id, rule, severity }: ActiveRule,
  file: SourceFile,
  positions: Positions,
  placement: Placement,
): { readonly id: string; readonly start: number; readonly message: Message } {
  const [start, end] = [placement.offset(at.start), placement.offset(at.end)];
  const [from, to] = [positions.at(start), positions.at(end)];
  const replacement = (edits: readonly Edit[]): Replacement | undefined => {
    const { range, text } = merged(edits, file.text);
    return placement.replacement(range, text);
  };
  const disable = suggest && file.edits?.disable?.(at, id);
  const suggestions = [
    ...(suggest ?? []).map((each) => ({ ...each, desc: filled(rule.messages[each.messageId] ?? '', each.data) })),
    ...(disable ? [{ messageId: 'disable', desc: `Disable ${id} for this line.`, change: disable }] : []),
  ].flatMap(({ messageId: of, desc, change }) => {
    const placed = replacement(change.edits);
    return placed ? [{ messageId: of, desc, fix: placed }] : [];
  });
  const placedFix = fix && replacement(fix);
  return {
    id,
    start: at.start,
    message: {
      ruleId: id,
      severity,
      message: filled(rule.messages[messageId] ?? '', data),
      messageId,
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      start,
      end,
      ...(placedFix && { fix: placedFix }),
      ...(suggestions.length > 0 && { suggestions }),
    },
  };
}

/** Findings in another file, with offsets into that file. */
export interface Placed {
  readonly messages: readonly Message[];
  readonly secrets: readonly Span[];
  /** Harmless spans, unless another file has a finding there. */
  readonly cleared: readonly Cleared[];
}

/** Returns the findings in the imported module whose offsets begin at `base`, relative to its own text. */
export function placedIn(
  text: string,
  path: string,
  base: number,
  { elsewhere, secretsElsewhere, cleared }: Checked,
  inline: boolean,
): Placed {
  const positions = new Positions(text, path);
  const { file } = readByPath(text, path);
  const isHidden = inline ? hiddenBy(file, positions) : () => false;
  const there = <T extends Span>(at: T): T => ({ ...at, start: at.start - base, end: at.end - base });
  const found = elsewhere
    .filter(({ finding }) => baseOf(finding.at.start) === base)
    .map(({ active, finding: { at, messageId, data } }) =>
      messageOf({ at: there(at), messageId, data: { ...data, origin: '' }, suggest: undefined }, active, file, positions, asWritten),
    );
  const isThere = ({ start }: Span): boolean => baseOf(start) === base;
  return {
    messages: found.filter(({ id, start }) => !isHidden(id, start)).map(({ message }) => message),
    secrets: [...secretsIn(file), ...secretsElsewhere.filter(isThere).map(there)],
    cleared: cleared.filter(isThere).map(there),
  };
}

/** Inserts data into a message's placeholders. */
function filled(message: string, data: Readonly<Record<string, string>> = {}): string {
  return message.replaceAll(/\{\{ (\w+) \}\}/g, (written, name: string) => data[name] ?? written);
}

function placeOf(error: unknown): string {
  const { name, stack = '' } = error instanceof Error ? error : new Error();
  const place = /[/\\]([^/\\\n]+:\d+:\d+)\)?$/m.exec(stack)?.[1];
  return `${name}${place === undefined ? '' : ` at ${place}`}`;
}
