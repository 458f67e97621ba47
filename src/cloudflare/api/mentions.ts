/** How a text speaks of Cloudflare's API, for texts that cannot be read as programs. */

/** A URL of the API, or a command of wrangler on one line. */
export const namesApi =
  /\bapi\.cloudflare\.com\b|(?<![./])\bwrangler(?:@[\w.-]+)?[ \t]+(?:(?:deploy|publish|delete|rollback|tail|triggers|versions|deployments|secret|secrets-store|kv|r2|d1|pages|queues|hyperdrive|vectorize|workflows|pipelines)\b|kv:)/i;

/** Hosts that serve files to browsers, and what runtimes and agents are called: none of them is about the API. */
const assets =
  /\b(?:cdnjs|challenges|static|ajax|developers|blog|www|support|community)\.cloudflare\.com|\bcloudflareinsights\b|\bcloudflare-(?:dns\.com|workers?\b)/gi;

/** Whether a text speaks of Cloudflare beyond the files that it loads from there. */
export function mentionsMoreThanAssets(text: string): boolean {
  return /cloudflare|wrangler/i.test(text.replaceAll(assets, ''));
}
