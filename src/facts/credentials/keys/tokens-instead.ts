/** Where an API token goes that replaces a key. */
import type { Entry, SourceFile, Span, Value } from '../../../source/model.js';
import { perFile } from '../../../source/memoized.js';
import { alternatives } from '../../../source/values.js';
import { variableOf } from '../../program/environment.js';
import { type AuthHeader, headers } from '../../requests/headers/headers.js';
import type { Client } from '../../requests/sdk-client.js';

/** The entry that a token replaces. */
export interface TokenReplacement {
  readonly entry: Span;
  readonly key: string;
  /** The prefix of the token. */
  readonly before: string;
  /** The entries that accompany the key and that a token does not need. */
  readonly without: readonly Span[];
}

const hasEmailHeader = perFile((file: SourceFile): boolean => headers(file).some(({ name }) => name === 'x-auth-email'));

/** Returns `Authorization: Bearer …`, unless that header is sent already. */
export function insteadOfHeader({ at, together, value }: AuthHeader, file: SourceFile): TokenReplacement | undefined {
  if (together.some(({ name }) => name === 'authorization') || !isOperators(value, file)) return undefined;
  const emails = together.filter(({ name }) => name === 'x-auth-email');
  // An e-mail address that is set elsewhere would remain.
  if (emails.length === 0 && hasEmailHeader(file)) return undefined;
  return { entry: at, key: 'Authorization', before: 'Bearer ', without: emails.map((email) => email.at) };
}

/** Returns the library's own option for a token, unless that is set already. */
export function insteadOfOption({ sdk, credentials }: Client, { key, at, value }: Entry, file: SourceFile): TokenReplacement | undefined {
  if (credentials.some(({ role }) => role === 'api-token') || !isOperators(value, file)) return undefined;
  const token = sdk.credentials.find(({ role, path }) => role === 'api-token' && (path.at(-1) === 'token') === (key === 'key'));
  const emails = credentials.filter(({ role }) => role === 'email');
  return token && { entry: at, key: token.path.at(-1) ?? '', before: '', without: emails.map(({ entry }) => entry.at) };
}

/** Languages whose readers determine where a key comes from. */
const programs: ReadonlySet<string> = new Set(['javascript', 'python', 'go', 'php']);

/**
 * Whether a key belongs to the operator, who runs the program: written in it, read from its environment, or imported. If it replaced a key that a
 * caller or a user passes, the operator's token would let each of them act as the operator.
 */
function isOperators(value: Value, file: SourceFile): boolean {
  // Scripts and settings belong to the operator entirely.
  if (!programs.has(file.language)) return true;
  return alternatives(value).every((option) => {
    if (option.kind === 'text') return option.parts.every((part) => part.kind === 'piece' || isOperators(part.value, file));
    if (option.kind === 'opaque') return option.what !== 'unknown';
    return option.kind === 'name' && (variableOf(option) !== undefined || !(option.local ?? option.of ?? option.from));
  });
}
