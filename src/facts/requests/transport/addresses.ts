import { cloudflareHost, urlHead } from '../../../cloudflare/http/hosts.js';
import type { Call, SourceFile, Span, Table, Text, Value } from '../../../source/model.js';
import { perFile } from '../../../source/memoized.js';
import { covering } from '../../../source/span.js';
import { alternatives, get, literal, presentValue, shape, textsOf } from '../../../source/values.js';
import { isInTest, isTest } from '../../../source/test-files.js';
import { goesToCloudflare, hostsIn } from '../headers/recorded-headers.js';

/** Returns URLs that a file assigns or passes to a function under a name for request targets: requests go there, though none is known. */
export const addresses = perFile((file: SourceFile): readonly Text[] => {
  if (isTest(file)) return [];
  const isChecked = covering(file.calls.filter(isCheck).map(({ at }) => at));
  const written = [
    ...file.bindings.flatMap(({ names, value }) => (isAddress(names) ? textsOf(value) : [])),
    ...file.texts.filter(({ names }) => isAddress(names)),
    ...file.calls.flatMap(urlArguments),
  ];
  return written.filter(({ at }) => !isChecked(at) && !isInTest(at, file));
});

/** Whether names are those of request targets. Allow-lists, patterns and expectations have other names. */
function isAddress(names: readonly string[]): boolean {
  // A link is for people to follow.
  if (names.at(-2) === 'a') return false;
  // A path may stand between the instruction and the address: `reverse_proxy /api/* http://…`.
  if (names.slice(-2).some((name) => forwarding.test(name))) return true;
  // `Endpoint.VERIFY`, `urls: { zones: … }`
  const isListed = listing.test(names.at(-2) ?? '');
  return (
    (isListed || /(?:url|uri|endpoint|base|host|origin|api|server|href|address|gateway|target|upstream)s?$/i.test(names.at(-1) ?? '')) &&
    !/allow|block|deny|pattern|expected|insecure|invalid|bad|legacy|old|test/i.test(names.join(' '))
  );
}

/** Names of classes, enumerations and tables that hold addresses. */
const listing = /(?:ur[il]|endpoint)s?$/i;

/**
 * Instructions that forward requests to an address. https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass,
 * https://caddyserver.com/docs/caddyfile/directives/reverse_proxy, https://httpd.apache.org/docs/2.4/mod/mod_proxy.html#proxypass
 */
const forwarding = /^(?:proxy_pass|reverse_proxy|ProxyPass(?:Match)?)$/;

/** Functions and commands that inspect, change or show a URL without sending anything to it. */
const looking =
  /^(?:startsWith|endsWith|includes|indexOf|lastIndexOf|replace|replaceAll|match|matchAll|test|exec|split|concat|push|unshift|add|has|set|get|append|delete|search|localeCompare|URL|URLPattern|RegExp|String|Set|Map|WeakMap|Error|TypeError|it|describe|before\w*|after\w*|expect|to[A-Z]\w*|equal\w*|strictEqual|deepEqual|nock|intercept|mock\w*|stub\w*|parse\w*|normali[sz]e\w*|resolve|redirect|link|open|echo|printf|print|grep|egrep|fgrep|sed|awk|jq|export|local|declare)$|^(?:is|has|can|should|check|assert|validate|verify|allow|block|deny|refuse|reject|log|warn|info|debug|error|trace|fail|throw|ok|describe|escape|encode|decode)(?:[A-Z_]|$)/;

/** Returns URLs with a path among the arguments of a call. */
function urlArguments(call: Call): readonly Text[] {
  const { callee, arguments: values } = call;
  if (callee.kind !== 'name' || looking.test(callee.path.at(-1) ?? callee.module ?? '')) return [];
  // A path after the host distinguishes a URL that is requested from an allowed origin.
  return values.flatMap(listedTexts).filter((text) => (urlHead(shape(text))?.path ?? '').length > 1);
}

/** The texts that a value may be, including those in lists. */
function listedTexts(value: Value): readonly Text[] {
  return alternatives(value).flatMap((option) => (option.kind === 'list' ? option.items.flatMap(textsOf) : textsOf(option)));
}

/** Functions that check a URL: `expect(() => send('http://…')).toThrow()` expects it to be refused. */
const checking =
  /^(?:is|has|check|validate|verify|assert|expect|throws|rejects|toThrow|it|test|describe|refuse|reject|block|allow|deny)(?:[A-Z_]\w*)?$/;

function isCheck({ callee }: Call): boolean {
  return callee.kind === 'name' && checking.test(callee.path.at(-1) ?? '');
}

interface Downgrade {
  readonly at: Span;
  readonly host: string;
}

/** Returns where the scheme of one of Cloudflare's addresses is set apart from it. */
export function downgrades(file: SourceFile): readonly Downgrade[] {
  return [...assignedSchemes(file), ...file.tables.flatMap((table) => scrapedWithout(table, file))];
}

/** `scheme: http`, of what Prometheus scrapes. */
function scrapedWithout(table: Table, file: SourceFile): readonly Downgrade[] {
  const scheme = presentValue(get(table, 'scheme'));
  if (!scheme || literal(scheme) !== 'http' || !goesToCloudflare(table, file)) return [];
  return hostsIn(table, file)
    .slice(0, 1)
    .map((host) => ({ at: scheme.at, host }));
}

/** `url.protocol = 'http:'` where `url` is one of Cloudflare's. */
function assignedSchemes({ bindings }: SourceFile): readonly Downgrade[] {
  return bindings.flatMap(({ names, value }) => {
    const [variable, member] = names;
    if (names.length !== 2 || member !== 'protocol' || !/^http:?$/.test(literal(value) ?? '')) return [];
    const urls = bindings.filter((each) => each.names.length === 1 && each.names[0] === variable).flatMap((each) => textsOf(each.value));
    const host = urls.map((url) => urlHead(shape(url))?.host ?? '').find((each) => cloudflareHost(each) !== undefined);
    return host === undefined ? [] : [{ at: value.at, host }];
  });
}
