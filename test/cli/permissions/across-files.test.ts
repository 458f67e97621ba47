import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/cli/permissions/report.js';
import { project, root, run } from './run.js';

/** The calls of a project with their places, and those that are not known. */
async function calls(files: Readonly<Record<string, string>>): Promise<{ known: string[]; unknown: string[] }> {
  const { stdout } = await run(project({ 'package.json': '{ "name": "app" }', ...files }), '-f', 'json');
  const { total } = JSON.parse(stdout) as Report;
  const listed = (
    all: readonly { readonly what: string; readonly places: readonly { readonly file: string; readonly line: number }[] }[],
  ) => all.flatMap(({ what, places }) => places.map(({ file, line }) => `${file}:${String(line)} ${what}`)).sort();
  return { known: listed([...total.grants.flatMap((grant) => grant.calls), ...total.free]), unknown: listed(total.unclear) };
}

const many = (length: number) => Array.from({ length }, (_, index) => `setting_${String(index)}`);

/** Functions that one of another file makes, each from what it is told of a request. */
const madeByAnother = (names: readonly string[]) => ({
  'make.ts': `export const base = '${root}';
export function make(describe: (...given: any[]) => any) {
  function sent(...given: any[]) {
    const { url, method, token, query } = describe(...given);
    const address = new URL(url);
    for (const key of Object.keys(query ?? {})) address.searchParams.set(key, query[key]);
    const request = new Request(address, { method });
    request.headers.set('Authorization', \`Bearer \${token}\`);
    return request;
  }
  return {
    one: () => async (...given: any[]) => (await fetch(sent(...given))).json(),
    all: () => async (...given: any[]) => (await fetch(sent(...given))).json(),
  };
}
`,
  'zones.ts': `import { base, make } from './make';
export const zones = ({ account, ...rest }: { account: string; token: string }) => ({
${names.map((name) => `  ${name}: make((id) => ({ method: 'PATCH', url: \`\${base}/zones/\${id}/settings/${name}\`, query: { account }, ...rest })).one(),`).join('\n')}
});
`,
});

describe('calls through other files', () => {
  it.each([
    [
      'a helper',
      {
        'lib/cf.ts': `export const cf = (path: string, init?: RequestInit) => fetch(\`${root}\${path}\`, init);\n`,
        'a.ts': "import { cf } from './lib/cf';\nawait cf('/zones');\n",
        'b.ts': "import { cf } from './lib/cf';\nawait cf(`/zones/${id}/purge_cache`, { method: 'POST' });\n",
      },
      ['a.ts:2 GET /zones', 'b.ts:2 POST /zones/{}/purge_cache'],
      [],
    ],
    [
      'an instance',
      {
        'api.js': `const axios = require('axios');\nmodule.exports = axios.create({ baseURL: '${root}/' });\n`,
        'cloudflare.js': "const api = require('./api');\napi.delete(`zones/${zone}/dns_records/${id}`);\n",
      },
      ['cloudflare.js:2 DELETE /zones/{}/dns_records/{}'],
      [],
    ],
    [
      'a client of the SDK',
      {
        'client.ts': "import Cloudflare from 'cloudflare';\nexport const client = new Cloudflare();\n",
        'cloudflare.ts': "import { client } from './client';\nawait client.kv.namespaces.list({ account_id });\n",
      },
      ['cloudflare.ts:2 GET /accounts/{}/storage/kv/namespaces'],
      [],
    ],
    [
      'a function that is given the client',
      {
        'zones.ts': 'export function zones(cloudflare) {\n  return cloudflare.zones.list();\n}\n',
        'main.ts': "import Cloudflare from 'cloudflare';\nimport { zones } from './zones';\nawait zones(new Cloudflare());\n",
      },
      ['main.ts:3 GET /zones'],
      [],
    ],
    [
      'a class',
      {
        'client.ts': `export class Client {
  constructor(private token: string) {}
  private send(method: string, path: string) {
    return fetch(\`${root}\${path}\`, { method });
  }
  zones() {
    return this.send('GET', '/zones');
  }
}
`,
        'main.ts':
          "import { Client } from './client';\nconst cloudflare = new Client(process.env.CLOUDFLARE_API_TOKEN);\nawait cloudflare.zones();\n",
      },
      ['client.ts:7 GET /zones', 'main.ts:3 GET /zones'],
      [],
    ],
    [
      'functions for each method, which call another',
      {
        'http.js': `const call = (method, path) => fetch('${root}' + path, { method });\nexports.get = (path) => call('GET', path);\nexports.del = (path) => call('DELETE', path);\n`,
        'main.js': "const { get, del } = require('./http');\nget('/zones');\ndel(`/zones/${id}`);\n",
      },
      ['main.js:2 GET /zones', 'main.js:3 DELETE /zones/{}'],
      [],
    ],
    [
      'a function that runs wrangler',
      {
        'run.js': "import { execa } from 'execa';\nexport const run = (...args) => execa('npx', ['wrangler@4', ...args]);\n",
        'deploy.js': "import { run } from './run.js';\nawait run('kv', 'namespace', 'create', 'cache');\n",
      },
      ['deploy.js:2 POST /accounts/{}/storage/kv/namespaces'],
      [],
    ],
    [
      'a client of version 2 of the SDK',
      {
        'client.js': "module.exports = require('cloudflare')({ token: process.env.CLOUDFLARE_API_TOKEN });\n",
        'main.js': "const client = require('./client');\nclient.dnsRecords.add(zone, record);\n",
      },
      ['main.js:2 POST /zones/{}/dns_records'],
      [],
    ],
    [
      'a function that is made by another',
      {
        'make.js': `const send = (path, { base, ...init }) => fetch(base + path, init);\nexport const make = (options) => (path, more) => send(path, { ...options, ...more });\n`,
        'main.js': `import { make } from './make.js';\nconst cf = make({ base: '${root}' });\nawait cf('/zones');\nawait cf(\`/zones/\${id}\`, { method: 'DELETE' });\n`,
      },
      ['main.js:3 GET /zones', 'main.js:4 DELETE /zones/{}'],
      [],
    ],
    [
      'a helper that callers may replace',
      {
        'cf.ts': `export const cf = (path: string, init?: RequestInit) => fetch(\`${root}\${path}\`, init);\n`,
        'zones.ts':
          "import { cf } from './cf';\nexport const zones = (send = cf) => send('/zones');\nexport const purge = (id, given) => (given?.cf ?? cf)(`/zones/${id}/purge_cache`, { method: 'POST' });\n",
      },
      ['zones.ts:2 GET /zones', 'zones.ts:3 POST /zones/{}/purge_cache'],
      [],
    ],
    [
      'a client that an object hands on with itself',
      {
        'plugin.js': `const Cloudflare = require('cloudflare');
const Records = require('./records');
module.exports = class Plugin {
  start() {
    this.client = new Cloudflare({ token: this.options.token });
    const plugin = this;
    this.records = new Records(plugin);
  }
};
`,
        'records.js': `const Zones = require('./zones');
module.exports = class Records {
  constructor(plugin) {
    this.zones = new Zones(plugin.client);
  }
  all() {
    return this.zones.all();
  }
};
`,
        'zones.js': `module.exports = class Zones {
  constructor(cloudflare) {
    this.zones = cloudflare.zones;
  }
  all() {
    return this.zones.browse();
  }
};
`,
      },
      ['plugin.js:7 GET /zones'],
      [],
    ],
    [
      'a client that takes an address apart',
      {
        'send.js': `const https = require('https');
const url = require('url');
module.exports = (address, method, headers) => {
  const { host, path } = url.parse(address);
  const options = { method, headers };
  options.host = host;
  options.path = path;
  return https.request(options);
};
`,
        'main.js': `const send = require('./send');
send('${root}/zones?per_page=50', 'GET', {});
send(\`${root}/zones/\${id}/purge_cache\`, 'POST', {});
`,
      },
      ['main.js:2 GET /zones', 'main.js:3 POST /zones/{}/purge_cache'],
      [],
    ],
    [
      'many functions that are made by another',
      madeByAnother(many(12)),
      many(12)
        .map((_, index) => `zones.ts:${String(index + 3)} PATCH /zones/{}/settings/{}`)
        .sort(),
      [],
    ],
    [
      'a function of which nothing is seen',
      {
        'main.js': `import { jsonRequest } from '@acme/http';\nawait jsonRequest('${root}/zones');\nawait jsonRequest(\`${root}/zones/\${id}\`, { method: 'DELETE' });\nconsole.log('${root}/accounts');\n`,
      },
      ['main.js:2 GET /zones', 'main.js:3 DELETE /zones/{}'],
      [],
    ],
    [
      'functions of another script',
      {
        'dns.sh': `api="${root}"\nadd() {\n  _rest POST "zones/$id/dns_records" "$data"\n  _rest GET zones\n}\n_rest() {\n  if [ "$1" != GET ]; then\n    _post "$3" "$api/$2" "" "$1"\n  else\n    _get "$api/$2"\n  fi\n}\n`,
      },
      ['dns.sh:3 POST /zones/{}/dns_records', 'dns.sh:4 GET /zones'],
      [],
    ],
    [
      'a program of which no call is seen',
      {
        'client.js': `import { send } from '@acme/http';\nexport const client = { base: '${root}' };\nsend(client);\n`,
      },
      [],
      ['client.js:2 ? …'],
    ],
    [
      'an address that another file sends to',
      {
        'address.js': `export const address = '${root}';\nexport const name = String(1);\n`,
        'main.js': "import { address } from './address.js';\nawait fetch(address + '/zones');\n",
      },
      ['main.js:2 GET /zones'],
      [],
    ],
    [
      'a helper with a caller that cannot be told',
      {
        'cf.ts': `export const cf = (path: string) => fetch(\`${root}\${path}\`);\n`,
        'a.ts': "import { cf } from './cf';\nawait cf('/zones');\nawait cf(process.argv[2]);\n// cloudflare\n",
      },
      ['a.ts:2 GET /zones'],
      ['a.ts:3 GET …'],
    ],
    [
      'a helper that nothing calls',
      { 'cf.ts': `export const cf = (path: string) => fetch(\`${root}\${path}\`);\n` },
      [],
      ['cf.ts:1 GET …'],
    ],
  ])('%s', async (_, files, known, unknown) => {
    expect(await calls(files as Record<string, string>)).toEqual({ known, unknown });
  });

  it('counts hundreds of calls of one helper', async () => {
    const { known, unknown } = await calls({
      'cf.ts': `export const cf = (path: string) => fetch(\`${root}\${path}\`);\n`,
      'main.ts': `import { cf } from './cf';\n${"await cf('/zones');\n".repeat(500)}// cloudflare\n`,
    });
    expect(known).toHaveLength(500);
    expect(unknown).toEqual([]);
  });

  it('says that there are more than are followed', async () => {
    const { known, unknown } = await calls(madeByAnother(many(40)));
    expect(known.length).toBeGreaterThan(12);
    expect(unknown).toEqual(['zones.ts:3 …']);
  });
});
