import { describe, expect, it } from 'vitest';
import { httpCommands } from '../../../src/cloudflare/http/http-commands.js';
import type { Request } from '../../../src/facts/requests/request.js';
import { requests } from '../../../src/facts/requests/requests.js';
import { literal, place, shape } from '../../../src/source/values.js';
import { javascript, shell } from '../../models/program.js';
import { show } from '../../models/show.js';

function last(script: string): Request {
  const request = requests(shell(script)).at(-1);
  if (!request) throw new Error('The script sends no request');
  return request;
}

function told(script: string): readonly string[] {
  const { client, method, urls, headers, body } = last(script);
  const sent = headers.map(({ name, value, scheme = '', maybe }) =>
    `${name}${maybe ? '?' : ''}: ${scheme} ${literal(value) ?? show(value)}`.replace(':  ', ': '),
  );
  return [client, method, urls.map(shape).join(' | '), sent.join(', '), typeof body === 'string' ? body : show(body)];
}

const url = 'https://api.cloudflare.com/client/v4/zones';
const key = 'x-auth-key: k';

const table: readonly (readonly [client: keyof typeof httpCommands, method: string, headers: string, body: string, script: string])[] = [
  ['curl', 'GET', key, 'absent', `curl ${url} -H "X-Auth-Key: k"`],
  ['curl', 'GET', key, 'absent', `curl -sSL --header 'X-Auth-Key:k' --url "${url}" --max-time 10 -o out.json`],
  ['curl', 'POST', key, '{ a: 1 }', `curl -XPOST ${url} -H"X-Auth-Key: k" -d '{"a": 1}'`],
  ['curl', 'POST', key, '{ a: "{}" }', `curl ${url} -H "X-Auth-Key: k" --data "{\\"a\\": \\"$A\\"}"`],
  ['curl', 'POST', key, '{ a: env.A, b: [1, env.B, ...] }', `curl ${url} -H "X-Auth-Key: k" --json '{"a":'$A', "b": [1, '"$B"']}'`],
  ['curl', 'PUT', key, '{ a: "b" }', `curl -X PUT ${url} -H "X-Auth-Key: k" --data-binary @- <<EOF\n{"a": "b"}\nEOF`],
  ['curl', 'POST', '', '{ secret: env.S, response: "r" }', `curl ${url} -d "secret=$S&response=r"`],
  ['curl', 'POST', '', '{ key: "a", file.name: "22", c: "" }', `curl ${url} -d 'key=a&file.name=22&c='`],
  ['curl', 'POST', '', '"note to a=b"', `curl ${url} -d 'note to a=b'`],
  ['curl', 'POST', '', '"a=b&c"', `curl ${url} -d 'a=b&c'`],
  ['curl', 'POST', '', '{ secret: env.S, response: "r" }', `curl ${url} -d secret=$S -d response=r`],
  ['curl', 'POST', '', '"{}&a=1"', `curl ${url} -d @fields.txt -d a=1`],
  ['curl', 'POST', '', '{ a: 1 }', `curl ${url} --json '{"a":' --json '1}'`],
  ['curl', 'POST', '', 'env.BODY', `curl ${url} -d "$BODY"`],
  ['curl', 'POST', '', '?', `curl ${url} -d @- `],
  ['curl', 'POST', '', '?', `curl ${url} -d @zone.json <<< '{"a": 1}'`],
  ['curl', 'GET', '', 'absent', `echo '{"a": 1}' | curl ${url}`],
  ['curl', 'POST', '', '{ a: "1", b: "{}{}" }', `curl ${url} -F a=1 --form "b=$C$D"`],
  ['curl', 'GET', '', 'absent', `curl -G ${url} --data-urlencode name=a`],
  ['curl', 'HEAD', '', 'absent', `curl -I ${url}`],
  ['curl', 'DELETE', '', 'absent', `curl -X POST ${url} -X delete`],
  ['curl', 'unknown', '', 'absent', `curl -X "$METHOD" ${url}`],
  ['curl', 'GET', key, 'absent', `curl ${url} -H 'X-Auth-Key : k'`],
  ['curl', 'GET', key, 'absent', `curl ${url} -H 'X-Auth-Key:  k'`],
  [
    'curl',
    'GET',
    'x-auth-key?: b, x-auth-key?: a',
    'absent',
    `if old; then H="X-Auth-Key: a"; else H="X-Auth-Key: b"; fi\ncurl ${url} -H "$H"`,
  ],
  [
    'curl',
    'GET',
    'authorization?: Bearer k, x-auth-key?: k',
    'absent',
    `K=k; if old; then H="X-Auth-Key:"; else H="Authorization: Bearer"; fi\ncurl ${url} -H "$H $K"`,
  ],
  ['curl', 'PUT', '', '?', `curl -T file ${url}`],
  ['curl', 'DELETE', 'authorization: Bearer env.T', 'absent', `curl --oauth2-bearer "$T" --request DELETE ${url}`],
  ['curl', 'GET', 'authorization: Bearer t', 'absent', `curl -K - <<< 'url = "${url}"\nheader = "Authorization: Bearer t"'`],
  ['curl', 'GET', key, 'absent', `headers=(-H "X-Auth-Key: k")\ncurl "\${headers[@]}" ${url}`],
  ['curl', 'PATCH', key, 'absent', `api() { curl -H "X-Auth-Key: k" -X "$1" ${url}; }\napi PATCH`],
  ['curl', 'unknown', '', 'unknown', `curl "$@" ${url}`],
  ['wget', 'POST', key, '{ a: 1 }', `wget -qO- --header="X-Auth-Key: k" --post-data='{"a": 1}' ${url}`],
  ['wget', 'DELETE', key, 'absent', `wget --method DELETE --header 'X-Auth-Key: k' ${url}`],
  ['wget', 'POST', '', '?', `wget --post-file=zone.json ${url}`],
  ['http', 'POST', key, '{ a: "b", c: ? }', `http POST ${url} X-Auth-Key:k a=b c:=1`],
  ['http', 'POST', 'x-auth-key: k=1', '{ a: { b: 1 } }', `http ${url} X-Auth-Key:k=1 a:='{"b": 1}' page==2`],
  ['http', 'GET', '', 'absent', `http -A digest -a user:password ${url}`],
  ['http', 'POST', '', '"text"', `echo text | http POST ${url}`],
  ['http', 'POST', '', 'env.BODY', `echo "$BODY" | http ${url}`],
  ['https', 'GET', 'authorization: Bearer t', 'absent', `https -A bearer -a t ${url}`],
  ['xh', 'PUT', key, '{ a: 1 }', `xh put ${url} X-Auth-Key:k --raw '{"a": 1}'`],
  ['xhs', 'POST', '', '{ a: 1 }', `echo '{"a": 1}' | xhs ${url}`],
  ['mcp-remote', 'GET', 'authorization: Bearer t', 'absent', `mcp-remote ${url} --header "Authorization: Bearer t"`],
];

describe('requests of commands', () => {
  it.each(table)('%s %s %s %s', (client, method, headers, body, script) => {
    expect(told(script)).toEqual([client, method, url, headers, body]);
  });

  it('are shown for every command', () => {
    expect([...new Set(table.map(([client]) => client))].sort()).toEqual(Object.keys(httpCommands).sort());
  });

  it('take the command’s scheme where none is written', () => {
    expect(told('curl api.cloudflare.com/client/v4')[2]).toBe('http://api.cloudflare.com/client/v4');
    expect(told('xhs api.cloudflare.com/client/v4')[2]).toBe('https://api.cloudflare.com/client/v4');
    expect(told('xh api.cloudflare.com:8443/client name=a')[2]).toBe('http://api.cloudflare.com:8443/client');
    expect(told('curl api.cloudflare.com?a')[2]).toBe('http://api.cloudflare.com?a');
    expect(told('curl api.cloudflare.com')[2]).toBe('http://api.cloudflare.com');
    expect(told('curl "$HOST/client/v4"')[2]).toBe('{}/client/v4');
    expect(told('curl "$URL"')[2]).toBe('{}');
    expect(told('curl "https://$ZONE.example.com/v4"')[2]).toBe('https://{}.example.com/v4');
    expect(told('curl "$ZONE.example.com/v4"')[2]).toBe('{}.example.com/v4');
    expect(told('http localhost')[2]).toBe('localhost');
  });

  it('go to every address that curl is given', () => {
    expect(told(`curl localhost ${url} --url https://b.example -H 'X-Auth-Key: k'`)).toEqual([
      'curl',
      'GET',
      `https://b.example | localhost | ${url}`,
      key,
      'absent',
    ]);
  });

  it.each([
    ['curl -G https://a.example -d name=a -d "status=$S"', '{ name: "a", status: env.S }'],
    ['http https://a.example page==2 "token==$T" name=a X-Auth-Key:aGk==', '"2", env.T'],
    ['curl https://a.example -d name=a', ''],
  ])('%s says what is added to the URL', (script, expected) => {
    expect(
      last(script)
        .query.map((value) => show(value))
        .join(', '),
    ).toBe(expected);
  });

  it.each([
    ['curl -K secrets.cfg https://a.example', true],
    ['curl -K - https://a.example', true],
    ['curl -K "$CONFIG" https://a.example <<< "header = \'A: b\'"', true],
    ['curl -K - https://a.example <<< "max-time = 10"', false],
    ['curl -H @headers.txt -H "A: b" https://a.example', true],
    ['curl -H "$HEADER" https://a.example', true],
    ['curl -H "A: b" https://a.example', false],
    ['http https://a.example name=a', false],
  ])('%s says whether there may be more headers', (script, expected) => {
    expect(last(script).headersOpen).toBe(expected);
  });

  it.each([
    ['curl -sk https://a.example', 'k'],
    ['curl --insecure https://a.example', '--insecure'],
    ['wget --no-check-certificate https://a.example', '--no-check-certificate'],
    ['http --verify=no https://a.example', '--verify=no'],
    ['http --verify false https://a.example', '--verify'],
    ['http --verify=no-root.pem https://a.example', ''],
    ['http --verify=root-no https://a.example', ''],
    ['curl -s https://a.example', ''],
  ])('%s says whether the certificate is checked', (script, expected) => {
    expect(
      last(script)
        .insecureTls.map(({ start, end }) => script.slice(start, end))
        .join(' '),
    ).toBe(expected);
  });

  it.each([
    ['curl -f https://a.example', true],
    ['curl https://a.example', false],
    ['wget https://a.example', true],
    ['wget --content-on-error https://a.example', false],
    ['http --check-status https://a.example', true],
    ['xh https://a.example', true],
    // only says when to stop, not what counts as a failure
    ['curl --fail-early https://a.example https://b.example', false],
  ])('%s says whether it fails', (script, throws) => {
    expect(last(script).throws).toBe(throws);
  });

  it('are none where nothing is sent', () => {
    expect(requests(shell('curl --version; http --help; echo curl https://a.example'))).toEqual([]);
    expect(requests(javascript(`import { curl } from './curl.js'; curl('https://a.example'); bash.curl('https://a.example');`))).toEqual(
      [],
    );
  });

  it('are sent without an address that can be seen', () => {
    expect(told('curl -H "X-Auth-Key: k"')).toEqual(['curl', 'GET', '', key, 'absent']);
  });

  it('stand at the words', () => {
    const script = `curl -d "{\\"policies\\": [{\\"effect\\": \\"allow\\"}]}" ${url}`;
    const { body } = last(script);
    const policies = typeof body !== 'string' && body.kind === 'table' ? body.entries[0] : undefined;
    expect(script.slice(policies?.at.start, policies?.at.end)).toBe('\\"policies\\": [{\\"effect\\": \\"allow\\"}]');
    const [address] = last('curl api.cloudflare.com/zones').urls;
    expect(address && place(address, 0, 'http://'.length)).toEqual({ start: 5, end: 29 });
  });
});
