/** Mentions of Cloudflare's API in texts that cannot be read as programs. */

/** Matches a URL of the API, or a wrangler command on one line. */
export const namesApi =
  /\bapi\.cloudflare\.com\b|(?<![./])\bwrangler(?:@[\w.-]+)?[ \t]+(?:(?:deploy|publish|delete|rollback|tail|triggers|versions|deployments|secret|secrets-store|kv|r2|d1|pages|queues|hyperdrive|vectorize|workflows|pipelines)\b|kv:)/i;

/** Hosts that serve files to browsers, and names of runtimes and user agents: these do not refer to the API. */
const assets =
  /\b(?:cdnjs|challenges|static|ajax|developers|blog|www|support|community)\.cloudflare\.com|\bcloudflareinsights\b|\bcloudflare-(?:dns\.com|workers?\b)/gi;

/** Whether a text mentions Cloudflare other than for assets that it loads. */
export function mentionsMoreThanAssets(text: string): boolean {
  return /cloudflare|wrangler/i.test(text.replaceAll(assets, ''));
}
