import { describe, expect, it } from 'vitest';
import { apiUses } from '../../../src/facts/operations/api-uses.js';
import { allRequestedOperations } from '../../../src/facts/operations/operations.js';
import { requests } from '../../../src/facts/requests/requests.js';
import { clients } from '../../../src/facts/requests/sdk-clients.js';
import { allCalled, sdkCalls } from '../../../src/facts/operations/sdk-calls.js';
import { readYamlFile } from '../../../src/languages/yaml/file.js';
import { readHcl } from '../../../src/languages/hcl/index.js';
import { readPython } from '../../../src/languages/python/index.js';
import type { SourceFile } from '../../../src/source/model.js';
import { javascript, shell } from '../../models/program.js';

/** The calls that a program makes: line, operation or what stands there with the reason why it cannot be told. */
function uses(code: string, read: (code: string) => SourceFile = javascript): string[] {
  return apiUses(read(code)).map(({ at, what, operation, unclear }) => {
    const line = code.slice(0, at.start).split('\n').length;
    return `${String(line)}: ${operation ? `${operation.method} ${operation.path}` : `${what} ${unclear ?? ''}`}`;
  });
}

const root = 'https://api.cloudflare.com/client/v4';

describe('requests', () => {
  it.each([
    ['a literal URL', `fetch('${root}/zones');`, ['1: GET /zones']],
    ['a template', `fetch(\`${root}/zones/\${id}/dns_records?page=\${n}\`, { method: 'POST', body });`, ['1: POST /zones/{}/dns_records']],
    [
      'a base that only its name tells',
      'fetch(`${CF_API}/zones/${id}/purge_cache`, { method: "POST" });',
      ['1: POST /zones/{}/purge_cache'],
    ],
    [
      'an id that is still to be filled in',
      `const zone = '';\nfetch('${root}/zones/' + zone + '/dns_records');`,
      ['2: GET /zones/{}/dns_records'],
    ],
    [
      'an id at the end that is still to be filled in',
      `const id = '';\nfetch('${root}/zones/' + id, { method: 'DELETE' });`,
      ['2: DELETE /zones/{}'],
    ],
    ['a query that begins wrongly', `fetch(\`${root}/zones&name=\${name}\`);`, ['1: GET /zones']],
    ['a method that cannot be seen', `fetch('${root}/zones', { method });`, ['1: ? /zones method']],
    ['a path that cannot be seen', `fetch(\`${root}\${path}\`);`, ['1: GET … path']],
    ['an operation that nobody knows', `fetch('${root}/zones/of/mine/and/yours');`, ['1: GET /zones/of/mine/and/yours undescribed']],
    ['a path of which nothing is known', `fetch(\`${root}/\${path}\`);`, ['1: GET … path']],
    ['a segment of which not all is known', `fetch(\`${root}/zones/\${zone}/moon-\${name}\`);`, ['1: GET … path']],
    ['an id in an operation that nobody knows', `fetch(\`${root}/zones/\${id}/moons\`);`, ['1: GET /zones/{}/moons undescribed']],
    ['a method that cannot be seen, of nothing', `fetch('${root}/moons', { method });`, ['1: ? /moons undescribed']],
    ['a choice of what is and what is not', `fetch('${root}/' + (all ? 'zones' : 'moons'));`, ['1: GET /zones']],
    ['a choice', `fetch('${root}/' + (all ? 'zones' : 'accounts'));`, ['1: GET /accounts', '1: GET /zones']],
    ['a query behind such a base', 'fetch(`${CF_API}/zones?name=${name}`);', ['1: GET /zones']],
    ['a base whose name tells nothing', 'fetch(`${BASE}/zones`);', []],
    ['another host', `fetch('https://example.com/client/v4/zones');`, []],
    ['defaults of an instance', `const api = axios.create({ baseURL: '${root}' });\napi.get('/zones');`, ['2: GET /zones']],
  ])('%s', (_, code, expected) => {
    expect(uses(code.includes('axios') ? `import axios from 'axios';${code}` : code)).toEqual(expected);
  });

  it("of the file's own functions are told by their calls", () => {
    const helper = `const cf = (path, init) => fetch(\`${root}\${path}\`, init);\n`;
    expect(uses(`${helper}cf('/zones');\ncf('/zones/' + id, { method: 'DELETE' });`)).toEqual(['2: GET /zones', '3: DELETE /zones/{}']);
    expect(uses(`export ${helper}`)).toEqual(['1: ? … path']);
    expect(uses(`${helper}cf('/zones');\ncf('/moons');`)).toEqual(['2: GET /zones', '3: GET /moons undescribed']);
    expect(uses(`${helper}cf('/moons');`)).toEqual(['1: ? … path', '2: GET /moons undescribed']);
  });

  it("of the file's own functions are what they are as well", () => {
    const records = `const records = (zone) => fetch(\`${root}/zones/\${zone}/dns_records\`);\nrecords('a1b2');`;
    expect(uses(records)).toEqual(['1: GET /zones/{}/dns_records', '2: GET /zones/{}/dns_records']);
  });

  it('are no calls of functions of other files', () => {
    const create = `const create = (path, body) => fetch(\`${root}\${path}\`, { method: 'POST', body });\n`;
    expect(uses(`${create}create(\`/zones/\${id}/dns_records\`, {});`)).toEqual(['2: POST /zones/{}/dns_records']);
    expect(uses(`fetch(\`${root}\${signed(\`/zones/\${id}/dns_records\`)}\`);`)).toEqual(['1: GET … path']);
    const cached = `cached(\`/zones/\${id}/dns_records\`, () => fetch(\`${root}/zones/\${id}\`));`;
    expect(uses(cached)).toEqual(['1: GET /zones/{}']);
    expect(uses(`fetch('${root}/zones');\nload(\`/zones/\${id}/dns_records\`);`)).toEqual([
      '1: GET /zones',
      '2: GET /zones/{}/dns_records',
    ]);
  });
});

describe('all that requests ask for', () => {
  const zones = `fetch('${root}/zones');`;
  const purge = `fetch(\`${root}/zones/\${id}/purge_cache\`, { method: 'POST', body });`;
  const helper = `function cf(path, init) { return fetch(\`${root}\${path}\`, init); }\n`;
  it.each([
    ['is each of them once', `${zones} ${purge} ${zones}`, ['GET /zones', 'POST /zones/{}/purge_cache']],
    ['is each that one may be', `fetch('${root}/' + (all ? 'zones' : 'accounts'));`, ['GET /zones', 'GET /accounts']],
    ['is told by the calls of a function', `${helper}cf('/zones');`, ['GET /zones']],
    ['is not told by defaults', `const api = axios.create({ baseURL: '${root}' });\napi.get('/zones');`, ['GET /zones']],
    ['is not known of a method that cannot be seen', `${zones} fetch('${root}/zones', { method });`, undefined],
    ['is not known of a URL that cannot be seen', `${zones} fetch(url);`, undefined],
    ['is not known if one URL goes elsewhere', `fetch(local ? 'http://localhost/zones' : '${root}/zones');`, undefined],
    ['is not known of an operation that nobody knows', `${zones} fetch('${root}/zones/of/mine/and/yours');`, undefined],
    ['is not known of a function that nothing calls', `${zones} ${helper}`, undefined],
    ['is not known if nothing is asked for', '', undefined],
  ])('%s', (_, code, expected) => {
    const file = javascript(code.includes('axios') ? `import axios from 'axios';${code}` : code);
    expect(allRequestedOperations(requests(file))?.map(({ method, path }) => `${method} ${path}`)).toEqual(expected);
  });
});

describe('methods of the SDK', () => {
  const client = "import Cloudflare from 'cloudflare';\nconst client = new Cloudflare();\n";
  it.each([
    ['a method', 'client.dns.records.create({ zone_id, type });', ['3: POST /zones/{}/dns_records']],
    ['a page after the other', 'for await (const zone of client.zones.list()) log(zone);', ['3: GET /zones']],
    ['of an account', 'client.rulesets.list({ account_id });', ['3: GET /accounts/{}/rulesets']],
    ['of a zone', 'client.rulesets.list({ zone_id });', ['3: GET /zones/{}/rulesets']],
    ['of a zone, beside options of the request', 'client.rulesets.list({ zone_id }, { timeout });', ['3: GET /zones/{}/rulesets']],
    ['of either', 'client.rulesets.list(options);', ['3: client.rulesets.list several']],
    ['of either, in a choice', 'client.rulesets.list(one ? { zone_id } : { account_id });', ['3: client.rulesets.list several']],
    ['of one of both', 'client.rulesets.list({ ...(one && { zone_id }), name });', ['3: GET /zones/{}/rulesets']],
    ['of either, beside something else', 'client.rulesets.list({ name });', ['3: client.rulesets.list several']],
    ['of either, beside something that cannot be seen', 'client.rulesets.list({ ...more });', ['3: client.rulesets.list several']],
    ['of an account in the second place', 'client.rulesets.get(id, { account_id });', ['3: GET /accounts/{}/rulesets/{}']],
    ['one that nobody knows', 'client.zones.peruse();', ['3: client.zones.peruse undescribed']],
    ['of a client made of another', 'client.withOptions({ timeout }).cache.purge({ zone_id });', ['3: POST /zones/{}/purge_cache']],
    [
      'of a parameter of its type',
      'function list(api: Cloudflare) {\n  return api.kv.namespaces.list({ account_id });\n}',
      ['4: GET /accounts/{}/storage/kv/namespaces'],
    ],
    ['of a client that is no client', 'other.zones.list();\nclient.toString();', []],
  ])('%s', (_, code, expected) => {
    expect(uses(client + code)).toEqual(expected);
  });
});

/** The calls of methods of the SDK: where, and of which client. */
function called(code: string): string[] {
  const file = javascript(`import Cloudflare, { APIError } from 'cloudflare';\n${code}`, { path: 'program.ts' });
  const textAt = ({ start, end }: { readonly start: number; readonly end: number }): string => file.text.slice(start, end);
  return sdkCalls(file).map(({ calleeAt, method, client }) => `${method} | ${textAt(calleeAt)} | ${client ? textAt(client) : 'typed'}`);
}

describe('clients of the SDK', () => {
  it.each([
    [
      'const a = new Cloudflare(x), b = new Cloudflare(y);\nb.zones.list(); a.user.get();',
      ['zones.list | b.zones.list | new Cloudflare(y)', 'user.get | a.user.get | new Cloudflare(x)'],
    ],
    [`import make from 'cloudflare'; make(x).zones.list();`, ['zones.list | make(x).zones.list | make(x)']],
    [
      'function f(api: Cloudflare, error: APIError) { api.zones.list(); error.headers.get(); api.list(); }',
      ['zones.list | api.zones.list | typed'],
    ],
    [`import { Cloudflare as Other } from './cloudflare.js'; function f(api: Other) { api.zones.list(); }`, []],
    ['function f(api: Own.Cloudflare) { api.zones.list(); }', []],
    [
      `import { OpenAI } from 'openai'; const ai = new OpenAI({ baseURL }); ai.chat.completions.create(); make().zones.list(); (a ?? b)().zones.list();`,
      [],
    ],
    // a function of the file that is given one client and another
    [
      'const list = (api) => api.zones.list();\nlist(new Cloudflare(x)); list(new Cloudflare(y));',
      ['zones.list | api.zones.list | new Cloudflare(x)', 'zones.list | api.zones.list | new Cloudflare(y)'],
    ],
    // and the same one twice, behind another call
    [
      'const client = new Cloudflare(x), list = (api) => api.zones.list();\nclient.user.get(); list(client); list(client);',
      ['zones.list | api.zones.list | new Cloudflare(x)', 'user.get | client.user.get | new Cloudflare(x)'],
    ],
  ])('%s', (code, expected) => {
    expect(called(code)).toEqual(expected);
  });

  it.each([
    ['client.zones.list(); client.zones.list(); client.user.get(); new Cloudflare().accounts.list();', ['GET /zones', 'GET /user']],
    ['client.zones.list(); client.zones.peruse();', undefined],
    ['client.zones.list(); client.rulesets.list(options);', undefined],
    ['function f(api: Cloudflare) { return api.zones.list(); }', undefined],
    ['use(client);', undefined],
  ])('are certain to be asked for %s', (code, expected) => {
    const file = javascript(`import Cloudflare from 'cloudflare';\nconst client = new Cloudflare({ apiToken });\n${code}`, {
      path: 'program.ts',
    });
    const [client] = clients(file);
    expect(client && allCalled(client.at, file)?.map(({ method, path }) => `${method} ${path}`)).toEqual(expected);
  });
});

describe('functions of other files', () => {
  const own = "import { fetchResult } from './cfetch';\n";
  it.each([
    [
      'a path of an account',
      'fetchResult(config, `/accounts/${id}/workers/scripts/${name}`, { method: "PUT", body });',
      ['2: PUT /accounts/{}/workers/scripts/{}'],
    ],
    [
      'the method as a member',
      'const { api } = app; api.delete(`/zones/${zone}/dns_records/${id}`);',
      ['2: DELETE /zones/{}/dns_records/{}'],
    ],
    [
      'the method as an argument',
      'send("PATCH", `/zones/${zone}`, body);\nsend("POST", `/zones/${zone}/purge_cache`);',
      ['2: PATCH /zones/{}', '3: POST /zones/{}/purge_cache'],
    ],
    [
      'everything else that the same function is given',
      'fetchResult(`/accounts/${id}/queues`);\nfetchResult("/memberships");\nfetchResult(url);\nfetchResult(`/accounts/${id}/${what}`);',
      ['2: GET /accounts/{}/queues', '3: GET /memberships', '4: GET … path', '5: GET /accounts/{}/{} undescribed'],
    ],
    [
      'not what other functions are given',
      'fetchResult(`/accounts/${id}/queues`);\nfetchResult("zones");\nfetchResult(`/accounts/${id}/${what}-old`);\nlog("/zones");',
      ['2: GET /accounts/{}/queues', '3: GET … path', '4: GET … path'],
    ],
    [
      'not what members of the same name of other modules are given',
      'import cf from "./cf"; import site from "./site";\ncf.get(`/zones/${id}/dns_records`);\nsite.get("/zones");',
      ['3: GET /zones/{}/dns_records'],
    ],
    ['a module that is a function', 'import send from "./send";\nsend(`/accounts/${id}/queues`);', ['3: GET /accounts/{}/queues']],
    [
      'any operation of what is named after Cloudflare',
      'import { client } from "@acme/cloudflare-api";\nawait client.request("/zones");\nawait client.request(next);',
      ['3: GET /zones', '4: GET … path'],
    ],
    ['a short name of a method', 'api.del(`/zones/${zone}/dns_records/${id}`);', ['2: DELETE /zones/{}/dns_records/{}']],
    [
      'names that only begin or end like a method',
      'getResult(`/accounts/${id}/queues`);\nfetchPost(`/accounts/${id}/queues`);',
      ['2: GET /accounts/{}/queues', '3: GET /accounts/{}/queues'],
    ],
    [
      'nothing that is made, or called of an unknown value',
      'new URLPattern(`/zones/${id}/dns_records`);\nmake().get(`/zones/${id}/dns_records`);\n(() => 1)(`/zones/${id}/dns_records`);',
      [],
    ],
    ['paths of an account that is known', 'get(`/accounts/mine/queues/${id}/messages`);', []],
    ["paths of others' APIs", 'get(`/accounts/${id}`);\nget("/user");\nget(`/zones/${id}/animals`);', []],
  ])('%s', (_, code, expected) => {
    expect(uses(own + code)).toEqual(expected);
  });
});

describe('methods of a client that take a path', () => {
  const client = "import Cloudflare from 'cloudflare';\nconst cf = new Cloudflare();\n";
  it.each([
    ["cf.get('/zones?name=a');", ['3: GET /zones']],
    ['cf.post(`/zones/${id}/dns_records`, { body });', ['3: POST /zones/{}/dns_records']],
    ['cf.delete(path);', ['3: client.delete undescribed']],
    ["cf.withOptions({}).get('/ips');", ['3: GET /ips']],
    ["cf.on('/zones');", []],
    ["new Map().get('/zones');", []],
  ])('%s', (code, expected) => {
    expect(uses(client + code)).toEqual(expected);
  });
});

describe('resources', () => {
  it.each([
    [
      'of Pulumi',
      `import * as cloudflare from '@pulumi/cloudflare';\nnew cloudflare.DnsRecord('www', { zoneId });\nnew cloudflare.Provider('it', { apiToken });`,
      [
        '2: DELETE /zones/{}/dns_records/{}',
        '2: GET /zones/{}/dns_records/{}',
        '2: PATCH /zones/{}/dns_records/{}',
        '2: POST /zones/{}/dns_records',
        '2: PUT /zones/{}/dns_records/{}',
      ],
    ],
    [
      'of CDKTF',
      `import { R2Bucket } from '@cdktf/provider-cloudflare/lib/r2-bucket';\nnew R2Bucket(this, 'files', { accountId, name });`,
      [
        '2: DELETE /accounts/{}/r2/buckets/{}',
        '2: GET /accounts/{}/r2/buckets/{}',
        '2: PATCH /accounts/{}/r2/buckets/{}',
        '2: POST /accounts/{}/r2/buckets',
      ],
    ],
    [
      'that an account or a zone can have',
      `import * as cloudflare from '@pulumi/cloudflare';\nnew cloudflare.ZeroTrustOrganization('a', { accountId });\nnew cloudflare.ZeroTrustOrganization('b', { zoneId });`,
      [
        '2: GET /accounts/{}/access/organizations',
        '2: POST /accounts/{}/access/organizations',
        '2: PUT /accounts/{}/access/organizations',
        '3: GET /zones/{}/access/organizations',
        '3: POST /zones/{}/access/organizations',
        '3: PUT /zones/{}/access/organizations',
      ],
    ],
    [
      'that are only read',
      `import { DataCloudflareZone } from '@cdktf/provider-cloudflare/lib/data-cloudflare-zone';\nimport * as cloudflare from '@pulumi/cloudflare';\nnew DataCloudflareZone(this, 'zone', { zoneId });\ncloudflare.getAccountsOutput({});\ncloudflare.getMoon({});`,
      ['3: GET /zones/{}', '4: GET /accounts', '5: getMoon resource'],
    ],
    ['that nobody knows', `import { Moon } from '@pulumi/cloudflare';\nnew Moon('full', {});`, ['2: new Moon resource']],
    [
      'of Terraform',
      'data "cloudflare_zones" "all" {}\nresource "cloudflare_queue" "jobs" {\n  account_id = var.account_id\n}\nresource "cloudflare_moon" "full" {}\nresource "aws_instance" "web" {}\nprovider "cloudflare" {}',
      [
        '1: GET /zones/{}',
        '2: DELETE /accounts/{}/queues/{}',
        '2: GET /accounts/{}/queues/{}',
        '2: PATCH /accounts/{}/queues/{}',
        '2: POST /accounts/{}/queues',
        '2: PUT /accounts/{}/queues/{}',
        '5: resource cloudflare_moon resource',
      ],
    ],
    ['of others', `import { DnsRecord } from 'somewhere';\nnew DnsRecord('www', {});`, []],
  ])('%s', (name, code, expected) => {
    expect(uses(code, name === 'of Terraform' ? (text) => readHcl(text, 'main.tf') : javascript)).toEqual(expected);
  });

  it.each([
    ['data "cloudflare_dns_records" "all" {}', ['1: GET /zones/{}/dns_records/{}']],
    ['ephemeral "cloudflare_api_token" "ci" {}', ['1: GET /user/tokens/{}']],
    ['data "cloudflare_ip_ranges" "cloudflare" {}', ['1: GET /ips']],
    ['data "cloudflare_api_token_permission_groups_list" "dns" {}', ['1: GET /user/tokens/permission_groups']],
    ['data "my_cloudflare_zone" "a" {}\ncheck "cloudflare_zone" {}\nvariable "cloudflare_zone" {}', []],
  ])('of Terraform: %s', (code, expected) => {
    expect(uses(code, (text) => readHcl(text, 'main.tf'))).toEqual(expected);
  });

  it('of Ansible', () => {
    const tasks = '- community.general.cloudflare_dns: { zone: example.org }\n- uri: { url: https://api.cloudflare.com/client/v4/ips }\n';
    const found = uses(tasks, (text) => readYamlFile(text, 'tasks/main.yml'));
    expect(found).toEqual(expect.arrayContaining(['1: GET /zones', '1: POST /zones/{}/dns_records', '2: GET /ips']));
  });

  it.each([
    [
      'zone_id',
      ['1: GET /zones/{}/rulesets/phases/http_ratelimit/entrypoint', '1: PUT /zones/{}/rulesets/phases/http_ratelimit/entrypoint'],
    ],
    [
      'zone',
      ['1: DELETE /zones/{}/rulesets/{}', '1: GET /zones/{}/rulesets/{}', '1: POST /zones/{}/rulesets', '1: PUT /zones/{}/rulesets/{}'],
    ],
  ])('of Terraform: a ruleset with a %s', (key, expected) => {
    const code = `resource "cloudflare_ruleset" "limit" {\n  ${key} = var.zone\n  phase = "http_ratelimit"\n}`;
    expect(uses(code, (text) => readHcl(text, 'main.tf'))).toEqual(expected);
  });

  it('of Pulumi in Python', () => {
    const code =
      'import pulumi_cloudflare as cf\ncf.AccessRule("block", cf.AccessRuleArgs(zone_id=zone))\ncf.get_zone(filter=cf.GetZoneFilterArgs(name="a"))\ncf.Provider("it")';
    expect(uses(code, (text) => readPython(text, 'main.py'))).toEqual([
      '2: DELETE /zones/{}/firewall/access_rules/rules/{}',
      '2: GET /zones/{}/firewall/access_rules/rules/{}',
      '2: PATCH /zones/{}/firewall/access_rules/rules/{}',
      '2: POST /zones/{}/firewall/access_rules/rules',
      '3: GET /zones/{}',
    ]);
  });

  it('of Terraform whose name ends like several', () => {
    const code = 'resource "cloudflare_email_routing_address" "me" {}';
    expect(uses(code, (text) => readHcl(text, 'main.tf'))).toContain('1: POST /accounts/{}/email/routing/addresses');
  });

  it.each([
    `import { Provider } from '@pulumi/cloudflare';\nnew Provider('a', {});`,
    `import { CloudflareProvider } from './.gen/providers/cloudflare/provider';\nnew CloudflareProvider(this, 'a');`,
    `import { Zone } from './zones';\nnew Zone('a'); new Queue('b'); new kinds[0]('c');`,
    `resource.cloudflare_zone('a'); data.cloudflare_zones(); handlers[0]('b');`,
  ])('are none: %s', (code) => {
    expect(uses(code)).toEqual([]);
  });
});

describe('commands', () => {
  it.each([
    [
      'curl',
      'curl -X DELETE -H "Authorization: Bearer $CF_TOKEN" "https://api.cloudflare.com/client/v4/zones/$ZONE/dns_records/$ID"',
      ['1: DELETE /zones/{}/dns_records/{}'],
    ],
    ['wrangler', 'wrangler deploy --env production', ['1: PUT /accounts/{}/workers/scripts/{}']],
    [
      'wrangler by npx',
      'cd worker\nnpx wrangler pages deploy dist --project-name "$NAME"',
      ['2: POST /accounts/{}/pages/projects/{}/deployments'],
    ],
    [
      'wrangler as it was',
      'wrangler kv:key put --binding=FILES "$KEY" "$VALUE" --remote',
      ['1: PUT /accounts/{}/storage/kv/namespaces/{}/values/{}'],
    ],
    ['wrangler with options that cannot be seen', 'npx wrangler $FLAGS deploy', ['1: PUT /accounts/{}/workers/scripts/{}']],
    [
      'a function of the script',
      'cf() { curl -X POST "https://api.cloudflare.com/client/v4$1"; }\ncf "/zones/$ZONE/dns_records"',
      ['2: POST /zones/{}/dns_records'],
    ],
    ['other commands', 'make deploy\n./wrangler.sh deploy', []],
    ['wrangler on this machine', 'wrangler dev\nwrangler deploy --dry-run\nwrangler d1 execute db --file=a.sql', []],
  ])('%s', (_, code, expected) => {
    expect(uses(code, shell)).toEqual(expected);
  });

  it('are called as they are written', () => {
    expect(apiUses(shell('npx wrangler r2 object get files/a --remote')).map(({ what }) => what)).toEqual(['wrangler r2 object get']);
  });

  it('are not functions of programs', () => {
    const code =
      'import wrangler from "./wrangler.js"; wrangler("deploy"); export const run = (wrangler) => wrangler("deploy"); cli.wrangler("deploy");';
    expect(uses(code)).toEqual([]);
  });
});
