/** How verification of a server's certificate is turned off in Node.js, in browsers under test, and in HTTP clients. */

/** Settings by name, each with the value that turns verification off. */
export const insecureSettings: Readonly<Record<string, boolean>> = {
  rejectUnauthorized: false,
  strictSSL: false,
  validateHttpsCertificates: false,
  ignoreHTTPSErrors: true,
  insecureSkipTLSVerify: true,
  insecure: true,
};

/** Java verifiers that accept every host name. */
const noHostnames = ['NoopHostnameVerifier.INSTANCE', 'ALLOW_ALL_HOSTNAME_VERIFIER'];

/**
 * The same in other languages: options, members and functions by last name, each with the values that turn verification off. `'called'` means that any
 * call of the function does.
 *
 * Sources: requests, httpx, aiohttp, urllib3 and ssl of Python; crypto/tls and minio-go of Go; reqwest of Rust; curl of PHP; OpenSSL, Faraday and HTTParty
 * of Ruby; PowerShell's web cmdlets; .NET's HttpClientHandler and ServicePointManager; dart:io; OkHttp, HttpsURLConnection, Apache HttpClient and Netty of Java; Guzzle; WordPress; LWP; hackney and Mint (Elixir); WiFiClientSecure (Arduino); Ansible's uri; Telegraf;
 * November 2026.
 */
export const insecureElsewhere: Readonly<Record<string, readonly (boolean | number | string)[]>> = {
  verify: [false, 'verify_none', 'none'],
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
  // Callbacks that accept every certificate.
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

/** Options that contain such settings, or an agent created with them. */
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

/** Functions that set the agent for all requests, by module. */
export const agentForAll: Readonly<Record<string, string>> = { undici: 'setGlobalDispatcher' };

/** The agent that requests use by default: its options apply to all of them. */
export const sharedAgent = 'globalAgent';
