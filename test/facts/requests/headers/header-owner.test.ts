import { describe, expect, it } from 'vitest';
import { isCloudflares } from '../../../../src/facts/requests/headers/header-owner.js';
import { headers } from '../../../../src/facts/requests/headers/headers.js';
import { readByPath } from '../../../../src/languages/register.js';

/** Whether each X-Auth-Key of a file is Cloudflare's. */
function owned(path: string, text: string): readonly boolean[] {
  const { file } = readByPath(text, path);
  return headers(file)
    .filter(({ name }) => name === 'x-auth-key')
    .map((header) => isCloudflares(header, file));
}

const sent = `send({ headers: { 'X-Auth-Key': key } });`;
const api = 'https://api.cloudflare.com/client/v4';

describe('an X-Auth-Key whose destination is not known', () => {
  it.each<readonly [what: string, path: string, text: string, whether: boolean]>([
    ['of a program that does not name Cloudflare', 'a.ts', sent, false],
    ['of a program whose comment names it', 'a.ts', `// not Cloudflare\n${sent}`, false],
    ['of a program that names it', 'a.ts', `const cloudflareZone = 1;\n${sent}`, true],
    ['with an X-Auth-Email', 'a.ts', `send({ headers: { 'X-Auth-Key': key, 'X-Auth-Email': email } });`, true],
    ['next to the base of another service', 'a.ts', `const cloudflareZone = 1;\nconst baseUrl = 'https://a.example/';\n${sent}`, false],
    ['next to such a base as a key', 'a.ts', `const cloudflareZone = 1;\nopen({ base_url: 'https://a.example/' });\n${sent}`, false],
    ['next to such a host', 'a.ts', `const cloudflareZone = 1;\nopen({ host: 'https://a.example/' });\n${sent}`, false],
    [
      'next to such a base that is made',
      'a.cs',
      `// of ours\nvar cloudflareZone = 1;\nvar b = new Uri("https://a.example/");\nr.Headers.Add("X-Auth-Key", key);`,
      false,
    ],
    [
      'next to another address that is made',
      'a.cs',
      `var cloudflareZone = 1;\nvar b = new Link("https://a.example/");\nr.Headers.Add("X-Auth-Key", key);`,
      true,
    ],
    ['next to another address that is called', 'a.ts', `const cloudflareZone = 1;\nUri('https://a.example/');\n${sent}`, true],
    ['next to some other address', 'a.ts', `const cloudflareZone = 1;\nconst home = 'https://a.example/';\n${sent}`, true],
    ['next to the name of another host', 'a.ts', `const cloudflareZone = 1;\nconst hostnames = 'https://a.example/';\n${sent}`, true],
    [
      'next to what belongs to a host',
      'a.ts',
      `const cloudflareZone = 1;\nopen({ host: { docs: { page: 'https://a.example/' } } });\n${sent}`,
      true,
    ],
    [
      'next to a base of which nothing is known',
      'a.ts',
      `const cloudflareZone = 1;\nconst baseUrl = \`https://\${host}/\`;\n${sent}`,
      true,
    ],
    ['next to a base without a host', 'a.ts', `const cloudflareZone = 1;\nconst baseUrl = '/api';\n${sent}`, true],
    ['next to a base on this machine', 'a.ts', `const cloudflareZone = 1;\nconst baseUrl = 'http://localhost:8080/';\n${sent}`, true],
    ["next to Cloudflare's base", 'a.ts', `const baseUrl = '${api}';\n${sent}`, true],
    [
      "next to Cloudflare's base and another",
      'a.ts',
      `const baseUrl = '${api}';\nconst docs = { baseUrl: 'https://a.example/' };\n${sent}`,
      true,
    ],
    ['of a request to a variable', 'a.http', `# @name cloudflare\nGET {{base}}/zones\nX-Auth-Key: {{cloudflareKey}}\n`, true],
    ['of a request to this machine', 'a.http', `GET http://localhost:8080/zones\nX-Auth-Key: {{cloudflareKey}}\n`, false],
    [
      'that a proxy sends to another server',
      'nginx.conf',
      `location /cloudflare { proxy_pass https://a.example; proxy_set_header X-Auth-Key $key; }`,
      false,
    ],
    [
      'that a proxy sends to a server that it calls so',
      'nginx.conf',
      `upstream cf { server api.cloudflare.com:443; }\nserver { listen 80; location / { proxy_pass $cf; proxy_set_header X-Auth-Key $key; } }`,
      true,
    ],
    [
      'in settings beside another address',
      'a.json',
      `{"cloudflare": {"url": "https://a.example/", "headers": {"X-Auth-Key": "k1"}}}`,
      false,
    ],
    [
      'in settings around another address',
      'a.json',
      `{"cloudflare": {"headers": {"X-Auth-Key": "k1"}, "other": {"url": "https://a.example/"}}}`,
      true,
    ],
    ['in settings without an address', 'a.json', `{"cloudflare": {"headers": {"X-Auth-Key": "k1"}}}`, true],
    [
      "in settings inside Cloudflare's and beside another address",
      'a.yml',
      `url: ${api}\nmore:\n  url: https://a.example/\n  headers:\n    X-Auth-Key: k1\n`,
      true,
    ],
  ])('%s', (_, path, text, whether) => {
    expect(owned(path, text)).toEqual([whether]);
  });
});
