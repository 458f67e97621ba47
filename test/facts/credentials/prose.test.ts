import { describe, expect, it } from 'vitest';
import { proseAssignments } from '../../../src/facts/credentials/prose.js';
import { readMarkdown } from '../../../src/languages/markdown/index.js';
import { alphabets, characters, random } from '../../made-up/credentials.js';
import { javascript } from '../../models/program.js';

const next = random(20_261_126);
const token = characters(40, alphabets.base62, next);
const base64 = characters(43, alphabets.base62, next);
const address = `postgres://app:${characters(24, alphabets.base62, next)}@db.shop.net/shop?sslmode=require`;
const r2 = 'https://1.r2.cloudflarestorage.com';

/** The role of each value that is given a name, and the characters pointed at. */
function told(code: string): readonly string[] {
  const file = javascript(code);
  return proseAssignments(file).map(({ role, value, at }) => {
    expect(file.text.slice(at.start, at.end)).toBe(value);
    return `${role} ${value}`;
  });
}

describe('what running text calls a value', () => {
  it.each([
    [`CLOUDFLARE_API_TOKEN=${token}`, 'api-token', token],
    [`export CLOUDFLARE_API_TOKEN = "${token}"; # old`, 'api-token', token],
    [`The Cloudflare API token is ${token}`, 'api-token', token],
    [`Set CLOUDFLARE_API_TOKEN to ${token}`, 'api-token', token],
    [`the cf dns token ${token}`, 'api-token', token],
    [`cf-api-token: Bearer ${token}`, 'api-token', token],
    [`Cloudflare global API key was: ${token}`, 'global-api-key', token],
    [`cloudflare: x-auth-key: ${token}`, 'global-api-key', token],
    [`CF-Access-Client-Secret: ${token}`, 'access-client-secret', token],
    [`CLOUDFLARE_TUNNEL_SECRET=${base64}=`, 'tunnel-secret', `${base64}=`],
    [`CLOUDFLARE_TUNNEL_SECRET=${base64}==`, 'tunnel-secret', `${base64}==`],
    [`HYPERDRIVE_CONNECTION_STRING: ${address}`, 'hyperdrive-connection-string', address],
    [`${r2} secret_access_key: ${token}`, 'r2-secret-access-key', token],
    [`r2://logs?secret-access-key=${token}`, 'r2-secret-access-key', token],
    [`curl -H "Authorization: Bearer ${token}" https://api.cloudflare.com/client/v4/zones`, 'api-token', token],
    [`the token for api.cloudflare.com is ${token}`, 'api-token', token],
    [`curl https://rtc.live.cloudflare.com/v1 -H "Authorization: Bearer ${token}"`, 'realtime-secret', token],
  ])('%s', (text, role, value) => {
    expect(told(`// ${text}`)).toEqual([`${role} ${value}`]);
    expect(told(`help(\`\n${text}\n\`)`)).toEqual([`${role} ${value}`]);
  });

  it.each([
    token,
    `cloudflare says ${token}`,
    `x-auth-key: ${token}`,
    `cloudflare Authorization: Bearer ${token}`,
    `CLOUDFLARE_API_TOKEN=\n${token}`,
    `CLOUDFLARE_API_TOKEN${' '.repeat(80)}${token}`,
    `Cloudflare, the shop in Berlin, its token ${token}`,
    `cloudflare token issued: ${token}`,
    `secret_access_key: ${token}`,
    `the token for https://acme.example is ${token}, and one for https://api.cloudflare.com is asked for`,
    `https://api.cloudflare.com of commit ${token}`,
    `https://api.cloudflare.com, before the token of ${characters(40, alphabets.hex, next)}`,
    `${r2} access_key_id: ${token}`,
  ])('nothing: %s', (text) => {
    expect(told(`/* ${text} */`)).toEqual([]);
  });

  it('knows headers that others have as well in a file that speaks of Cloudflare', () => {
    expect(told(`help('X-Auth-Key: ${token}');`)).toEqual([]);
    expect(told(`help('X-Auth-Key: ${token}'); // cloudflare`)).toEqual([`global-api-key ${token}`]);
    expect(told(`help('Authorization: Bearer ${token}'); // cloudflare`)).toEqual([]);
  });

  it('looks at the lines around in documents and comments', () => {
    expect(told(`/*\n * https://api.cloudflare.com takes the token\n * ${token}\n */`)).toEqual([`api-token ${token}`]);
    const text = `# API\n\n1. Copy the token, as \`${token}\`.\n2. Ask https://api.cloudflare.com for zones.\n`;
    const said = proseAssignments(readMarkdown(text, 'api.md'));
    expect(said.map(({ role, at }) => `${role} ${text.slice(at.start, at.end)}`)).toContain(`api-token ${token}`);
  });

  it("knows S3's words in a text that talks to R2", () => {
    const text = (name: string, endpoint = r2): string => `help(\`endpoint: ${endpoint}/shop\n${name}: ${token}\`);`;
    expect(told(text('secret_access_key'))).toEqual([`r2-secret-access-key ${token}`]);
    expect(told(text('access_key_id'))).toEqual([]);
    expect(told(text('secret_access_key', 'https://s3.shop.net'))).toEqual([]);
  });

  it('finds several, those of comments first', () => {
    const other = characters(40, alphabets.base62, next);
    expect(told(`help('CF_API_TOKEN=${token} CF_API_KEY=${other}'); // CF_API_KEY=${token}`)).toEqual([
      `global-api-key ${token}`,
      `api-token ${token}`,
      `global-api-key ${other}`,
    ]);
  });
});
