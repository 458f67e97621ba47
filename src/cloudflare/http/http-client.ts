/** The description of an HTTP client. The clients themselves are rows in `http-clients.ts`. */

/** The positions of a call's arguments, from 0. A table in the position of the URL is the options. */
export interface Arguments {
  /** The HTTP method, if the function implies one; otherwise the position of the argument. */
  readonly method?: string | number;
  readonly url?: number;
  readonly options?: number;
  /** Set if its options are keyword arguments. */
  readonly named?: true;
  readonly body?: number;
  /** A table of headers; or a header's name, with the value in the next argument. */
  readonly headers?: number;
  /** The labelled argument that names the header, whose value is the first argument: `setValue(token, forHTTPHeaderField: "Authorization")`. */
  readonly headerOption?: string;
  /** The value of the Authorization header; or a bare token, with `{ type: 'bearer' }` as the next argument. */
  readonly authorization?: number;
  /** A bare token that is sent as `Authorization: Bearer …`. */
  readonly bearer?: number;
  /** The name of an option, with its value in the next argument. */
  readonly option?: number;
}

/** The part of a request that assigning a property sets: `request.httpBody = …`. */
export type AssignedPart = 'url' | 'base' | 'method' | 'headers' | 'body' | 'authorization';

/** One or more signatures of a function. The first one for which all arguments are given applies. */
export type Ways = Arguments | readonly Arguments[];

/** The names of options; any of several. */
export interface OptionNames {
  readonly url: readonly string[];
  readonly base: readonly string[];
  readonly method: readonly string[];
  readonly headers: readonly string[];
  readonly body: readonly string[];
  /** The query string, appended to the URL after `?`. */
  readonly query: readonly string[];
  /** Nested options, or a function that returns them. */
  readonly inner: readonly string[];
  /** Path of keys to a bare token that is sent as `Authorization: Bearer …`. */
  readonly bearer: readonly string[];
  /** An object that adds credentials to each request. */
  readonly signer: readonly string[];
}

export const usualOptions: OptionNames = {
  url: ['url'],
  base: [],
  method: ['method'],
  headers: ['headers'],
  body: ['body'],
  query: [],
  inner: [],
  bearer: [],
  signer: [],
};

/** Functions by dotted path, relative to the client or to an object that it created. The empty path is the client itself. */
type Functions<Is> = Readonly<Record<string, Is>>;

export interface HttpClient {
  /** Its languages, if not JavaScript. Most of their readers know neither modules nor types. */
  readonly languages?: readonly string[];
  /** Its functions are identified by name alone, whatever their receiver. */
  readonly anyObject?: true;
  /** Classes include it, so that its functions need no receiver: `get '/zones'`. */
  readonly included?: true;
  /** Methods of any object that take a request of this client and send it: `client.send(request)`. */
  readonly senders?: ReadonlySet<string>;
  /** Functions that take a request as their first argument and add to it: `curl_setopt($request, …)`. */
  readonly given?: Functions<Arguments>;
  /** Properties of its requests that programs assign, dotted; a property below one for headers is a header. */
  readonly assigned?: Readonly<Record<string, AssignedPart>>;
  /** Modules that are the client; their named exports are its members. */
  readonly modules?: readonly string[];
  readonly globals?: readonly string[];
  /** Classes and types whose instances are the client, as `module#name`; nothing before `#` for a global, nothing after it for a default export. */
  readonly classes?: readonly string[];
  /** Names of callback parameters that receive the client, in files that import one of its modules (in all files if it has none). */
  readonly parameters?: readonly string[];
  /** Functions that send a request. */
  readonly calls: Functions<Ways>;
  /** Functions that return another client, which sends their arguments with each of its requests. */
  readonly makes?: Functions<Arguments>;
  /** Methods that add to a request, or to all requests of a client, depending on their receiver. */
  readonly adds?: Functions<Arguments>;
  /** The member that holds the client's own options: `defaults` in `axios.defaults.baseURL = …`; empty if these are direct members. */
  readonly defaults?: string;
  /** The dotted member that exposes what it sends with each request; empty if direct members do. */
  readonly shows?: string;
  readonly options?: Partial<OptionNames>;
  /** Members of its responses and of the errors it rejects with that contain the request with its headers. */
  readonly holding?: readonly string[];
  /** The same, for members of errors only. */
  readonly errorsHold?: readonly string[];
  /** Methods that register interceptors for requests, and for responses and errors. */
  readonly intercepts?: { readonly request: string; readonly response: string };
  /** Options with hooks that receive each request, and the path of the headers in their argument. */
  readonly optionHooks?: Readonly<Record<string, string>>;
  /** Set if its last argument may be a function that configures the request: `client.get(url) { header(…) }`. */
  readonly describes?: true;
  /** Set if it passes the response to a callback, its last argument. */
  readonly callsBack?: true;
  /** The method that sends a request and passes the result to a callback, failures as errors. Without a call of it, the request is a promise. */
  readonly ends?: string;
  /** Set if it returns the body itself, not a response with a status. */
  readonly givesBody?: true;
  /** The option that keeps it from rejecting, and the value that does: a constant, the name of one, or a function that returns it. */
  readonly silencer?: readonly [option: string, value: boolean | RegExp];
  /** The option that makes it reject if true. */
  readonly raiser?: string;
  /** What a program contains that makes all of its requests reject. */
  readonly raisedBy?: RegExp;
  /** The option that makes it print what it sends, and the one that redirects this output. */
  readonly traces?: readonly [option: string, elsewhere?: string];
  /** Options that change the default method to POST. */
  readonly posts?: readonly string[];
  /** Functions that take a request and return its outcome, with a pattern for the argument that asks for it. */
  readonly asked?: Functions<RegExp>;
  /** Set if its responses have a method that raises on failure: `response.raise_for_status()`. */
  readonly raises?: true;
  /** The option or member with hooks that receive every response, and may raise on failure. */
  readonly hooks?: string;
  /** Whether it rejects when the status is not 2xx. */
  readonly throws: boolean;
  /** The scheme, if its options name host and path instead of a URL. */
  readonly scheme?: 'http' | 'https';
}

/** Names of constants for a method: `HttpMethod.Post`, `http.MethodPost`, `:post`. */
export const methodNamed = /^(?:Method)?(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/i;

/** Functions that construct an Authorization header from scheme and token. https://learn.microsoft.com/dotnet/api/system.net.http.headers.authenticationheadervalue */
export const authorizationMakers = /(?:^|\.)AuthenticationHeaderValue(?:\.new)?$|^\.?new$/;

/** Functions that return the object that their first argument constructs. https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/new-object */
export const objectMakers = /^New-Object$/i;

/** Names of constants for a header: `HttpHeaders.AUTHORIZATION`, `header::AUTHORIZATION`. */
export const headerNames: ReadonlySet<string> = new Set(['authorization', 'content-type', 'accept', 'user-agent']);
