/**
 * A file that is called after Cloudflare, or lies in a folder that is, or where wrangler and npm `cloudflare-cli` keep what they log in with: there,
 * `token` and `key` alone say enough.
 */
export const namedAfterCloudflare =
  /(?:^|[\\/])(?:cloudflare[\\/][^\\/]+|[^\\/]*cloudflare[^\\/]*|\.wrangler[\\/]config[\\/][^\\/]+\.toml|\.cfcli\.\w+)$/i;
export const namesCredential = /token|key|secret|bearer/i;

/**
 * The gate: a file this does not match can hold nothing for any rule. One linear alternation over the file's text.
 *
 * A credential cut into pieces (`'cf' + 'ut_…'`) in a file that says nothing else of Cloudflare is the one thing it lets pass unseen.
 */
export const mentionsCloudflare =
  /cloudflare|x[-_]auth[-_](?:key|email|user)|cf-a(?:ccess|ig)-|(?:\b|_)cf[-_]?(?:api|dns|zone|auth|token|key|global|access|email|mail|account|images|stream|tunnel|turnstile|secret|bearer)|cf(?:k|ut|at|ast|oat)_[\w-]|zone(?:_?id)?['"]?\s*[:=]\s*['"]?[0-9a-f]{32}\b|\bcf['"]?\]?\s*[:=.][^;]{0,200}?(?:token|key|secret|mail|auth|credential)|v1\.0-[0-9a-f]{8}|eyJhIjoi|ZXlKaElqb2|argo tunnel|turnstile|hyperdrive|tunnel_?(?:token|secret|service|cred|origin)|wrangler|cf-terraforming|cfcli|flarectl|imagedelivery\.net|\br2_?(?:access|secret|bucket|endpoint)|turn_?key|Y2Z1dF|Y2ZhdF|Y2ZrX|Y2Zhc3Rf|BUkdPIFRVTk5FT|Y2xvdWRmbGFyZ|trycloudflare|workers-ai|enforce_?twofactor|auth_client_(?:id|secret)|\br2:\/\//i;
