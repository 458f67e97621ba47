import { describe, expect, it } from 'vitest';
import { lint, pointedAt } from '../lint.js';
import { alphabets, characters, kinds, random, shapes } from '../made-up/credentials.js';
import { sampled } from '../made-up/scale.js';

/** The nine contexts in which credentials are met most in public code. */
const contexts: Readonly<Record<string, (secret: string) => string>> = {
  'const CLOUDFLARE_API_TOKEN': (secret) => `const CLOUDFLARE_API_TOKEN = '${secret}';`,
  'const CF_API_TOKEN': (secret) => `const CF_API_TOKEN = "${secret}";`,
  'SDK apiToken': (secret) => `import Cloudflare from 'cloudflare';\nconst client = new Cloudflare({ apiToken: '${secret}' });`,
  'SDK apiEmail + apiKey': (secret) =>
    `import Cloudflare from 'cloudflare';\nconst client = new Cloudflare({ apiEmail: 'a@b.example', apiKey: '${secret}' });`,
  'Bearer literal': (secret) => `fetch('https://api.cloudflare.com/client/v4/zones', { headers: { Authorization: 'Bearer ${secret}' } });`,
  'Bearer template': (secret) =>
    `const it = '${secret}';\nfetch('https://api.cloudflare.com/client/v4/zones', { headers: { Authorization: \`Bearer \${it}\` } });`,
  'X-Auth-Key header': (secret) => `const headers = { 'X-Auth-Email': 'a@b.example', 'X-Auth-Key': '${secret}' };`,
  'fallback of an environment read': (secret) => `const token = process.env.CLOUDFLARE_API_TOKEN ?? '${secret}';`,
  comment: (secret) => `// CLOUDFLARE_API_TOKEN=${secret}\nexport {};`,
};

const perCell = sampled(25, 5);

describe('no-hardcoded-credentials finds every shape in every context', () => {
  for (const [shape, make] of Object.entries(shapes)) {
    for (const [context, write] of Object.entries(contexts)) {
      it(`${shape} in ${context}`, () => {
        const next = random(20_260_101);
        for (let count = 0; count < perCell; count += 1) {
          const secret = make(next);
          const code = write(secret);
          const found = lint(code, { 'cloudflare-auth/no-hardcoded-credentials': 'error' });
          expect(found.map((message) => pointedAt(code, message))).toEqual([secret]);
          expect(found[0]?.message).not.toContain(secret.slice(0, 12));
        }
      });
    }
  }
});

describe('no-hardcoded-credentials finds what is written in unusual ways', () => {
  const next = random(20_261_125);
  const base64 = (text: string): string => Buffer.from(text.replaceAll('\\n', '\n')).toString('base64');
  const hyperdrive = kinds['hyperdrive-connection-string'](next).value;
  const streamKey = Array.from({ length: 6 }, () => `${characters(9, alphabets.base62.slice(10, 36), next)}7`).join('');
  const live = `rtmps://live.cloudflare.com:443/live/${streamKey}`;
  const pem = kinds['stream-signing-key'](next).value;
  const certificate = base64(kinds['tunnel-certificate'](next).value);
  const hook = base64(kinds['deploy-hook'](next).value);
  const oauth = `cfoat_-${characters(42, alphabets.base64url, next)}.${characters(43, alphabets.base64url, next)}`;
  const hex = characters(64, alphabets.hex, next);
  const token = kinds['api-token'](next).value;
  const key = shapes['legacy global key']!(next);
  const turn = 'https://rtc.live.cloudflare.com/v1/turn/keys/3f0c/credentials/generate-ice-servers';
  it.each([
    ['a connection string in a comment', 'a.js', `// CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_DB=${hyperdrive}`, hyperdrive],
    ['a long key in a comment', 'a.js', `// CLOUDFLARE_STREAM_PEM=${pem}`, pem],
    ['a key of small letters, like prose', 'a.js', `const CLOUDFLARE_STREAM_KEY = '${streamKey}';`, streamKey],
    ['where a live stream is sent', 'a.sh', `ffmpeg -i a.mp4 -f flv ${live}`, live],
    ['a certificate in base64', 'a.js', `const ca = atob('${certificate}');`, certificate],
    ['a URL in base64', 'a.js', `const hook = atob('${hook}');`, hook],
    ['a token that begins with a hyphen', 'a.js', `connect('${oauth}');`, oauth],
    ['a secret that is no API token, sent as one', 'a.js', `fetch('${turn}', { headers: { Authorization: 'Bearer ${hex}' } });`, hex],
    ['a name in camel case', 'a.js', `const tunnelServiceTokenSecret = '${hex}';`, hex],
    ['a name beside its value', 'a.tf', `resource "a" "b" {\n  env {\n    name  = "CF_API_TOKEN"\n    value = "${token}"\n  }\n}`, token],
    ['a binding of a Worker', 'a.tf', `resource "a" "b" {\n  bindings = [{ name = "CF_API_TOKEN", text = "${token}" }]\n}`, token],
    ['a fence that says no language', 'a.md', `\`\`\`\nCF_Key=${key}\n\`\`\``, key],
  ])('%s', (_, path, code, where) => {
    const found = lint(code, { 'cloudflare-auth/no-hardcoded-credentials': 'error' }, path);
    expect(found.map((message) => pointedAt(code, message).replaceAll("'", ''))).toEqual([where]);
  });
});
