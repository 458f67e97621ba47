/** How responses of Cloudflare's API report a failure, and how programs check for it. */

/**
 * Members of a response, or of the envelope in its body, that distinguish success from failure.
 * Sources: https://developers.cloudflare.com/fundamentals/api/how-to/make-api-calls/ (envelope), the clients' documentation (the rest).
 */
export const outcomeMembers: ReadonlySet<string> = new Set(
  'ok status statusText statusCode statusMessage success successful errors error error_chain messages message code Success Errors Messages isError isSuccess isOk raise_for_status assertOk throwOnError StatusCode IsSuccessStatusCode IsSuccessful status_code getStatusCode getResponseCode isSuccessful success? is_success is_error is_client_error reason is_a? failed clientError serverError EnsureSuccessStatusCode error_for_status responseCode response_code Status reason_phrase status_line error? validate'.split(
    ' ',
  ),
);

/** Members that throw if a response is not successful, so that the failure is handled where that is caught. */
export const throwingMembers: ReadonlySet<string> = new Set(['EnsureSuccessStatusCode', 'raise_for_status', 'error_for_status', 'throw']);

/** Members that only wait for a response or dispose of it, if their result is not used. */
export const discardingMembers: ReadonlySet<string> = new Set(
  'execute send await join get Wait Result GetAwaiter GetResult ConfigureAwait unwrap expect ok close Close Body body Dispose DisposeAsync resume response run'.split(
    ' ',
  ),
);

/** Members that read the body of a response. */
export const bodyReaders: ReadonlySet<string> = new Set(['json', 'text', 'body', 'Body', 'data', 'getBody', 'getContentText']);

/** Members that decode a body. */
export const decoders: ReadonlySet<string> = new Set(['json', 'text', 'parsed_response']);

/** Members of the envelope that are only set if the request succeeded. */
export const outcomes: ReadonlySet<string> = new Set(['result', 'result_info', 'Result', 'ResultInfo']);

/** Members of the GraphQL envelope that are only set if the query succeeded. */
export const queried: ReadonlySet<string> = new Set(['data', 'Data']);

/** Members of a request object that do not reveal anything about the response. */
export const requestMethods: ReadonlySet<string> = new Set(['end', 'write', 'setTimeout', 'setHeader', 'flushHeaders']);

/** Members of a callback's response that reveal neither its body nor its status. */
export const streamControls: ReadonlySet<string> = new Set(['resume', 'destroy', 'setEncoding', 'on', 'once']);

/** Events of such a response that deliver its body. */
export const bodyEvents: ReadonlySet<string> = new Set(['data', 'readable']);

/** Functions that only wait or return an empty result, and so report no failure. */
export const idleFunctions =
  /^(?:sleep|delay|wait|setTimeout|Promise|resolve|backoff|pause|timeout|of|empty|succeed|succeedNone|void|min|max|pow|random|round|floor|ceil|range)$/i;

/**
 * Functions that make a variable of a user interface, with its setter.
 * https://react.dev/reference/react/useState, https://vuejs.org/api/reactivity-core.html#ref, https://docs.solidjs.com/reference/basic-reactivity/create-signal
 */
export const stateMakers = /^(?:useState|useSignal|createSignal|signal|ref|shallowRef)$/;

/** Names of variables that tell whether something is in progress. */
export const progressNames = /^(?:is)?(?:loading|pending|busy|fetching|refreshing|submitting|saving)$/i;

/** Keys with which a function's result describes a failure. */
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

/** Methods with which programs pick the fulfilled results of `Promise.allSettled`. */
export const settledFilters: ReadonlySet<string> = new Set(['filter', 'flatMap', 'map', 'reduce', 'length']);

/** How programs check for rejected results. https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Promise/allSettled */
export const looksAtRejections = /\brejected\b|\breason\b|!==?\s*['"]fulfilled['"]/;
