/** Values that Terraform shows although the provider marks them as sensitive. */

/** Functions that remove the mark. https://developer.hashicorp.com/terraform/language/functions/nonsensitive */
export const revealingFunctions: ReadonlySet<string> = new Set(['nonsensitive']);

/**
 * Secret attributes, by resource or data source. Source: the attributes marked sensitive in versions 4 and 5 of the provider,
 * https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs, November 2026.
 */
const secretAttributes: readonly (readonly [of: RegExp, attribute: RegExp])[] = [
  [/^cloudflare_(?:api|account)_token$/, /^value$/],
  [/^cloudflare_(?:zero_trust_)?access_service_token$/, /^client_secret$/],
  [/^cloudflare_(?:zero_trust_)?(?:argo_)?tunnel(?:_cloudflared|_warp_connector)?$/, /^(?:tunnel_token|tunnel_secret|secret)$/],
  [/^cloudflare_(?:zero_trust_)?tunnel_(?:cloudflared|warp_connector)_token$/, /^token$/],
  [/^cloudflare_turnstile_widget$/, /^secret$/],
];

/** Whether a path ends in a secret attribute: `cloudflare_api_token.ci[0].value`, `data.cloudflare_….main.token`. */
export function isSecretAttribute(path: readonly string[]): boolean {
  const [resource = '', ...rest] = path[0] === 'data' ? path.slice(1) : path;
  return secretAttributes.some(([of, attribute]) => of.test(resource) && attribute.test(rest.at(-1) ?? ''));
}
