import { describe, expect, it } from 'vitest';
import { type CredentialId, credentialIds, credentialKinds } from '../../../src/cloudflare/credentials/formats.js';
import { judge, masked, credentialMatches } from '../../../src/cloudflare/credentials/judge.js';
import { isPlaceholder } from '../../../src/cloudflare/credentials/placeholder.js';
import { alphabets, characters, prefixed, random } from '../../made-up/credentials.js';
import { sampled } from '../../made-up/scale.js';

const next = random(5);
const hex = (count: number): string => characters(count, alphabets.hex, next);
const base64url = (count: number): string => characters(count, alphabets.base64url, next);
const uuid = (): string => [8, 4, 4, 4, 12].map(hex).join('-');
const base64 = (value: string): string => Buffer.from(value).toString('base64');
const tunnel = (): string => base64(JSON.stringify({ a: hex(32), t: uuid(), s: base64(base64url(32)) }));
const hook = (path: string): string => `https://api.cloudflare.com/client/v4/${path}/deploy_hooks/${uuid()}`;
const certificate = (): string =>
  `-----BEGIN ARGO TUNNEL TOKEN-----\n${base64url(60).replaceAll('-', '+').replaceAll('_', '/')}\n-----END ARGO TUNNEL TOKEN-----`;

/** Values by the kind they are, each in every form that the kind has. */
const made: Readonly<Record<CredentialId, readonly (() => string)[]>> = {
  'global-api-key': [() => prefixed('cfk_', next), () => hex(37), () => hex(45)],
  'user-api-token': [() => prefixed('cfut_', next)],
  'account-api-token': [() => prefixed('cfat_', next)],
  'api-token': [() => base64url(40)],
  'oauth-token': [() => `cfoat_${base64url(43)}.${base64url(43)}`, () => `${base64url(43)}.${base64url(43)}`],
  'oauth-refresh-token': [() => `${base64url(43)}.${base64url(43)}`],
  'origin-ca-key': [() => `v1.0-${hex(24)}-${hex(146)}`],
  'access-client-secret': [() => prefixed('cfast_', next), () => hex(64)],
  'tunnel-token': [tunnel],
  'tunnel-secret': [() => base64(base64url(32))],
  'tunnel-certificate': [certificate],
  'deploy-hook': [() => hook('pages/webhooks'), () => hook('workers/builds')],
  'r2-secret-access-key': [() => hex(64)],
  'turnstile-secret-key': [() => `0x4AAAAAAA${base64url(25)}`, () => `0x4${base64url(31)}`],
  'stream-signing-key': [
    () => base64(`-----BEGIN RSA PRIVATE KEY-----\n${base64url(400)}`),
    () => base64(`{"use":"sig","kty":"RSA","n":"${base64url(200)}"}`),
  ],
  'stream-live-key': [() => `rtmps://live.cloudflare.com:443/live/${hex(65)}`, () => hex(65)],
  'images-signing-key': [() => `${characters(32, alphabets.base62, next)}=`],
  'realtime-secret': [() => hex(64)],
  'hyperdrive-connection-string': [() => `postgres://app:${base64url(20)}@db.internal.net:5432/app`],
};

describe('every kind', () => {
  const provesItself = /^(?:cf(?:k|ut|at|ast)_|eyJhIjoi)/;
  it.each(credentialIds)('%s is known by its place', (kind) => {
    for (const make of made[kind])
      for (let count = 0; count < 50; count += 1) {
        const value = make();
        const verdict = provesItself.test(value) ? 'real' : 'plausible';
        expect([value, judge(value, kind)]).toEqual([value, { kind, verdict }]);
      }
  });

  const selfEvident = credentialIds.filter((kind) => credentialKinds[kind].forms.some(({ anywhere }) => anywhere));
  it.each(selfEvident)('%s is known in the middle of any text', (kind) => {
    const value = made[kind][0]?.() ?? '';
    const text = `curl -d '${value}' # "${value}"`;
    const found = credentialMatches(text).map((sighting) => [sighting.kind, text.slice(sighting.start, sighting.end)]);
    expect(found.map(([which]) => which)).toEqual([kind, kind]);
    for (const [, seen = ''] of found) expect(value.startsWith(seen)).toBe(true);
  });

  it.each(credentialIds)('%s shows no more than four of its own characters', (kind) => {
    for (const make of made[kind]) {
      const value = make();
      const shown = masked(value).replace('…', '');
      const published =
        /^(?:cf(?:k|ut|at|ast|oat)_|v1\.0-|eyJ|0x4|-----BEGIN ARGO TUNNEL TOKEN-----|https:\/\/|rtmps:\/\/|postgres:\/\/)/.exec(value)?.[0];
      expect(shown.length - (published ?? '').length).toBeLessThanOrEqual(4);
    }
  });

  it.each(['cfk_', 'cfut_', 'cfat_', 'cfast_'])('a %s with a wrong checksum proves nothing', (prefix) => {
    const value = prefixed(prefix, next);
    const last = value.endsWith('0') ? '1' : '0';
    expect(credentialMatches(value)[0]?.verdict).toBe('real');
    expect(credentialMatches(value.slice(0, -1) + last)[0]?.verdict).toBe('unverified');
  });
});

it('a credential is found where it stands, to its last character', () => {
  const values = [
    prefixed('cfut_', next),
    `v1.0-${hex(24)}-${hex(146)}`,
    tunnel(),
    hook('workers/builds'),
    `rtmp://live.cloudflare.com/live/${hex(65)}`,
    certificate(),
  ];
  for (const value of values) {
    const text = `# "${value}", once more: ${value}\n`;
    const seen = credentialMatches(text);
    expect(seen.map(({ start }) => start)).toEqual([text.indexOf(value), text.lastIndexOf(value)]);
    for (const { start, end } of seen) expect(text.slice(start, end)).toBe(value);
  }
});

it.each([
  [prefixed('cfut_', next), 'cfut_…'],
  [`v1.0-${hex(24)}-${hex(146)}`, 'v1.0-…'],
  [tunnel(), 'eyJ…'],
  [certificate(), '-----BEGIN ARGO TUNNEL TOKEN-----…'],
  [`http://api.cloudflare.com/client/v4/pages/webhooks/deploy_hooks/${uuid()}`, 'http://…'],
  [`rtmp://live.cloudflare.com/live/${hex(65)}`, 'rtmp://…'],
  [`postgres://app:${base64url(20)}@db.acme.net`, 'postgres://…'],
  [`postgresql://app:${base64url(20)}@db.acme.net`, 'postgresql://…'],
  [`mysql://app:${base64url(20)}@db.acme.net`, 'mysql://…'],
  [`Q7x2eyJ${base64url(33)}`, 'Q7x2…'],
])('%s is shown as %s', (value, shown) => {
  expect(masked(value)).toBe(shown);
});

it('a token may be a key, and a key a token: what counts is the shape', () => {
  const key = prefixed('cfk_', next);
  for (const role of ['api-credential', 'api-token', 'oauth-token', 'global-api-key'] as const)
    expect([role, judge(key, role)]).toEqual([role, { kind: 'global-api-key', verdict: 'real' }]);
  for (const role of ['email', 'identifier', 'access-client-secret', 'r2-secret-access-key'] as const)
    expect([role, judge(key, role)]).toEqual([role, undefined]);
});

it('the Turnstile secret key that the API reference prints opens nothing', () => {
  expect(judge('0x4AAF00AAAABn0R22HWm098HVBjhdsYUc', 'turnstile-secret-key')?.verdict).not.toBe('plausible');
});

it('nine letters A at the beginning of a Turnstile secret key say nothing of the rest', () => {
  expect(judge(`0x4${'A'.repeat(9)}b${base64url(22)}`, 'turnstile-secret-key')?.verdict).toBe('plausible');
});

describe('what looks like one and is none', () => {
  const xs = 'x'.repeat(40);
  const few = (count: number): string => characters(count, '13579', next);
  const token = (parts: Readonly<Record<string, unknown>>): string =>
    base64(JSON.stringify({ a: hex(32), t: uuid(), s: base64url(43), ...parts }));

  /** By the kind that it would be. */
  const hooked = (id: string): string => hook('pages/webhooks').slice(0, -id.length) + id;
  const nearly: readonly (readonly [CredentialId, string, string])[] = [
    ['tunnel-token', 'an account of 31 digits', token({ a: hex(31) })],
    ['tunnel-token', 'an account of 33 digits', token({ a: hex(33) })],
    ['tunnel-token', 'no tunnel', token({ t: undefined, more: base64url(30) })],
    ['tunnel-token', 'no secret', token({ s: undefined, more: base64url(30) })],
    ['tunnel-token', 'a tunnel by number', token({ t: 7 })],
    ['tunnel-token', 'cut off', tunnel().slice(0, -8).replaceAll('=', '')],
    ['tunnel-certificate', 'crossed out', certificate().replace(/\n.*\n/, `\n${xs}\n`)],
    ['tunnel-certificate', 'left out', certificate().replace(/\n.*\n/, '\n…\n')],
    ['deploy-hook', 'crossed out', hooked('00000000-0000-0000-0000-000000000000')],
    ['deploy-hook', 'few characters', hooked([8, 4, 4, 4, 12].map(few).join('-'))],
    ['deploy-hook', 'counted', hooked(`01234567-89ab-cdef-${hex(4)}-${hex(12)}`)],
    ['oauth-token', 'few characters', `cfoat_${few(43)}.${few(43)}`],
    ['stream-live-key', 'few characters in its address', `rtmps://live.cloudflare.com:443/live/${few(65)}`],
    ['turnstile-secret-key', 'few characters', `0x4AAAAAAA${few(25)}`],
    ['user-api-token', 'few characters', `cfut_${few(40)}${hex(8)}`],
    ['tunnel-secret', 'printed in the documentation', 'AQIDBAUGBwgBAgMEBQYHCAECAwQFBgcIAQIDBAUGBwg='],
    ['hyperdrive-connection-string', 'a password that everyone has', 'mysql://app:ChangeMe@db.acme.net/app'],
  ];

  it.each(nearly)('%s: %s', (kind, _, value) => {
    expect(judge(value, kind)).toBeUndefined();
    expect(credentialMatches(`"${value}"`)).toEqual([]);
  });

  const never: Readonly<Record<string, string>> = {
    'account id': hex(32),
    'global key of the documentation': '144c9defac04969c7bfad8efaa8ea194',
    'token of the documentation': 'Sn3lZJTBX6kkg7OdcBUAxOO963GEIyGQqnFTOFYY',
    uuid: uuid(),
    'ray id': `${hex(16)}-AMS`,
    'site key': `0x4AAAAAAA${base64url(14)}`,
    'dummy Turnstile secret': '1x0000000000000000000000000000000AA',
    'dummy Turnstile answer': 'XXXX.DUMMY.TOKEN.XXXX',
    'git commit': hex(36),
    'pagination cursor': base64(JSON.stringify({ a: 1, cursor: base64url(120), direction: 'next' })),
    'a JWT': `${base64('{"alg":"RS256"}').replaceAll('=', '')}.${base64url(100)}.${base64url(43)}`,
    'integrity hash': `sha384-${base64url(64)}`,
    'placeholder in brackets': '<YOUR_CLOUDFLARE_API_TOKEN_GOES_HERE_NOW>',
    'placeholder in words': 'your-cloudflare-api-token-goes-here-12345',
    'placeholder in capitals': 'YOUR_CLOUDFLARE_API_TOKEN_HERE_REPLACE_ME'.slice(0, 40),
    'crossed out': 'x'.repeat(40),
    'crossed out behind the prefix': `cfut_${'x'.repeat(40)}00000000`,
    'template hole': '${CLOUDFLARE_API_TOKEN}',
    'GitHub secret': '${{ secrets.CLOUDFLARE_API_TOKEN }}',
    mustache: '{{ cloudflare_api_token }}',
    sops: 'ENC[AES256_GCM,data:abc,iv:def,tag:ghi,type:str]',
    vault: 'vault:secret/data/cloudflare#api_token',
    '1Password': 'op://Private/Cloudflare/credential',
    sequence: '0123456789abcdef0123456789abcdef01234567',
    periodic: 'deadbeef'.repeat(5),
    'own server': 'postgres://postgres:postgres@localhost:5432/app',
  };

  it.each(Object.entries(never))('%s', (_, value) => {
    expect(credentialMatches(value).filter(({ verdict }) => verdict !== 'unverified')).toEqual([]);
    for (const role of ['api-token', 'global-api-key', 'turnstile-secret-key', 'hyperdrive-connection-string'] as const)
      expect(judge(value, role)).toBeUndefined();
  });

  it('no random value is taken for a placeholder', () => {
    const draw = random(11);
    const makers = [
      () => characters(40, alphabets.base64url, draw),
      () => characters(40, alphabets.base62, draw),
      () => characters(37, alphabets.hex, draw),
      () => characters(64, alphabets.hex, draw),
    ];
    const taken = makers.flatMap((make) => Array.from({ length: sampled(20_000, 4_000) }, make).filter(isPlaceholder));
    expect(taken).toEqual([]);
  });
});
