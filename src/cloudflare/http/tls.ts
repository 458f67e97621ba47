/** How the check of a server's certificate is switched off in Node.js, in browsers under test, and in HTTP clients. */

/** Settings by name: the value that switches it off. */
export const insecureSettings: Readonly<Record<string, boolean>> = {
  rejectUnauthorized: false,
  strictSSL: false,
  validateHttpsCertificates: false,
  ignoreHTTPSErrors: true,
  insecureSkipTLSVerify: true,
  insecure: true,
};

/** Verifiers of Java that find every host name good. */
const noHostnames = ['NoopHostnameVerifier.INSTANCE', 'ALLOW_ALL_HOSTNAME_VERIFIER'];

/**
 * The same in other languages: options, members and functions by their last names, and what switches the check off. `'called'` is a function that does so
 * whatever it is given.
 *
 * Sources: requests, httpx, aiohttp, urllib3 and ssl of Python; crypto/tls and minio-go of Go; reqwest of Rust; curl of PHP; OpenSSL, Faraday and HTTParty
 * of Ruby; PowerShell's web cmdlets; .NET's HttpClientHandler and ServicePointManager; dart:io; OkHttp, HttpsURLConnection, Apache HttpClient and Netty of Java; Guzzle; WordPress; LWP; hackney and Mint (Elixir); WiFiClientSecure (Arduino); Ansible's uri; Telegraf;
 * November 2026.
 */
export const insecureElsewhere: Readonly<Record<string, readonly (boolean | number | string)[]>> = {
  verify: [false, 'verify_none'],
  ssl: [false],
  verify_ssl: [false],
  ssl_verify: [false],
  use_ssl: [false],
  secure: [false],
  check_hostname: [false],
  insecureskipverify: [true],
  insecure_skip_verify: [true],
  danger_accept_invalid_certs: [true],
  danger_accept_invalid_hostnames: [true],
  curlopt_ssl_verifypeer: [false, 0],
  curlopt_ssl_verifyhost: [false, 0],
  verify_peer: [false],
  sslverify: [false],
  verify_mode: ['VERIFY_NONE', 'CERT_NONE'],
  cert_reqs: ['CERT_NONE'],
  verify_hostname: [false, 0],
  skipcertificatecheck: [true],
  // Functions that find every certificate good.
  servercertificatecustomvalidationcallback: ['DangerousAcceptAnyServerCertificateValidator', true],
  servercertificatevalidationcallback: [true],
  remotecertificatevalidationcallback: [true],
  badcertificatecallback: [true],
  hostnameverifier: [true, ...noHostnames],
  setdefaulthostnameverifier: [true, ...noHostnames],
  sethostnameverifier: [true, ...noHostnames],
  setsslhostnameverifier: [true, ...noHostnames],
  loadtrustmaterial: ['TrustAllStrategy.INSTANCE'],
  trustmanager: ['InsecureTrustManagerFactory.INSTANCE'],
  validate_certs: [false, 'no', 'false'],
  tls_skip_verify: [true],
  hackney: ['insecure'],
  setinsecure: ['called'],
  _create_unverified_context: ['called'],
  noophostnameverifier: ['called'],
};

/** Options that hold such settings, or an agent made with them. */
export const agentOptions: ReadonlySet<string> = new Set([
  'agent',
  'agents',
  'agentOptions',
  'httpsAgent',
  'httpAgent',
  'dispatcher',
  'fetchOptions',
  'https',
  'connect',
  'tls',
  'requestTls',
  'proxyTls',
]);

/** Functions that are given the agent of all requests, by module. */
export const agentForAll: Readonly<Record<string, string>> = { undici: 'setGlobalDispatcher' };

/** The agent that all requests use if they name none: setting its options is setting theirs. */
export const sharedAgent = 'globalAgent';
