import { describe, expect, it } from 'vitest';
import { httpCommands } from '../../src/cloudflare/http-commands.js';
import { type Request, requests } from '../../src/facts/requests.js';
import { literal, shape } from '../../src/values.js';
import { shell } from '../read.js';
import { show } from '../show.js';

function last(script: string): Request {
  const request = requests(shell(script)).at(-1);
  if (!request) throw new Error('The script sends no request');
  return request;
}

function told(script: string): readonly string[] {
  const { client, method, urls, headers, body } = last(script);
  const sent = headers.map(({ name, value, scheme = '' }) => `${name}: ${scheme} ${literal(value) ?? show(value)}`.replace(':  ', ': '));
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
  ['curl', 'POST', '', '{ a: "1", b: "{}{}" }', `curl ${url} -F a=1 --form "b=$C$D"`],
  ['curl', 'GET', '', 'absent', `curl -G ${url} --data-urlencode name=a`],
  ['curl', 'HEAD', '', 'absent', `curl -I ${url}`],
  ['curl', 'PUT', '', '?', `curl -T file ${url}`],
  ['curl', 'DELETE', 'authorization: Bearer env.T', 'absent', `curl --oauth2-bearer "$T" --request DELETE ${url}`],
  ['curl', 'GET', 'authorization: Bearer t', 'absent', `curl -K - <<< 'url = "${url}"\nheader = "Authorization: Bearer t"'`],
  ['curl', 'GET', key, 'absent', `headers=(-H "X-Auth-Key: k")\ncurl "\${headers[@]}" ${url}`],
  ['curl', 'PATCH', key, 'absent', `api() { curl -H "X-Auth-Key: k" -X "$1" ${url}; }\napi PATCH`],
  ['curl', 'unknown', '', 'unknown', `curl "$@" ${url}`],
  ['wget', 'POST', key, '{ a: 1 }', `wget -qO- --header="X-Auth-Key: k" --post-data='{"a": 1}' ${url}`],
  ['wget', 'DELETE', key, 'absent', `wget --method DELETE --header 'X-Auth-Key: k' ${url}`],
  ['http', 'POST', key, '{ a: "b", c: ? }', `http POST ${url} X-Auth-Key:k a=b c:=1`],
  ['https', 'GET', 'authorization: Bearer t', 'absent', `https -A bearer -a t ${url}`],
  ['xh', 'PUT', key, '{ a: 1 }', `xh put ${url} X-Auth-Key:k --raw '{"a": 1}'`],
  ['xhs', 'POST', '', '{ a: 1 }', `echo '{"a": 1}' | xhs ${url}`],
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
    expect(told('curl "$HOST/client/v4"')[2]).toBe('{}/client/v4');
  });

  it.each([
    ['curl -sk https://a.example', 'k'],
    ['curl --insecure https://a.example', '--insecure'],
    ['wget --no-check-certificate https://a.example', '--no-check-certificate'],
    ['http --verify=no https://a.example', '--verify=no'],
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
    ['http --check-status https://a.example', true],
    ['xh https://a.example', true],
  ])('%s says whether it fails', (script, throws) => {
    expect(last(script).throws).toBe(throws);
  });

  it('are none where nothing is sent', () => {
    expect(requests(shell('curl --version; http --help; echo curl https://a.example'))).toEqual([]);
  });

  it('stand at the words', () => {
    const script = `curl -d "{\\"policies\\": [{\\"effect\\": \\"allow\\"}]}" ${url}`;
    const { body } = last(script);
    const policies = typeof body !== 'string' && body.kind === 'table' ? body.entries[0] : undefined;
    expect(script.slice(policies?.at.start, policies?.at.end)).toBe('\\"policies\\": [{\\"effect\\": \\"allow\\"}]');
  });
});
