/** Says of a value whether it is a credential: by the role it stands in, or by itself. */
import { type CredentialId, credentialIds, credentialKinds, type Form, type Verdict } from './formats.js';
import type { Role } from './names.js';

export interface Judgement {
  readonly kind: CredentialId;
  readonly verdict: Exclude<Verdict, 'no'>;
}

/** A variable named token may hold a key, and vice versa: then the shape counts. */
const api: readonly CredentialId[] = ['user-api-token', 'account-api-token', 'global-api-key', 'api-token', 'origin-ca-key', 'oauth-token'];

function kindsOf(role: Role): readonly CredentialId[] {
  if (role === 'email' || role === 'identifier') return [];
  if (role === 'api-credential') return api;
  if (role === 'database-password') return ['hyperdrive-connection-string'];
  return api.includes(role) ? api : [role];
}

/** Whether a role is that of a credential of Cloudflare's API, of whichever kind. */
export function isOfApi(role: Role): boolean {
  return kindsOf(role) === api;
}

/** What a whole value is, standing where a value of `role` stands; undefined if it is no credential of that role. */
export function judge(value: string, role: Role): Judgement | undefined {
  for (const kind of kindsOf(role)) {
    for (const form of credentialKinds[kind].forms) {
      if (form.place !== undefined && form.place !== role) continue;
      const verdict = form.shape.test(value) ? form.verdict(value) : 'no';
      if (verdict !== 'no') return { kind, verdict };
    }
  }
  return undefined;
}

export interface Sighting extends Judgement {
  readonly start: number;
  readonly end: number;
}

const patterns = credentialIds.flatMap((kind) => credentialKinds[kind].forms.flatMap((form: Form) => form.anywhere ?? []));

/** All patterns in one, for each set of flags: most texts hold nothing, which is seen in one go. */
const anything = [...new Set(patterns.map(({ flags }) => flags))].map((flags) => {
  const alike = patterns.filter((pattern) => pattern.flags === flags);
  return new RegExp(alike.map(({ source }) => `(?:${source})`).join('|'), flags.replace('g', ''));
});

/** Every credential in a text that shows by itself what it is. */
export function sightings(text: string): readonly Sighting[] {
  if (!anything.some((pattern) => pattern.test(text))) return [];
  return credentialIds.flatMap((kind) =>
    credentialKinds[kind].forms.flatMap((form: Form) =>
      [...(form.anywhere ? text.matchAll(form.anywhere) : [])].flatMap(({ 0: value, index }): readonly Sighting[] => {
        const verdict = form.verdict(value);
        return verdict === 'no' ? [] : [{ kind, verdict, start: index, end: index + value.length }];
      }),
    ),
  );
}

/** Of a password, four characters are much. */
const SHORT = 30;

/** What may be shown of a credential: its published prefix, never more than four other characters. */
export function masked(value: string): string {
  const prefix =
    /^(?:cf(?:k|ut|at|ast|oat)_|v1\.0-|eyJ|0x4|-----BEGIN ARGO TUNNEL TOKEN-----|(?:https?|rtmps?|postgres(?:ql)?|mysql):\/\/)/.exec(
      value,
    )?.[0];
  return `${prefix ?? (value.length < SHORT ? '' : value.slice(0, 4))}…`;
}
