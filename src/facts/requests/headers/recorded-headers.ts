import { cloudflareHost, urlHead } from '../../../cloudflare/http/hosts.js';
import type { SourceFile, Table, Value } from '../../../source/model.js';
import { alternatives, get, given, literal, perFile, shape, within } from '../../../source/values.js';
import { type Header, headersOf } from '../header-table.js';

/**
 * The headers of requests to Cloudflare that a file of data describes: a recording (HAR, VCR), or the collection of a client (Postman, Insomnia). One list
 * for each request.
 */
export const recordedHeaders = perFile((file: SourceFile): readonly (readonly Header[])[] =>
  /^(?:json|yaml|toml)$/.test(file.language)
    ? file.tables.flatMap((table) => {
        const found = headersIn(table);
        return found.length > 0 && goesToCloudflare(table, file) ? [found] : [];
      })
    : [],
);

function headersIn(table: Table): readonly Header[] {
  const headers = given(get(table, 'headers', 'header'));
  const auth = given(get(table, 'auth', 'authentication'));
  return [...(headers ? ofHeaders(headers) : []), ...(auth?.kind === 'table' ? ofAuthentication(auth) : [])];
}

/** A table, whose values may be lists of one, or a list of tables with names and values. */
function ofHeaders(value: Value): readonly Header[] {
  if (value.kind === 'list') {
    return value.items.flatMap((item): readonly Header[] => {
      if (item.kind !== 'table') return [];
      const [name, held] = [given(get(item, 'name', 'key')), given(get(item, 'value'))];
      const key = name && literal(name);
      return name && held && key !== undefined
        ? [{ name: key.toLowerCase(), nameAt: name.at, value: held, at: item.at, maybe: false }]
        : [];
    });
  }
  return headersOf(value).found.map((header) => {
    const [only, ...more] = header.value.kind === 'list' ? header.value.items : [header.value];
    return { ...header, value: only && more.length === 0 ? only : header.value };
  });
}

/** `{ type: bearer, token: … }`, `{ type: bearer, bearer: [{ key: token, value: … }] }` */
function ofAuthentication(auth: Table): readonly Header[] {
  const type = given(get(auth, 'type'));
  if (!type || literal(type) !== 'bearer') return [];
  const listed = given(get(auth, 'bearer'));
  const tables = listed?.kind === 'list' ? listed.items.flatMap(alternatives).filter((item) => item.kind === 'table') : [];
  const values = [given(get(auth, 'token')), ...tables.map((item) => given(get(item, 'value')))];
  return values.flatMap((value) =>
    value ? [{ name: 'authorization', nameAt: type.at, value, at: value.at, scheme: 'Bearer', maybe: false }] : [],
  );
}

/** Whether all addresses in a table are Cloudflare's: of the request, or of those in a collection that share what it says. */
function goesToCloudflare(table: Table, { tables }: SourceFile): boolean {
  const hosts = tables.filter(({ at }) => within(at, table.at)).flatMap((each) => hostOf(each) ?? []);
  return hosts.length > 0 && hosts.every((host) => cloudflareHost(host) !== undefined);
}

/** The host of the address that a table gives. */
export function hostOf(table: Table): string | undefined {
  const url = given(get(table, 'url', 'uri'));
  // Postman takes an address apart.
  const written = url?.kind === 'table' ? given(get(url, 'raw')) : url;
  return written?.kind === 'text' ? urlHead(shape(written))?.host : undefined;
}
