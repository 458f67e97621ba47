/**
 * Whether `suffix` is the checksum of a 2026 credential's body: the lower-case hex CRC-32 (IEEE) of the body alone, without the prefix.
 *
 * Source: https://developers.cloudflare.com/changelog/post/2026-04-14-cf-api-token-prefixes/ says "CRC32 checksum suffix"; that it is computed
 * from the body alone was established from leaked tokens found in public code, all of which agree.
 */
export function hasRightChecksum(body: string, suffix: string): boolean {
  // Loaded on first use: most files contain nothing to check.
  const { crc32 } = process.getBuiltinModule('node:zlib');
  return crc32(body).toString(16).padStart(8, '0') === suffix;
}
