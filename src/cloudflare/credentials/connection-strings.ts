/** Database connection strings with a password, as accepted by Hyperdrive: https://developers.cloudflare.com/hyperdrive/ */
import { isPlaceholder } from './placeholder.js';

/** Matches a whole value. */
export const connectionString = /^(?:postgres(?:ql)?|mysql):\/\/[^:@/\s]+:[^@/\s]{6,}@[^@\s/]+/;

/** Matches connection strings within other text. */
export const connectionStrings = /\b(?:postgres(?:ql)?|mysql):\/\/[^:@/\s]+:[^@/\s]{6,}@[^\s'"`<>]+/g;

/** Whether a connection string holds a real password for a host other than the developer's own machine. */
export function isWorthKeeping(value: string): boolean {
  const [, password = '', host = ''] = /:\/\/[^:@/\s]+:([^@/\s]+)@(\[[^\]]+\]|[^:/?\s]+)/.exec(value) ?? [];
  return !ownHost.test(host) && isPassword(password);
}

/** Whether a value is a real password: placeholders and common defaults are not. */
export function isPassword(value: string): boolean {
  return !isPlaceholder(value) && !/^[<{[$]/.test(value) && !customary.test(value);
}

const ownHost =
  /^(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0|host\.docker\.internal|db|postgres|mysql|database|\w+\.example|(?:.*\.)?example\.\w+)$/;
const customary = /^(?:pass(?:word|wd)?|postgres|mysql|root|admin|changeme|secret|my-?password|your-?password|example)\d{0,4}!?$/i;
