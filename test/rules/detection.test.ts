import { describe, expect, it } from 'vitest';
import { lint, pointedAt } from '../lint.js';
import { random, shapes } from '../made-up.js';

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

const perCell = 25;

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
