import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../../src/cloudflare/tokens/addresses.js';
import {
  apiPath,
  cloudflareHost,
  endsLikeApi,
  isLoopback,
  isExampleHost,
  isOwnHost,
  mayBeApi,
  secureScheme,
  urlHead,
} from '../../../src/cloudflare/http/hosts.js';

it.each([
  ['https://api.cloudflare.com/client/v4/zones', ['https', 'api.cloudflare.com', '/client/v4/zones']],
  ['HTTP://API.Cloudflare.com:80/a?b#c', ['http', 'api.cloudflare.com', '/a?b#c']],
  ['https://user:pass@{}.r2.cloudflarestorage.com/b', ['https', '{}.r2.cloudflarestorage.com', '/b']],
  ['http://[::1]:8787/x', ['http', '[::1]', '/x']],
  ['wss://{}', ['wss', '{}', '']],
  ['  git+ssh://git@github.com/acme/shop', ['git+ssh', 'github.com', '/acme/shop']],
  ['s3://backups/2026/', ['s3', 'backups', '/2026/']],
  ['http://localhost:{}/zones', ['http', 'localhost', '/zones']],
  // what fills a hole behind a whole host is a path
  ['https://api.cloudflare.com{}', ['https', 'api.cloudflare.com', '{}']],
  ['http://127.0.0.1{}?a', ['http', '127.0.0.1', '{}?a']],
  ['http://localhost{}/zones', ['http', 'localhost', '{}/zones']],
  ['http://[::1]{}', ['http', '[::1]', '{}']],
  ['https://api{}', ['https', 'api{}', '']],
  ['https://api.{}', ['https', 'api.{}', '']],
  ['https://api.cloudflare.com/@me', ['https', 'api.cloudflare.com', '/@me']],
  ['https://api.cloudflare.com?to=a@b.example', ['https', 'api.cloudflare.com', '?to=a@b.example']],
  ['https://api.cloudflare.com#a@b.example', ['https', 'api.cloudflare.com', '#a@b.example']],
  ['https://api.cloudflare.com -u a@b.example', ['https', 'api.cloudflare.com', ' -u a@b.example']],
])('the head of %s', (url, [scheme, host, path]) => {
  expect(urlHead(url)).toEqual({ scheme, host, path });
});

it.each([
  '/zones',
  '{}/zones',
  'api.cloudflare.com/client/v4',
  'mailto:a@example.com',
  'see https://api.cloudflare.com',
  '{}http://api.cloudflare.com',
  '',
])('%s has no head', (url) => {
  expect(urlHead(url)).toBeUndefined();
});

describe('secureScheme', () => {
  it.each([
    ['http://api.cloudflare.com/client/v4', 'https'],
    ['ws://api.cloudflare.com/client/v4', 'wss'],
    ['http://team.cloudflareaccess.com/cdn-cgi/access/certs', 'https'],
    ['http://{}.r2.cloudflarestorage.com', 'https'],
    ['http://challenges.cloudflare.com/turnstile/v0/siteverify', 'https'],
    ['http://gateway.ai.cloudflare.com/v1/a/b/openai', 'https'],
    ['rtmp://live.cloudflare.com:1935/live/', 'rtmps'],
    ['http://cloudflare-dns.com/dns-query?name=a', 'https'],
    ['http://www.cloudflare.com/api_json.html', 'https'],
    ['http://dash.cloudflare.com/oauth2/auth', 'https'],
  ])('%s ought to be %s', (url, scheme) => {
    expect(secureScheme(urlHead(url) ?? { scheme: '', host: '', path: '' })).toBe(scheme);
  });

  it.each([
    'https://api.cloudflare.com/client/v4',
    'http://localhost:8787',
    'http://www.cloudflare.com/cdn-cgi/trace',
    'http://example.com',
    'http://notapi.cloudflare.com.example.org',
    'http://cloudflare-dns.com/',
    'http://dash.cloudflare.com/?to=/:account/workers',
    'ftp://api.cloudflare.com/',
    'ws://challenges.cloudflare.com/',
  ])('%s may stay', (url) => {
    expect(secureScheme(urlHead(url) ?? { scheme: '', host: '', path: '' })).toBeUndefined();
  });
});

it.each([
  ['https://api.cloudflare.com/client/v4/zones', true],
  ['https://api.cloudflare.com{}', true],
  ['{}/zones', true],
  ['https://api.cloudflare.com/other', false],
  ['https://dash.cloudflare.com{}', false],
])('%s may be of the API: %s', (url, expected) => {
  expect(mayBeApi(url)).toBe(expected);
});

it.each([
  ['{}/zones/{}/dns_records', true],
  ['{}/client/v4/ips', true],
  ['{}/accounts?page=1', true],
  ['/user', true],
  ['{}/users/1', false],
  ['{}/repos', false],
])('%s ends like a URL of the API: %s', (url, expected) => {
  expect(endsLikeApi(url)).toBe(expected);
});

it('knows its hosts whole', () => {
  expect(cloudflareHost('api.cloudflare.com')).toBeDefined();
  expect(cloudflareHost('api.cloudflare.com.example.org')).toBeUndefined();
  expect(cloudflareHost('evil-api.cloudflare.com')).toBeUndefined();
});

it.each(['localhost', 'app.localhost', '127.0.0.1', '127.12.250.3', '[::1]', '[::]', '0.0.0.0', 'host.docker.internal'])(
  '%s is this machine',
  (host) => {
    expect(isLoopback(host)).toBe(true);
  },
);

it.each(['mylocalhost', 'localhost.acme.net', '127.0.0', '127.0.0.1.nip.io', '128.0.0.1', '[2001:db8::1]', 'acme.net', ''])(
  '"%s" is another machine',
  (host) => {
    expect(isLoopback(host)).toBe(false);
  },
);

describe("a user's own host", () => {
  it.each([
    'shop.acme.workers.dev',
    'shop.pages.dev',
    'red-fox.trycloudflare.com',
    'cloudflare.com',
    'api.cloudflare.com',
    'shop.test',
    'printer.local',
    'metadata.google.internal',
    'nas.lan',
    'docker',
    'api-gateway',
    '10.0.0.5',
    '172.16.3.4',
    '192.168.1.2',
  ])('%s', (host) => {
    expect(isOwnHost(host)).toBe(true);
  });

  it.each([
    'acme.net',
    'notexample.com',
    'example.com.acme.net',
    'cloudflare.com.acme.net',
    'acme.contest',
    'workers.dev.acme.net',
    '11.0.0.5',
    '172.32.0.1',
    '',
  ])('not %s', (host) => {
    expect(isOwnHost(host)).toBe(false);
  });
});

describe('a host that stands for any other', () => {
  it.each(['example.com', 'api.example.org', 'shop.example', 'shop.invalid'])('%s', (host) => {
    expect(isExampleHost(host)).toBe(true);
    expect(isOwnHost(host)).toBe(false);
  });

  it.each(['acme.net', 'notexample.com', 'example.com.acme.net', 'shop.test'])('not %s', (host) => {
    expect(isExampleHost(host)).toBe(false);
  });
});

it.each([
  ['https://api.cloudflare.com/client/v4/zones/{}/dns_records?per_page=5', '/zones/{}/dns_records'],
  ['https://api.cloudflare.com/client/v4', '/'],
  ['https://api.cloudflare.com/client/v4?page=2', '/'],
  ['https://api.cloudflare.com/client/v4/zones#top', '/zones'],
  ['https://api.staging.cloudflare.com/client/v4/zones', '/zones'],
  ['https://api{}.cloudflare.com/client/v4/zones', '/zones'],
  ['https://api.cloudflare.com.acme.net/client/v4/zones', undefined],
  ['https://my-api.cloudflare.com/client/v4/zones', undefined],
  ['https://api.cloudflare.com/v1/client/v4/zones', undefined],
  ['/client/v4/zones', undefined],
  ['https://api.cloudflare.com/other', undefined],
  ['https://example.com/client/v4/zones', undefined],
])('the path of %s', (url, path) => {
  expect(apiPath(url)).toBe(path);
});

it.each([
  ['192.0.2.0/24', { family: 4, prefix: 24 }],
  ['192.0.2.1/32', { family: 4, prefix: 32 }],
  [' 2001:DB8::/33 ', { family: 6, prefix: 33 }],
  ['2001:db8::1/128', { family: 6, prefix: 128 }],
  ['0.0.0.0/0', { family: 4, prefix: 0 }],
  ['192.0.2.0/33', undefined],
  ['2001:db8::/129', undefined],
  ['999.0.2.0/24', undefined],
  ['192.0.2.0', undefined],
  ['192.0.2.0/all', undefined],
  ['office: 192.0.2.0/24', undefined],
  ['192.0.2.0/24, 198.51.100.0/24', undefined],
])('the range that %s is', (text, range) => {
  expect(rangeOf(text)).toEqual(range);
});
