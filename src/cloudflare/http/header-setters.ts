/** Functions that set a header by name and value: `headers.set(name, value)`, `request.Header.Set(name, value)`. */

/**
 * Last names of the functions.
 *
 * Sources: the documentation of fetch, Node.js, Angular, Go's net/http, java.net.http, OkHttp, Apache HttpClient, Spring, Ktor, .NET, reqwest, hyper,
 * Guzzle, Laravel, Net::HTTP, Faraday, urllib, LWP, Dart's http, Swift's URLRequest, Plug, Req and http-conduit; November 2026.
 */
const setters = new Set(
  'set append add insert headers defaultheaders put with setrequestproperty addrequestproperty tryaddwithoutvalidation addvalue setvalue'.split(
    ' ',
  ),
);

/** Other names say what they set: `withHeader`, `add_header`, `setRequestHeader`, `default_headers`, `setHeaderField`. */
const namedAfterHeaders =
  /^(?:set|add(?:ed)?|put|with|append|insert)*(?:req(?:uest)?|default|raw|http|basic|custom|common|extra)*header(?:field)?$/;

/** Functions that send a bare token as `Authorization: Bearer …`, by last name. */
export const bearerSetters: readonly string[] = [
  'bearer_auth',
  'bearerAuth',
  'setBearerAuth',
  'withToken',
  'SetAuthToken',
  'WithOAuthBearerToken',
  'auth_bearer',
  'bearerToken',
];

/**
 * Annotations of parameters that are sent as the header that they name, and annotations that list headers as lines.
 *
 * Sources: the documentation of Retrofit 2, Jakarta REST and Micronaut; November 2026.
 */
export const headerAnnotations: readonly string[] = ['Header', 'HeaderParam'];
export const headerLineAnnotations: readonly string[] = ['Headers'];

/** Functions whose last argument is a header line: `curl_slist_append(headers, "X-Auth-Key: …")` in libcurl, `list.append("X-Auth-Key: …")` in its crate and pycurl. */
export const headerLineSetters: ReadonlySet<string> = new Set(['append', 'push', 'push_back', 'curl_slist_append', 'slist_append']);

export function setsHeader(method: string): boolean {
  const name = method.toLowerCase().replaceAll('_', '');
  return setters.has(name) || namedAfterHeaders.test(name);
}
