/** How tests specify the expected request: it is compared, not sent. */

/**
 * Functions that take the expectation, by last name. `when(fetch(…))` and `verify(fetch(…))` call a test double.
 *
 * Sources: the documentation of each framework, November 2026.
 */
const comparing: readonly RegExp[] = [
  // Jest, Vitest, Playwright: `toEqual`, `toHaveBeenCalledWith`; https://jestjs.io/docs/expect
  /^to[A-Z]\w*$/,
  /^(?:object|array|string)(?:Not)?(?:Containing|Matching)$/,
  // what a stub returns: https://jestjs.io/docs/mock-function-api
  /^mock(?:Re(?:turn|solved|jected)Value|Implementation)(?:Once)?$/,
  // node:assert, Deno's and tap's: https://nodejs.org/api/assert.html, https://node-tap.org/api/asserts/
  /^(?:partialD|notD|d)eep(?:Strict)?Equal$|^(?:not)?(?:strict)?equals?$|^(?:is|like|same|has)$|^isDeeply$/i,
  // Deno, PHPUnit, unittest, JUnit, and the usual names of helpers in tests: https://docs.phpunit.de/en/12.4/assertions.html
  /^(?:assert|expect)(?:[A-Z_]|$)/,
  // Chai: https://www.chaijs.com/api/
  /^(?:eql?|deepInclude|includes?|contains?|containSubset|nestedInclude)$/,
  // Sinon, testdouble, ts-mockito: https://sinonjs.org/releases/latest/spies/, https://github.com/testdouble/testdouble.js
  /^(?:(?:always|never)?calledO?n?c?e?With\w*|withArgs|withExactArgs|match|verify|when)$/i,
  // nock, axios-mock-adapter, fetch-mock, undici's MockAgent, Cypress, Playwright
  /^(?:matchHeader|reqheaders|on(?:Any|Get|Head|Options|Patch|Post|Put|Delete)|intercept|route)$/,
];

/** Functions of clients that check the status of a response and return it. */
const checksStatus = /^(?:assert|expect)_?(?:ok|success\w*|status\w*|2xx|200)$/i;

/**
 * Functions that begin the description of an expected request, which further calls in the chain complete: `.ShouldHaveCalled(url).WithHeader(…)`. Sources:
 * https://flurl.dev/docs/testable-http/, https://wiremock.org/docs/verifying/, November 2026.
 */
const describing = /^Should(?:Not)?Have(?:Called|MadeACall)$|^(?:get|head|post|put|patch|delete|any)RequestedFor$/;

/** Whether a text mentions such a function. */
export function mentionsExpected(text: string): boolean {
  return /Should(?:Not)?Have(?:Called|MadeACall)|RequestedFor/.test(text);
}

export function describesExpected(method: string): boolean {
  return describing.test(method);
}

export function compares(method: string): boolean {
  return !checksStatus.test(method) && comparing.some((name) => name.test(method));
}

/** Names of tables with expected headers: `const expectedHeaders = { … }`, nock's `{ reqheaders: { … } }`. */
export const expectation = /^expected|^reqheaders$/i;
