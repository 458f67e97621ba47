/** Command-line HTTP clients and their options, one row each. Clients used by programs are rows in `http-clients.ts`. */

/** The meaning of an option's value. */
export type Valued =
  | 'url'
  | 'method'
  | 'header'
  /** A literal part of the body, or `@` and the name of a file; several are joined with `&`. */
  | 'data'
  | 'json'
  /** `name=value`, one field of the body. */
  | 'field'
  /** A token that is sent as `Authorization: Bearer …`. */
  | 'bearer'
  /** A file with options, `-` for standard input. */
  | 'config'
  | 'upload'
  /** How `credentials` are sent, and the credentials themselves. */
  | 'scheme'
  | 'credentials'
  | 'verify'
  /** Not relevant here. */
  | 'other';

/** The effect of an option without a value; `shows`: prints the request with its headers. */
export type Switch = 'insecure' | 'fails' | 'passes' | 'asQuery' | 'head' | 'asForm' | 'shows';

export interface HttpCommand {
  readonly valued: ReadonlyMap<string, Valued>;
  readonly switches: ReadonlyMap<string, Switch>;
  /** The default scheme of a URL without one. */
  readonly scheme: 'http' | 'https';
  /** Whether it fails when the status is not 2xx. */
  readonly throws: boolean;
  /** Whether arguments after the URL are headers (`Name:value`) and fields (`name=value`), and one before it the method. */
  readonly items: boolean;
}

function named<T extends string>(options: Readonly<Partial<Record<T, string>>>): ReadonlyMap<string, T> {
  return new Map(
    Object.entries(options).flatMap(([meaning, names]) =>
      String(names)
        .split(' ')
        .map((name) => [name, meaning as T]),
    ),
  );
}

/** https://curl.se/docs/manpage.html, read at curl 8.17 */
const curl: HttpCommand = {
  valued: named<Valued>({
    url: '--url',
    method: '-X --request',
    header: '-H --header',
    data: '-d --data --data-ascii --data-binary --data-raw',
    json: '--json',
    field: '-F --form --form-string --data-urlencode',
    bearer: '--oauth2-bearer',
    config: '-K --config',
    upload: '-T --upload-file',
    other: [
      '-A -b -c -C -D -e -E -h -m -o -P -Q -r -t -u -U -w -x -y -Y -z --abstract-unix-socket --alt-svc --aws-sigv4 --cacert --capath --cert',
      '--cert-type --ciphers --connect-timeout --connect-to --continue-at --cookie --cookie-jar --create-file-mode --crlfile --curves --delegation',
      '--dns-interface --dns-servers --doh-url --dump-header --ech --engine --etag-compare --etag-save --expect100-timeout --happy-eyeballs-timeout-ms',
      '--haproxy-clientip --help --hostpubmd5 --hsts --interface --ip-tos --ipfs-gateway --keepalive-time --key --key-type --libcurl --limit-rate',
      '--local-port --login-options --max-filesize --max-redirs --max-time --netrc-file --noproxy --output --output-dir --parallel-max --pass --pinnedpubkey',
      '--preproxy --proto --proto-default --proto-redir --proxy --proxy-cacert --proxy-cert --proxy-header --proxy-key --proxy-pass --proxy-user --proxy1.0',
      '--pubkey --quote --random-file --range --rate --referer --request-target --resolve --retry --retry-delay --retry-max-time --service-name --socks4',
      '--socks4a --socks5 --socks5-hostname --speed-limit --speed-time --stderr --tls-max --tls13-ciphers --tlsuser --trace --trace-ascii --trace-config',
      '--unix-socket --url-query --user --user-agent --variable --expand-data --write-out',
    ].join(' '),
  }),
  switches: named<Switch>({
    insecure: '-k --insecure',
    fails: '-f --fail --fail-with-body',
    asQuery: '-G --get',
    head: '-I --head',
    shows: '-v --verbose',
  }),
  scheme: 'http',
  throws: false,
  items: false,
};

/** https://www.gnu.org/software/wget/manual/wget.html, 1.25 */
const wget: HttpCommand = {
  valued: named<Valued>({
    method: '--method',
    header: '--header',
    data: '--post-data --body-data',
    upload: '--post-file --body-file',
    other: [
      '-a -A -B -D -e -i -I -l -o -O -P -Q -R -t -T -U -w -X --append-output --base --bind-address --ca-certificate --ca-directory --certificate',
      '--config --connect-timeout --directory-prefix --dns-timeout --domains --execute --input-file --level --limit-rate --load-cookies --output-document',
      '--output-file --password --private-key --proxy-password --proxy-user --read-timeout --referer --reject --save-cookies --secure-protocol --timeout',
      '--tries --user --user-agent --wait --waitretry --http-user --http-password --max-redirect',
    ].join(' '),
  }),
  switches: named<Switch>({ insecure: '--no-check-certificate', passes: '--content-on-error', shows: '-d --debug' }),
  scheme: 'http',
  throws: true,
  items: false,
};

/** https://httpie.io/docs/cli, 3.2 */
const httpie: HttpCommand = {
  valued: named<Valued>({
    data: '--raw',
    scheme: '-A --auth-type',
    credentials: '-a --auth',
    verify: '--verify',
    other:
      '-o --output -p --print -s --style --session --session-read-only --timeout --proxy --cert --cert-key --ssl --ciphers --max-redirects --default-scheme --pretty --boundary --response-charset --response-mime --format-options --max-headers',
  }),
  switches: named<Switch>({ fails: '--check-status', asForm: '-f --form --multipart', shows: '-v --verbose -vv' }),
  scheme: 'http',
  throws: false,
  items: true,
};

/** https://github.com/ducaale/xh, 0.25: HTTPie's options, but it fails on errors */
const xh: HttpCommand = { ...httpie, throws: true };

/** https://github.com/geelen/mcp-remote, 0.1 */
const mcpRemote: HttpCommand = {
  valued: named<Valued>({
    header: '--header',
    other: '--transport --host --resource --auth-timeout --static-oauth-client-metadata --static-oauth-client-info --ignore-tool',
  }),
  switches: named<Switch>({ shows: '--debug' }),
  scheme: 'https',
  throws: true,
  items: false,
};

export const httpCommands: Readonly<Record<string, HttpCommand>> = {
  curl,
  wget,
  http: httpie,
  https: { ...httpie, scheme: 'https' },
  xh,
  xhs: { ...xh, scheme: 'https' },
  'mcp-remote': mcpRemote,
};
