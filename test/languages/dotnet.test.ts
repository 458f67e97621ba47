/** Authorization headers that programs for .NET make of a scheme and a token. */
import { describe, expect, it } from 'vitest';
import { alphabets, characters, random } from '../made-up/credentials.js';
import { found } from './found.js';

const token = characters(40, alphabets.base62, random(11));
const api = 'https://api.cloudflare.com/client/v4/';

const programs: readonly (readonly [path: string, code: string, line: number])[] = [
  [
    'a.cs',
    `var c = new HttpClient { BaseAddress = new Uri("${api}") };\nc.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TOKEN);`,
    2,
  ],
  [
    'a.cs',
    `var c = new HttpClient();\nc.BaseAddress = new Uri("${api}");\nc.DefaultRequestHeaders.Authorization = new("Bearer", TOKEN);`,
    3,
  ],
  [
    'a.vb',
    `Dim c As New HttpClient With {.BaseAddress = New Uri("${api}")}\nc.DefaultRequestHeaders.Authorization = New AuthenticationHeaderValue("Bearer", TOKEN)`,
    2,
  ],
  [
    'a.fs',
    `let c = new HttpClient(BaseAddress = Uri "${api}")\nc.DefaultRequestHeaders.Authorization <- AuthenticationHeaderValue("Bearer", TOKEN)`,
    2,
  ],
  [
    'a.ps1',
    `$c = [System.Net.Http.HttpClient]::new()\n$c.BaseAddress = "${api}"\n$c.DefaultRequestHeaders.Authorization = [System.Net.Http.Headers.AuthenticationHeaderValue]::new("Bearer", TOKEN)`,
    3,
  ],
  [
    'a.ps1',
    `$c = New-Object System.Net.Http.HttpClient\n$c.DefaultRequestHeaders.Authorization = New-Object System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", TOKEN)\n$z = $c.GetStringAsync("${api}zones").Result`,
    2,
  ],
];

describe.each(programs)('%s: %s', (path, code, line) => {
  const written = code.replace('TOKEN', `"${token}"`);

  it('a token that is written in it', () => {
    expect(found(path, `\n${written}`)).toEqual([`${String(line)} no-hardcoded-credentials`]);
  });

  it('a token that is read or left out', () => {
    expect(found(path, `${code.replace('TOKEN', 'token')}\n`)).toEqual([]);
    expect(found(path, `${code.replace('TOKEN', '"<your token>"')}\n`)).toEqual([]);
  });

  it('a token of another service', () => {
    const mark = path.endsWith('.vb') || path.endsWith('.ps1') ? "# ' " : '// ';
    expect(found(path, `${written.replace(api, 'https://api.github.com/')}\n${mark}behind Cloudflare\n`)).toEqual([]);
  });
});

it.each([
  ['a.ps1', `$r = $c.GetAsync("${api}zones").Result\n$null = $r.EnsureSuccessStatusCode()\n`],
  ['a.vb', `Dim r = Await c.GetAsync("${api}zones")\nr.EnsureSuccessStatusCode()\n`],
])('a response that is checked: %s', (path, code) => {
  expect(found(path, code)).toEqual([]);
});
