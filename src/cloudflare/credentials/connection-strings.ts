/** The addresses of databases with a password in them, as Hyperdrive takes them: https://developers.cloudflare.com/hyperdrive/ */
import { isPlaceholder } from './placeholder.js';

/** The whole of a value. */
export const connectionString = /^(?:postgres(?:ql)?|mysql):\/\/[^:@/\s]+:[^@/\s]{6,}@[^@\s/]+/;

/** Those within other text. */
export const connectionStrings = /\b(?:postgres(?:ql)?|mysql):\/\/[^:@/\s]+:[^@/\s]{6,}@[^\s'"`<>]+/g;

/** The passwords of a developer's own machine protect nothing. */
export function isWorthKeeping(value: string): boolean {
  const [, password = '', host = ''] = /:\/\/[^:@/\s]+:([^@/\s]+)@(\[[^\]]+\]|[^:/?\s]+)/.exec(value) ?? [];
  return !ownHost.test(host) && isPassword(password);
}

/** What stands in for a password, or everyone has, is none. */
export function isPassword(value: string): boolean {
  return !isPlaceholder(value) && !/^[<{[$]/.test(value) && !customary.test(value);
}

const ownHost =
  /^(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0|host\.docker\.internal|db|postgres|mysql|database|\w+\.example|(?:.*\.)?example\.\w+)$/;
const customary = /^(?:pass(?:word|wd)?|postgres|mysql|root|admin|changeme|secret|my-?password|your-?password|example)\d{0,4}!?$/i;
