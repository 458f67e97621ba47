/**
 * Matches files that are named after Cloudflare or are in a folder that is, and files in which wrangler and npm `cloudflare-cli` store their logins: there,
 * the words `token` and `key` alone pass the gate.
 */
export const namedAfterCloudflare =
  /(?:^|[\\/])(?:cloudflare[\\/][^\\/]+|[^\\/]*cloudflare[^\\/]*|\.wrangler[\\/]config[\\/][^\\/]+\.toml|\.cfcli\.\w+)$/i;
export const namesCredential = /token|key|secret|bearer/i;

/**
 * The gate: in a file that this does not match, no rule can find anything. A single alternation, in linear time over the text.
 *
 * The only thing it misses is a credential that is split (`'cf' + 'ut_…'`) in a file that does not mention Cloudflare otherwise.
 */
export const mentionsCloudflare =
  /cloudflare|x[-_]auth[-_](?:key|email|user)|cf-a(?:ccess|ig)-|(?:\b|_)cf[-_]?(?:api|dns|zone|auth|token|key|global|access|email|mail|account|images|stream|tunnel|turnstile|secret|bearer)|cf(?:k|ut|at|ast|oat)_[\w-]|zone(?:_?id)?['"]?\s*[:=]\s*['"]?[0-9a-f]{32}\b|\bcf['"]?\]?\s*[:=.][^;]{0,200}?(?:token|key|secret|mail|auth|credential)|v1\.0-[0-9a-f]{8}|eyJhIjoi|ZXlKaElqb2|argo tunnel|turnstile|hyperdrive|tunnel_?(?:token|secret|service|cred|origin)|wrangler|cf-terraforming|cfcli|flarectl|imagedelivery\.net|\br2_?(?:access|secret|bucket|endpoint)|turn_?key|Y2Z1dF|Y2ZhdF|Y2ZrX|Y2Zhc3Rf|BUkdPIFRVTk5FT|Y2xvdWRmbGFyZ|trycloudflare|workers-ai|enforce_?twofactor|auth_client_(?:id|secret)|d1-http|0x4AAAA|\br2:\/\//i;
