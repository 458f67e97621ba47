/** Decides whether a value is a credential: by its role, or by its format alone. */
import { type CredentialId, credentialIds, credentialKinds } from './formats.js';
import type { Form, Verdict } from './forms.js';
import type { Role } from './names.js';

export interface Judgement {
  readonly kind: CredentialId;
  readonly verdict: Exclude<Verdict, 'no'>;
}

/** Kinds that share variables: one named token may hold a key, and vice versa, so the format decides. */
const api: readonly CredentialId[] = ['user-api-token', 'account-api-token', 'global-api-key', 'api-token', 'origin-ca-key', 'oauth-token'];

function kindsOf(role: Role): readonly CredentialId[] {
  if (role === 'email' || role === 'identifier') return [];
  if (role === 'api-credential') return api;
  if (role === 'database-password') return ['hyperdrive-connection-string'];
  return api.includes(role) ? api : [role];
}

/** Whether a role is that of an API credential of any kind. */
export function isOfApi(role: Role): boolean {
  return kindsOf(role) === api;
}

/** Judges a whole value in a place for `role`; undefined if it is not a credential of that role. */
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

export interface CredentialMatch extends Judgement {
  readonly start: number;
  readonly end: number;
}

const patterns = credentialIds.flatMap((kind) => credentialKinds[kind].forms.flatMap((form: Form) => form.anywhere ?? []));

/** All patterns combined, one for each set of flags: most texts contain nothing, which one pass shows. */
const anything = [...new Set(patterns.map(({ flags }) => flags))].map((flags) => {
  const alike = patterns.filter((pattern) => pattern.flags === flags);
  return new RegExp(alike.map(({ source }) => `(?:${source})`).join('|'), flags.replace('g', ''));
});

/** Returns every credential in a text that its format alone identifies. */
export function credentialMatches(text: string): readonly CredentialMatch[] {
  if (!anything.some((pattern) => pattern.test(text))) return [];
  return credentialIds.flatMap((kind) =>
    credentialKinds[kind].forms.flatMap((form: Form) =>
      [...(form.anywhere ? text.matchAll(form.anywhere) : [])].flatMap(({ 0: value, index }): readonly CredentialMatch[] => {
        const verdict = form.verdict(value);
        return verdict === 'no' ? [] : [{ kind, verdict, start: index, end: index + value.length }];
      }),
    ),
  );
}

/** Values shorter than this are fully masked: four characters of a password would reveal too much. */
const SHORT = 30;

/** Masks a credential except for its public prefix, or else its first four characters at most. */
export function masked(value: string): string {
  const prefix =
    /^(?:cf(?:k|ut|at|ast|oat)_|v1\.0-|eyJ|0x4|-----BEGIN ARGO TUNNEL TOKEN-----|(?:https?|rtmps?|postgres(?:ql)?|mysql):\/\/)/.exec(
      value,
    )?.[0];
  return `${prefix ?? (value.length < SHORT ? '' : value.slice(0, 4))}…`;
}
