import type { HttpClient } from '../../cloudflare/http/http-client.js';
import { urlMakers, urlMethods } from '../../cloudflare/http/url-makers.js';
import { apiPath, urlHead } from '../../cloudflare/http/hosts.js';
import type { Call, Piece, Span, Table, Text, Value } from '../../source/model.js';
import { alternatives, get, presentValue, shape, textsOf } from '../../source/values.js';
import { option, optionNames, type Part, requestObjects } from './request-parts.js';

/** Most alternative URLs of one request. */
const MAX_URLS = 16;

/** Returns the possible URLs that several parts make up together: each continues the URL of those before it. */
export function urlsOf(parts: readonly Part[], client: HttpClient): readonly Text[] {
  return parts.reduce((before: readonly Text[], part) => onward(before, ofPart(part, client)), []);
}

function ofPart({ url, options }: Part, client: HttpClient): readonly Text[] {
  const names = optionNames(client);
  const base = presentValue(option(options, names.base));
  const written = url ?? presentValue(option(options, names.url));
  const told = onward(base ? urlTexts(base) : [], written ? urlTexts(written) : []);
  return told.length > 0 || !client.scheme ? told : options.flatMap((table) => addressed(table, client.scheme ?? 'https'));
}

function onward(bases: readonly Text[], urls: readonly Text[]): readonly Text[] {
  if (bases.length === 0) return urls;
  if (urls.length === 0) return bases;
  return bases.flatMap((base) => urls.map((url) => (urlHead(shape(url)) ? url : appended(base, url)))).slice(0, MAX_URLS);
}

/** Returns the texts a URL may be; an unknown one is a text with a single hole. */
function urlTexts(value: Value): readonly Text[] {
  return alternatives(value)
    .flatMap((option): readonly Text[] => {
      if (option.kind === 'text') return textsOf(option);
      const address = addressIn(option);
      if (address) return urlTexts(address);
      const [inner] = requestObjects(option);
      if (inner?.[0]) return alternatives(inner[0]).flatMap((url) => (url.kind === 'text' ? textsOf(url) : [hole(url)]));
      return option.kind === 'name' || option.kind === 'call' || option.kind === 'opaque' ? [hole(option)] : [];
    })
    .slice(0, MAX_URLS);
}

const MAX_LINKS = 20;

/** Returns the argument that a URL is made from, in any language: `URI.create("…")`, `URL(string: "…")`, `uri.to_s`. */
function addressIn(value: Value, links = 0): Value | undefined {
  // Chains are endless where a loop has `url = url.next()`.
  const behind = (call: Call): Value | undefined => (links < MAX_LINKS ? addressIn(call, links + 1) : undefined);
  if (value.kind === 'name') return value.of && urlMethods.has(value.path.join('.')) ? behind(value.of) : undefined;
  if (value.kind !== 'call' || value.callee.kind !== 'name') return undefined;
  const { callee, arguments: values } = value;
  if (callee.module !== undefined) return undefined;
  if (callee.of) return urlMethods.has(callee.path.join('.')) ? behind(callee.of) : undefined;
  const [first, base] = urlMakers.test(callee.path.join('.')) ? values : [];
  if (base) return undefined;
  return first?.kind === 'table' ? presentValue(get(first, 'string')) : first;
}

/** Returns a text with a value as its only hole. */
export function hole(value: Value): Text {
  return textOf([{ kind: 'hole', value, at: value.at }], value.at);
}

function textOf(parts: Text['parts'], at: Span): Text {
  return { kind: 'text', parts, names: [], fallbackFor: undefined, at };
}

/** Appends a path to its base, with exactly one slash between them. */
function appended(base: Text, url: Text): Text {
  const [first, ...rest] = url.parts;
  const ends = shape(base).endsWith('/');
  const begins = first?.kind === 'piece' && first.text.startsWith('/');
  if (begins && ends) return { ...url, parts: [...base.parts, withoutFirst(first), ...rest] };
  const slash = ends || begins || /^(?:[?#]|$)/.test(shape(url)) ? [] : [written('/', url.at)];
  return { ...url, parts: [...base.parts, ...slash, ...url.parts] };
}

function withoutFirst(piece: Piece): Piece {
  return { ...piece, text: piece.text.slice(1), at: piece.exact ? { start: piece.at.start + 1, end: piece.at.end } : piece.at };
}

/** Returns a piece that the client or command adds, not the program. */
export function written(text: string, at: Span): Piece {
  return { kind: 'piece', text, at, exact: false };
}

/** Returns the URL of `{ protocol, hostname, port, path }`, the options of Node's own clients. */
function addressed(table: Table, scheme: string): readonly Text[] {
  const host = presentValue(get(table, 'hostname')) ?? presentValue(get(table, 'host'));
  if (!host) return [];
  const protocol = presentValue(get(table, 'protocol'));
  const path = presentValue(get(table, 'path')) ?? presentValue(get(table, 'pathname'));
  return urlTexts(host).flatMap((text) =>
    (path ? urlTexts(path) : [undefined]).map((way) => {
      const head = protocol ? [...partsOf(protocol), written('//', protocol.at)] : [written(`${scheme}://`, text.at)];
      return { ...text, parts: [...head, ...text.parts, ...(way?.parts ?? [])] };
    }),
  );
}

function partsOf(value: Value): Text['parts'] {
  return urlTexts(value)[0]?.parts ?? [];
}

/** Returns the path below the API root, even of a URL whose beginning is unknown. */
export function pathOf(url: string): string | undefined {
  return apiPath(url) ?? /^\{\}(\/(?:user|accounts)\/[^?#]*)/.exec(url)?.[1];
}
