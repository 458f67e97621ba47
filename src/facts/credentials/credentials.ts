import { type CredentialId, credentialKinds } from '../../cloudflare/credentials/formats.js';
import { credentialHeaders } from '../../cloudflare/credentials/headers.js';
import { type Judgement, judge, masked, credentialMatches } from '../../cloudflare/credentials/judge.js';
import { type Role, roleOf } from '../../cloudflare/credentials/names.js';
import { words } from '../../cloudflare/credentials/words.js';
import type { SourceFile, Span, Text } from '../../source/model.js';
import { perFile } from '../../source/memoized.js';
import { within } from '../../source/span.js';
import { place, shape, textsOf } from '../../source/values.js';
import { expectedCredentials } from './expected-credentials.js';
import { proseAssignments } from './prose.js';

/** A credential in the text of a file. */
export interface Credential {
  readonly kind: CredentialId;
  readonly verdict: Judgement['verdict'];
  /** The span of the credential itself. */
  readonly at: Span;
  /** A redacted form that may be shown. */
  readonly masked: string;
  readonly inComment: boolean;
  /** Whether a program uses it: it is in a header, an option, or a variable named like a credential. */
  readonly isUsed: boolean;
  /** The environment variable it could be read from, named after the variable or key that holds it. */
  readonly variable: string;
  /** For comparison with the user's allow-list; never for messages. */
  readonly value: string;
}

type Found = Judgement & Pick<Credential, 'at' | 'value'>;

/**
 * Returns every credential of a file, in any context and however it is split. Of several that overlap, one that identifies itself wins, then one
 * identified by where it is used, then one identified by name.
 */
export const credentials = perFile((file: SourceFile): readonly Credential[] => {
  const all: Found[] = [];
  const used = whereExpected(file);
  const isWritten = ({ at, value }: Found): boolean => file.text.slice(at.start, at.end).includes(value);
  const [here, elsewhere] = [used.filter(isWritten), used.filter((found) => !isWritten(found))];
  for (const found of [...asWritten(file), ...asPutTogether(file), ...here, ...inProse(file)]) {
    if (!all.some((known) => known.at.start < found.at.end && found.at.start < known.at.end)) all.push(found);
  }
  // A value that a script interpolates from a setting above is reported at the setting.
  for (const found of elsewhere) {
    const isKnown = all.some((known) => known.value === found.value || (known.at.start < found.at.end && found.at.start < known.at.end));
    if (!isKnown) all.push(found);
  }
  return all
    .map((found) => ({
      ...found,
      masked: masked(found.value),
      inComment: file.comments.some((comment) => within(found.at, comment)),
      isUsed: used.some(({ at }) => at.start < found.at.end && found.at.start < at.end),
      variable: variableFor(found, file),
    }))
    .sort((one, other) => one.at.start - other.at.start);
});

/** Searches the text of the file, including strings, comments and markup. */
function asWritten(file: SourceFile): readonly Found[] {
  return credentialMatches(file.text).map(({ start, end, ...judgement }) => ({
    ...judgement,
    at: { start, end },
    value: file.text.slice(start, end),
  }));
}

/** Searches strings that are concatenated, joined or decoded. */
function asPutTogether(file: SourceFile): readonly Found[] {
  return file.texts.flatMap((text) => {
    const whole = shape(text);
    return credentialMatches(whole).map(({ start, end, ...judgement }) => ({
      ...judgement,
      at: place(text, start, end),
      value: whole.slice(start, end),
    }));
  });
}

/** Returns `CF_DNS_TOKEN` for a value bound to `cfDnsToken`, or the variable that tools document if the name does not identify the credential. */
function variableFor({ at, kind }: Found, { texts }: SourceFile): string {
  const holding = texts.filter(({ parts }) => parts.some((part) => part.kind === 'piece' && within(at, part.at)));
  const named = holding
    .flatMap(({ fallbackFor = [], names }) => [...fallbackFor.slice(-1), ...names.slice(-1)])
    .find((name) => roleOf([name]) !== undefined && !credentialHeaders.has(name.toLowerCase()));
  return named === undefined ? credentialKinds[kind].variable : words(named).join('_').toUpperCase();
}

function whereExpected(file: SourceFile): readonly Found[] {
  return expectedCredentials(file).flatMap(({ role, value }) => textsOf(value).flatMap((text) => judged(text, role)));
}

function judged(text: Text, role: Role): readonly Found[] {
  const whole = shape(text);
  const start = /^\s*(?:(?:Bearer|Token|Basic)\s+)?/i.exec(whole)?.[0].length ?? 0;
  const value = whole.slice(start).trimEnd();
  const judgement = judge(value, role);
  return judgement ? [{ ...judgement, at: place(text, start, start + value.length), value }] : [];
}

function inProse(file: SourceFile): readonly Found[] {
  return proseAssignments(file).flatMap(({ role, value, at }) => {
    const judgement = judge(value, role);
    return judgement ? [{ ...judgement, at, value }] : [];
  });
}
