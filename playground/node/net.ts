/** What the source needs of `node:net` in this page. */
export function isIP(address: string): 0 | 4 | 6 {
  if (/^(?:\d{1,3}\.){3}\d{1,3}$/.test(address)) return address.split('.').every((part) => Number(part) <= 255) ? 4 : 0;
  return address.includes(':') && URL.canParse(`http://[${address}]`) ? 6 : 0;
}
