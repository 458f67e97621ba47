/** How an answer of Cloudflare's API says that something was refused, and how programs look at that. */

/**
 * Members of a response or of the envelope in its body that tell success from failure.
 * Sources: https://developers.cloudflare.com/fundamentals/api/how-to/make-api-calls/ (envelope), the clients' documentation (the rest).
 */
export const outcomeMembers: ReadonlySet<string> = new Set(
  'ok status statusText statusCode statusMessage success successful errors error error_chain messages message code Success Errors Messages isError isSuccess isOk raise_for_status assertOk throwOnError StatusCode IsSuccessStatusCode IsSuccessful status_code getStatusCode isSuccessful success? is_success is_error is_client_error reason is_a? failed clientError serverError EnsureSuccessStatusCode error_for_status responseCode response_code Status reason_phrase status_line error? validate'.split(
    ' ',
  ),
);

/** Members that throw if a response is not successful, so that handling the failure is up to what catches that. */
export const throwingMembers: ReadonlySet<string> = new Set(['EnsureSuccessStatusCode', 'raise_for_status', 'error_for_status', 'throw']);

/** Members that only wait for a response, or do away with it, where nothing takes what they give. */
export const lettingGo: ReadonlySet<string> = new Set(
  'execute send await join get Wait Result GetAwaiter GetResult ConfigureAwait unwrap expect ok close Close Body body Dispose DisposeAsync resume response run'.split(
    ' ',
  ),
);

/** Members that read the body of a response. */
export const bodyReaders: ReadonlySet<string> = new Set(['json', 'body', 'Body', 'data', 'getBody']);

/** Members that make something of a body that is read. */
export const decoders: ReadonlySet<string> = new Set(['json']);

/** Members of the envelope that are there only if the request succeeded. */
export const outcomes: ReadonlySet<string> = new Set(['result', 'result_info', 'Result', 'ResultInfo']);

/** Members of GraphQL's envelope that are there only if the query succeeded. */
export const queried: ReadonlySet<string> = new Set(['data', 'Data']);

/** Members of a request object, before anything of its answer is seen. */
export const sending: ReadonlySet<string> = new Set(['end', 'write', 'setTimeout', 'setHeader', 'flushHeaders']);

/** Members of a response that a callback is handed whose use says nothing of what is in it, or of how it went. */
export const draining: ReadonlySet<string> = new Set(['resume', 'destroy', 'setEncoding', 'on', 'once']);

/** Events of such a response that bring its body. */
export const bodyEvents: ReadonlySet<string> = new Set(['data', 'readable']);

/** Functions that only let time pass or make an empty answer, and so tell nobody of a failure. */
export const waiting = /^(?:sleep|delay|wait|setTimeout|Promise|resolve|backoff|pause|timeout|of|empty|succeed|succeedNone|void)$/i;

/** Keys by which the result of a function tells what failed. */
export const explaining: ReadonlySet<string> = new Set([
  'error',
  'errors',
  'message',
  'reason',
  'code',
  'status',
  'statusCode',
  'formError',
  'fieldErrors',
]);

/** Methods by which programs take what was fulfilled out of what `Promise.allSettled` gives. */
export const sifting: ReadonlySet<string> = new Set(['filter', 'flatMap', 'map', 'reduce', 'length']);

/** How programs ask for what was rejected. https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Promise/allSettled */
export const looksAtRejections = /\brejected\b|\breason\b|!==?\s*['"]fulfilled['"]/;
