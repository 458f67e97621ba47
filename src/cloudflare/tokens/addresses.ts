/** IP ranges as Cloudflare accepts them. */
import { isIP } from 'node:net';

/** Parses a range in CIDR notation: its family and prefix length. Undefined if the text is not one. */
export function rangeOf(text: string): { readonly family: 4 | 6; readonly prefix: number } | undefined {
  const [, address = '', bits = ''] = /^([\da-f:.]+)\/(\d{1,3})$/i.exec(text.trim()) ?? [];
  const family = isIP(address);
  const prefix = Number(bits);
  if (family !== 4 && family !== 6) return undefined;
  return prefix <= (family === 4 ? 32 : 128) ? { family, prefix } : undefined;
}
