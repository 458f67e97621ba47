import { credentialHeaders } from '../cloudflare/headers.js';
import type { CredentialId } from '../cloudflare/credentials.js';
import { judge, masked, sightings } from '../cloudflare/judge.js';
import { type Role, roleOf } from '../cloudflare/names.js';
import type { SourceFile, Span, Text, Value } from '../source.js';
import { get, given, perFile, place, shape, textsOf, within } from '../values.js';
import { clients } from './clients.js';
import { headers } from './headers.js';
import { destination, type AuthHeader } from './headers.js';
import { heads, requests } from './requests.js';

/** A credential that is written in a file. */
export interface Credential {
  readonly kind: CredentialId;
  /** `'unverified'`: it carries a checksum, and that is wrong. */
  readonly verdict: 'real' | 'plausible' | 'unverified';
  /** The characters of the credential itself. */
  readonly at: Span;
  /** What may be shown of it. */
  readonly masked: string;
  /** Whether it stands in a comment. */
  readonly comment: boolean;
  /** For comparison with what users allow; never for messages. */
  readonly value: string;
}

/** Every credential of a file, wherever it stands and whatever it is cut into. */
export const credentials = perFile((file: SourceFile): readonly Credential[] => {
  const found: Credential[] = [];
  const note = ({ value, at, ...rest }: Omit<Credential, 'masked' | 'comment'>): void => {
    if (found.some((known) => known.at.start < at.end && at.start < known.at.end)) return;
    found.push({ ...rest, value, at, masked: masked(value), comment: file.comments.some((comment) => within(at, comment)) });
  };
  // What shows by itself what it is, as written and then as the program puts it together.
  for (const { kind, verdict, start, end } of sightings(file.text))
    note({ kind, verdict, at: { start, end }, value: file.text.slice(start, end) });
  for (const text of file.texts) {
    const whole = shape(text);
    for (const { kind, verdict, start, end } of sightings(whole))
      note({ kind, verdict, at: place(text, start, end), value: whole.slice(start, end) });
  }
  // What is one by the place it reaches, then by its name.
  for (const { role, value } of [...sinks(file), ...named(file)]) for (const text of textsOf(value)) noteLiteral(text, role, note);
  for (const { text, at, place: placeOf } of prose(file))
    for (const named of assignments(text)) {
      const judgement = judge(named.value, named.role);
      if (judgement) note({ ...judgement, at: placeOf(named.start, named.start + named.value.length), value: named.value });
      void at;
    }
  return found.sort((one, other) => one.at.start - other.at.start);
});

interface Sink {
  readonly role: Role;
  readonly value: Value;
}

function noteLiteral(text: Text, role: Role, note: (credential: Omit<Credential, 'masked' | 'comment'>) => void): void {
  const whole = shape(text);
  const start = /^\s*(?:(?:Bearer|Token|Basic)\s+)?/i.exec(whole)?.[0].length ?? 0;
  const value = whole.slice(start).trimEnd();
  const judgement = judge(value, role);
  if (judgement) note({ ...judgement, at: place(text, start, start + value.length), value });
}

/** The places where a value counts as a credential whatever it is called. */
function sinks(file: SourceFile): readonly Sink[] {
  const speaksCloudflare = /cloudflare/i.test(file.text);
  const sent = headers(file)
    .filter(
      (header) => header.destination === 'cloudflare' || (header.destination === 'unknown' && (header.carries.own || speaksCloudflare)),
    )
    .map((header: AuthHeader) => ({ role: header.carries.role, value: header.value }));
  const given_ = clients(file).flatMap((client) => client.credentials.map(({ role, entry }) => ({ role, value: entry.value })));
  return [...sent, ...given_, ...siteverify(file)];
}

/** `secret` in the body of a request to Turnstile's siteverify. */
function siteverify(file: SourceFile): readonly Sink[] {
  return requests(file).flatMap((request): readonly Sink[] => {
    const verifies = destination(request) === 'cloudflare' && heads(request).some(({ path }) => path.includes('/siteverify'));
    const body = verifies ? given(request.body) : undefined;
    const secret = body?.kind === 'table' ? given(get(body, 'secret')) : undefined;
    return secret ? [{ role: 'turnstile-secret-key', value: secret }] : [];
  });
}

/** Texts whose name says what they are. */
function named(file: SourceFile): readonly Sink[] {
  const hasR2 = /\.r2\.cloudflarestorage\.com/.test(file.text);
  return file.texts.flatMap((text): readonly Sink[] => {
    const role = roleOf(text.names) ?? (text.insteadOf && roleOf(text.insteadOf)) ?? (hasR2 ? r2Role(text) : undefined);
    return role && !credentialHeaders.has(text.names.at(-1)?.toLowerCase() ?? '') ? [{ role, value: text }] : [];
  });
}

/** In a file that talks to R2, a secret access key is R2's. */
function r2Role(text: Text): Role | undefined {
  const name = [text.names.at(-1), text.insteadOf?.at(-1)].join(' ');
  return /secret_?(?:access_?)?key|secret\b/i.test(name) ? 'r2-secret-access-key' : undefined;
}

interface Prose {
  readonly text: string;
  readonly at: Span;
  readonly place: (start: number, end: number) => Span;
}

/** Comments, and strings that are more than one value: a generated `.env`, a message with a token in it. */
function prose(file: SourceFile): readonly Prose[] {
  const comments = file.comments.map((at) => ({
    text: file.text.slice(at.start, at.end),
    at,
    place: (start: number, end: number) => ({ start: at.start + start, end: at.start + end }),
  }));
  const texts = file.texts.flatMap((text): readonly Prose[] => {
    const whole = shape(text);
    return /\S\s*[=:\s]\s*\S/.test(whole) ? [{ text: whole, at: text.at, place: (start, end) => place(text, start, end) }] : [];
  });
  return [...comments, ...texts];
}

interface Assignment {
  readonly role: Role;
  readonly value: string;
  readonly start: number;
}

/** `CLOUDFLARE_API_TOKEN=…`, `X-Auth-Key: …`, `the Cloudflare token is …` in running text. */
function assignments(text: string): readonly Assignment[] {
  return [...text.matchAll(/(?<![\w+/=.-])[\w+/=.-]{32,200}(?![\w+/=.-])/g)].flatMap(({ 0: run, index }): readonly Assignment[] => {
    // `NAME=value` without a space is one run.
    const value = run.slice(run.search(/[^=]*=*$/));
    const start = index + run.length - value.length;
    const role = roleBefore(text.slice(Math.max(0, start - 80), start));
    return role ? [{ role, value, start }] : [];
  });
}

function roleBefore(text: string): Role | undefined {
  const line = text.slice(text.lastIndexOf('\n') + 1).replace(/(?:\s*(?:[=:]|=>|\bis\b|\bwas\b|["'`]|\bBearer\b|\bexport\b))*\s*$/i, '');
  const header = /([\w-]+)$/.exec(line)?.[1]?.toLowerCase() ?? '';
  const carries = credentialHeaders.get(header);
  if (carries) return carries.role;
  const said = line.split(/[^\w-]+/).slice(-4);
  for (let from = said.length - 1; from >= 0; from -= 1) {
    const role = roleOf([said.slice(from).join('_')]);
    if (role) return role;
  }
  return undefined;
}
