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
