import { cloudflareHost, urlHead } from '../../../cloudflare/http/hosts.js';
import type { SourceFile, Span, Table, Value } from '../../../source/model.js';
import { perFile } from '../../../source/memoized.js';
import { beginningIn } from '../../../source/span.js';
import { alternatives, get, presentValue, literal, shape } from '../../../source/values.js';
import { type Header, headersOf } from '../header-table.js';

/**
 * Returns the headers of requests to Cloudflare in a data file, one list per request: a recording (HAR, VCR) or an API client's collection (Postman,
 * Insomnia and others), or what Prometheus scrapes.
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
  const headers = presentValue(get(table, 'headers', 'header'));
  const auth = presentValue(get(table, 'auth', 'authentication'));
  return [...(headers ? ofHeaders(headers) : []), ...(auth?.kind === 'table' ? ofAuthentication(auth) : []), ...ofScraping(table)];
}

/** Reads a table, whose values may be one-element lists, or a list of tables with name and value. */
function ofHeaders(value: Value): readonly Header[] {
  if (value.kind === 'list') {
    return value.items.flatMap((item): readonly Header[] => {
      if (item.kind !== 'table') return [];
      const [name, held] = [presentValue(get(item, 'name', 'key')), presentValue(get(item, 'value'))];
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

/** Prometheus: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config */
function ofScraping(table: Table): readonly Header[] {
  const [authorization, bearer] = [presentValue(get(table, 'authorization')), presentValue(get(table, 'bearer_token'))];
  const [type, credentials] =
    authorization?.kind === 'table' ? ['type', 'credentials'].map((key) => presentValue(get(authorization, key))) : [];
  const isBearer = !type || literal(type)?.toLowerCase() === 'bearer';
  const values = [...(isBearer && credentials ? [credentials] : []), ...(bearer ? [bearer] : [])];
  return values.map((value) => ({ name: 'authorization', nameAt: value.at, value, at: value.at, scheme: 'Bearer', maybe: false }));
}

/** `{ type: bearer, token: … }`, `{ type: bearer, bearer: [{ key: token, value: … }] }` */
function ofAuthentication(auth: Table): readonly Header[] {
  const type = presentValue(get(auth, 'type', 'authType'));
  if (!type || literal(type) !== 'bearer') return [];
  const listed = presentValue(get(auth, 'bearer'));
  const tables = listed?.kind === 'list' ? listed.items.flatMap(alternatives).filter((item) => item.kind === 'table') : [];
  const bare = listed?.kind === 'text' ? [listed] : [];
  const values = [presentValue(get(auth, 'token')), ...bare, ...tables.map((item) => presentValue(get(item, 'value')))];
  return values.flatMap((value) =>
    value ? [{ name: 'authorization', nameAt: type.at, value, at: value.at, scheme: 'Bearer', maybe: false }] : [],
  );
}

/** Whether all URLs in a table are Cloudflare's: the URL of a request, or those of a collection that share its settings. */
export function goesToCloudflare(table: Table, file: SourceFile): boolean {
  const hosts = hostsIn(table, file);
  return hosts.length > 0 && hosts.every((host) => cloudflareHost(host) !== undefined);
}

/** Returns the hosts in a table, and in the tables inside it. */
export function hostsIn(table: Table, file: SourceFile): readonly string[] {
  return beginningIn(placedHosts(file), table.at).map(({ host }) => host);
}

const placedHosts = perFile(({ tables }: SourceFile): readonly { readonly at: Span; readonly host: string }[] =>
  tables
    .flatMap((table) => [hostOf(table) ?? targetsOf(table)].flat().map((host) => ({ at: table.at, host })))
    .sort((one, other) => one.at.start - other.at.start),
);

/** The hosts that Prometheus scrapes: `{ targets: ['example.org:443'] }`. */
function targetsOf(table: Table): readonly string[] {
  const targets = presentValue(get(table, 'targets'));
  return targets?.kind === 'list' ? targets.items.flatMap((item) => (literal(item) ?? '').replace(/:\d+$/, '')) : [];
}

/** Returns the host of a table's URL. */
export function hostOf(table: Table): string | undefined {
  const url = presentValue(get(table, 'url', 'uri', 'endpoint'));
  // Postman splits URLs into parts.
  const written = url?.kind === 'table' ? presentValue(get(url, 'raw')) : url;
  return written?.kind === 'text' ? urlHead(shape(written))?.host : undefined;
}
