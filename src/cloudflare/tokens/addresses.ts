/** IP ranges as Cloudflare takes them. */
import { isIP } from 'node:net';

/** A range in CIDR notation: its family, and how many bits of its addresses are fixed. Undefined if a text is none. */
export function rangeOf(text: string): { readonly family: 4 | 6; readonly prefix: number } | undefined {
  const [, address = '', bits = ''] = /^([\da-f:.]+)\/(\d{1,3})$/i.exec(text.trim()) ?? [];
  const family = isIP(address);
  const prefix = Number(bits);
  if (family !== 4 && family !== 6) return undefined;
  return prefix <= (family === 4 ? 32 : 128) ? { family, prefix } : undefined;
}
