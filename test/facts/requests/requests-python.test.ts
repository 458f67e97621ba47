import { describe, expect, it } from 'vitest';
import { pythonClients } from '../../../src/cloudflare/http/python-clients.js';
import { requests } from '../../../src/facts/requests/requests.js';
import { readPython } from '../../../src/languages/python/index.js';
import { literal, shape } from '../../../src/source/values.js';

/** The last request that is sent, or is made and sent elsewhere. */
function told(code: string): readonly string[] {
  const all = requests(readPython(code, 'program.py'));
  const request = all.findLast(({ isDefaults }) => !isDefaults) ?? all.at(-1);
  if (!request) throw new Error('The program sends no request');
  const { client, method, urls, headers, body } = request;
  const sent = headers.map(({ name, value }) => `${name}: ${literal(value) ?? value.kind}`);
  return [client, method, urls.map(shape).join(' | '), sent.join(', '), typeof body === 'string' ? body : body.kind];
}

const url = 'https://api.cloudflare.com/client/v4/zones';
const U = `"${url}"`;
const H = '{"X-Auth-Key": "k"}';

const table: readonly (readonly [client: keyof typeof pythonClients, method: string, body: string, code: string])[] = [
  ['python-requests', 'GET', 'absent', `import requests\nrequests.get(${U}, headers=${H})`],
  ['python-requests', 'POST', 'table', `import requests\nrequests.post(${U}, json={"a": 1}, headers=${H})`],
  ['python-requests', 'PUT', 'table', `from requests import Session\ns = Session()\ns.headers.update(${H})\ns.put(${U}, json={"a": 1})`],
  ['httpx', 'DELETE', 'absent', `import httpx\nclient = httpx.Client(headers=${H})\nclient.delete(${U})`],
  [
    'python-requests',
    'PUT',
    'table',
    `import requests\nr = requests.Request("PUT", ${U}, json={"a": 1}, headers=${H}).prepare()\nrequests.Session().send(r)`,
  ],
  ['httpx', 'PUT', 'absent', `import httpx\nr = httpx.Request("PUT", ${U}, headers=${H})\nwith httpx.Client() as c:\n  c.send(r)`],
  ['httpx', 'GET', 'absent', `import httpx\nc = httpx.Client(headers=${H})\nr = c.build_request("GET", ${U})\nc.send(r)`],
  ['aiohttp', 'PATCH', 'table', `import aiohttp\nsession = aiohttp.ClientSession(headers=${H})\nsession.patch(${U}, json={"a": 1})`],
  ['python-session', 'PUT', 'table', `def put(session):\n  session.put(${U}, json={"a": 1}, headers=${H})`],
  ['urllib', 'DELETE', 'absent', `import urllib.request\nreq = urllib.request.Request(${U}, headers=${H}, method="DELETE")`],
  ['urllib3', 'GET', 'absent', `import urllib3\nhttp = urllib3.PoolManager()\nhttp.request("GET", ${U}, headers=${H})`],
];

describe('every HTTP client of Python', () => {
  it.each(table)('%s %s, body %s: %s', (client, method, body, code) => {
    expect(told(code)).toEqual([client, method, url, 'x-auth-key: k', body]);
  });

  it('has a program above', () => {
    expect([...new Set(table.map(([client]) => client))].sort()).toEqual(Object.keys(pythonClients).sort());
  });
});
