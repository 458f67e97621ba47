/** How programs in languages other than JavaScript construct URLs. */

/** Functions that construct a URL from a text: `URI.create("…")`, `Uri.parse("…")`, `URL(string: "…")`. */
export const urlMakers = /^(?:URI|URL|Uri|NSURL|HttpUrl|URI\.(?:create|parse|join)|Uri\.(?:parse|new)|HttpUrl\.(?:parse|get)|url\.Parse)$/;
/** Methods that convert a URL to a text, or a text to a URL. */
export const urlMethods: ReadonlySet<string> = new Set([
  'to_s',
  'toString',
  'request_uri',
  'path',
  'toHttpUrl',
  'toURI',
  'AbsoluteUri',
  'ToString',
  'String',
]);
