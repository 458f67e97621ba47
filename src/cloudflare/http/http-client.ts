/** What there is to know of an HTTP client. The clients themselves are rows of `http-clients.ts`. */

/** What the arguments of a call mean: positions, from 0. A table where the URL belongs is the options. */
export interface Arguments {
  /** The HTTP method, if the function stands for one; otherwise the position where it is given. */
  readonly method?: string | number;
  readonly url?: number;
  readonly options?: number;
  /** Whether its options are the arguments that are given by name. */
  readonly named?: true;
  readonly body?: number;
  /** A table of headers; or the name of one, with its value in the next place. */
  readonly headers?: number;
  /** The option that names the header whose value comes first: `setValue(token, forHTTPHeaderField: "Authorization")`. */
  readonly headerOption?: string;
  /** The value of the Authorization header; or a bare token, with `{ type: 'bearer' }` in the next place. */
  readonly authorization?: number;
  /** A bare token that is sent as `Authorization: Bearer …`. */
  readonly bearer?: number;
  /** The name of an option, with its value in the next place. */
  readonly option?: number;
}

/** What a member of a request stands for that a program assigns: `request.httpBody = …`. */
export type AssignedPart = 'url' | 'method' | 'headers' | 'body' | 'authorization';

/** One way to call a function, or several, of which the first counts whose places are all taken. */
export type Ways = Arguments | readonly Arguments[];

/** The names of options; of several, any. */
export interface OptionNames {
  readonly url: readonly string[];
  readonly base: readonly string[];
  readonly method: readonly string[];
  readonly headers: readonly string[];
  readonly body: readonly string[];
  /** What is added to the URL behind `?`. */
  readonly query: readonly string[];
  /** What holds further options, or a function that gives them. */
  readonly inner: readonly string[];
  /** The way to a bare token that is sent as `Authorization: Bearer …`. */
  readonly bearer: readonly string[];
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
};

/** Functions by dotted path: below the client, or below an object that it made. The empty path is the client itself. */
type Functions<Is> = Readonly<Record<string, Is>>;

export interface HttpClient {
  /** The languages that have it, if that is not JavaScript: their readers tell neither modules nor types. */
  readonly languages?: readonly string[];
  /** Its functions are known by their names alone, whatever object they are called on. */
  readonly anyObject?: true;
  /** Functions of any object that are given its requests and send them: `client.send(request)`. */
  readonly senders?: ReadonlySet<string>;
  /** Functions that are given its requests first, and add to them: `curl_setopt($request, …)`. */
  readonly given?: Functions<Arguments>;
  /** Members of its requests that are assigned, dotted; what is below one that stands for headers is a header. */
  readonly assigned?: Readonly<Record<string, AssignedPart>>;
  /** Modules that are the client; named exports are members. */
  readonly modules?: readonly string[];
  readonly globals?: readonly string[];
  /** Classes and types whose objects are the client, as `module#name`; nothing before `#` for a global, nothing behind it for a default export. */
  readonly classes?: readonly string[];
  /** Names under which callbacks are handed the client, in files that import one of its modules (in all files if it has none of its own). */
  readonly parameters?: readonly string[];
  /** Functions that send a request. */
  readonly calls: Functions<Ways>;
  /** Functions that give another client, which sends what they are given with each of its requests. */
  readonly makes?: Functions<Arguments>;
  /** Functions that add to the request, or to all requests of the client, that they are called on. */
  readonly adds?: Functions<Arguments>;
  /** The member that holds the client's own options: `defaults` in `axios.defaults.baseURL = …`; empty where they are its own members. */
  readonly defaults?: string;
  /** The member that shows what it sends with each request, dotted; empty where its own members do. */
  readonly shows?: string;
  readonly options?: Partial<OptionNames>;
  /** Members of its answers, and of the errors that it rejects with, that hold the request with its headers. */
  readonly holding?: readonly string[];
  /** Members of those errors alone that do. */
  readonly errorsHold?: readonly string[];
  /** The functions that are given functions through which its requests, and its answers and errors, go. */
  readonly intercepts?: { readonly request: string; readonly response: string };
  /** Options that hold functions which are handed each request, and where what these are handed has its headers. */
  readonly optionHooks?: Readonly<Record<string, string>>;
  /** Whether it is given a function last that describes the request further: `client.get(url) { header(…) }`. */
  readonly describes?: true;
  /** Whether it hands its answer to a function that it is given last. */
  readonly callsBack?: true;
  /** The method that sends a request and passes the outcome to a callback, failures as errors. Without it, the request is a promise. */
  readonly ends?: string;
  /** Whether it gives the body itself, not an answer with a status. */
  readonly givesBody?: true;
  /** The option that makes it not reject, and with what: a constant, the name of one, or a function that gives it. */
  readonly silencer?: readonly [option: string, value: boolean | RegExp];
  /** The option that makes it reject, if it is true. */
  readonly raiser?: string;
  /** The option that makes it print what it sends, and the one by which it prints that to something else. */
  readonly traces?: readonly [option: string, elsewhere?: string];
  /** Options that make the method POST where none is named. */
  readonly posts?: readonly string[];
  /** Functions that are given its requests and tell how they went, with what they have to be asked for, if for anything. */
  readonly asked?: Functions<RegExp>;
  /** Whether its answers can be told to raise a refusal: `response.raise_for_status()`. */
  readonly raises?: true;
  /** The option or member that holds functions which see every answer, and may raise what it refuses. */
  readonly hooks?: string;
  /** Whether it rejects when the status is not 2xx. */
  readonly throws: boolean;
  /** The scheme, if its options name host and path instead of a URL. */
  readonly scheme?: 'http' | 'https';
}

/** Names of constants that stand for a method: `HttpMethod.Post`, `http.MethodPost`, `:post`. */
export const methodNamed = /^(?:Method)?(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/i;

/** What makes the value of an Authorization header of a scheme and a token. https://learn.microsoft.com/dotnet/api/system.net.http.headers.authenticationheadervalue */
export const authorizationMakers = /(?:^|\.)AuthenticationHeaderValue$|^new$/;

/** Names of constants that stand for a header: `HttpHeaders.AUTHORIZATION`, `header::AUTHORIZATION`. */
export const headerNames: ReadonlySet<string> = new Set(['authorization', 'content-type', 'accept', 'user-agent']);
