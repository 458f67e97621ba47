/** How programs in other languages than JavaScript make addresses. */

/** Functions that make an address of a text: `URI.create("…")`, `Uri.parse("…")`, `URL(string: "…")`. */
export const urlMakers = /^(?:URI|URL|Uri|NSURL|HttpUrl|URI\.(?:create|parse|join)|Uri\.(?:parse|new)|HttpUrl\.(?:parse|get)|url\.Parse)$/;
/** Methods that give an address as a text, or what a text says as an address. */
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
