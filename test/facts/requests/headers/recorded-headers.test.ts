import { describe, expect, it } from 'vitest';
import { recordedHeaders } from '../../../../src/facts/requests/headers/recorded-headers.js';
import { readByPath } from '../../../../src/languages/register.js';
import { show } from '../../../models/show.js';

function read(path: string, text: string): readonly string[] {
  return recordedHeaders(readByPath(text, path).file).flatMap((together) =>
    together.map(({ name, value, scheme = '' }) => [name, scheme, show(value)].filter(Boolean).join(' ')),
  );
}

const url = 'https://api.cloudflare.com/client/v4/zones';

describe('headers that a file of data says were sent to Cloudflare', () => {
  it.each<readonly [path: string, text: string, expected: readonly string[]]>([
    ['a.har', `{"request": {"url": "${url}", "headers": [{"name": "Authorization", "value": "Bearer a"}]}}`, ['authorization "Bearer a"']],
    ['a.har', '{"request": {"url": "https://a.example/", "headers": [{"name": "Authorization", "value": "Bearer a"}]}}', []],
    ['a.yml', `request:\n  uri: ${url}\n  headers:\n    Authorization:\n    - Bearer a\n`, ['authorization "Bearer a"']],
    ['a.yaml', `url: ${url}\nauthentication:\n  type: bearer\n  token: a\n`, ['authorization Bearer "a"']],
    [
      'a.json',
      `{"auth": {"type": "bearer", "bearer": [{"key": "token", "value": "a"}]}, "item": [{"request": {"url": {"raw": "${url}"}}}]}`,
      ['authorization Bearer "a"'],
    ],
    ['a.js', `const a = { url: '${url}', headers: { Authorization: 'Bearer a' } };`, []],
  ])('%s: %s', (path, text, expected) => {
    expect(read(path, text)).toEqual(expected);
  });
});
