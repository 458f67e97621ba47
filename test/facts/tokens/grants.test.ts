/** The credentials that a program creates: what is said of them, and what is then done with them. */
import { describe, expect, it } from 'vitest';
import { operationsWith } from '../../../src/facts/tokens/token-uses.js';
import { grants } from '../../../src/facts/tokens/grants.js';
import { readHcl } from '../../../src/languages/hcl/index.js';
import type { Slot, SourceFile, Span } from '../../../src/source/model.js';
import { javascript } from '../../models/program.js';

const sdk = `import Cloudflare from 'cloudflare'; const client = new Cloudflare(); `;

function read(code: string): SourceFile {
  return code.startsWith('resource ') ? readHcl(code, 'main.tf') : javascript(code, { path: 'program.ts' });
}

function writtenIn({ text }: SourceFile): (span: Span) => string {
  return ({ start, end }) => text.slice(start, end);
}

describe('what is said of a credential', () => {
  function told(code: string): readonly string[] {
    const file = read(code);
    const written = writtenIn(file);
    const said = (slot: Slot): string => (typeof slot === 'string' ? slot : written(slot.at));
    return grants(file).map(({ action, sort, declared, name, at, notBefore, expires, duration, addresses }) =>
      [
        `${action} ${sort} ${name ?? '?'}${declared ? ' for good' : ''}`,
        written(at),
        ...[notBefore, expires, duration, addresses].map(said),
      ].join(' | '),
    );
  }

  const nothing = 'absent | absent | absent | absent';
  const table: readonly (readonly [code: string, ...expected: readonly string[]])[] = [
    [
      `${sdk}client.user.tokens.create({ name: 'ci', not_before: start, expires_on: end, condition: { request_ip: { in: ours } } });`,
      'create token ci | client.user.tokens.create | start | end | absent | ours',
    ],
    [
      `${sdk}client.user.tokens.create({ name: \`ci-\${branch}\`, not_before: undefined, expires_on: undefined });`,
      `create token ci-{} | client.user.tokens.create | ${nothing}`,
    ],
    [
      `${sdk}client.user.tokens.update(id, { name, not_before: null, expires_on: days ? end : undefined });`,
      'update token ? | client.user.tokens.update | null | days ? end : undefined | absent | absent',
    ],
    [
      `${sdk}class Token { ranges = []; from(range) { this.ranges.push(range); return this; } create() { return client.user.tokens.create({ name: 'ci', expires_on: end, condition: { request_ip: { in: this.ranges } } }); } }`,
      'create token ci | client.user.tokens.create | absent | end | absent | []',
    ],
    [
      `${sdk}client.user.tokens.create({ name: 'ci', ...rest });`,
      'create token ci | client.user.tokens.create | unknown | unknown | unknown | unknown',
    ],
    [
      `${sdk}client.zeroTrust.access.serviceTokens.create({ account_id: a, name: 'ci', duration: '8760h' });`,
      `create service-token ci | client.zeroTrust.access.serviceTokens.create | absent | absent | '8760h' | absent`,
    ],
    [
      `${sdk}client.zeroTrust.access.serviceTokens.create({ account_id: a, name: 'ci', duration: undefined });`,
      `create service-token ci | client.zeroTrust.access.serviceTokens.create | ${nothing}`,
    ],
    [
      `import { ApiToken } from '@pulumi/cloudflare'; new ApiToken('t', { name: 'ci', notBefore: start, expiresOn: end, condition: { requestIp: { ins: ours } } });`,
      'create token ci for good | ApiToken | start | end | absent | ours',
    ],
    [`${sdk}client.accounts.create({ name: 'acme', type: 'standard' });`],
    // the order of the text
    [
      `${sdk}fetch('https://api.cloudflare.com/client/v4/user/tokens', { method: 'POST', body: JSON.stringify({ name: 'a' }) }); client.user.tokens.create({ name: 'b' });`,
      `create token a | fetch | ${nothing}`,
      `create token b | client.user.tokens.create | ${nothing}`,
    ],
  ];
  it.each(table)('%s', (code, ...expected) => {
    expect(told(code)).toEqual(expected);
  });
});

describe('what a credential may do', () => {
  /** Of each policy: its groups, where every group is given, and its resources behind the account that they are all of. */
  function told(code: string): readonly string[] {
    const file = read(code);
    const written = writtenIn(file);
    return grants(file)
      .flatMap(({ policies }) => policies)
      .map(({ groups, everyGroup, resources }) =>
        [
          groups.map(({ group, at }) => `${group} ${written(at)}`).join(', '),
          ...(everyGroup ? [`all: ${written(everyGroup)}`] : []),
          resources.map(({ key, at, under }) => `${under === undefined ? '' : `${under} > `}${key} ${written(at)}`).join(', '),
        ].join(' | '),
      );
  }

  const one = `permission_groups: [{ id: 'a' }], resources: { r: '*' }`;
  const groups = (written: string): string => `[{ permission_groups: ${written}, resources: { r: '*' } }]`;
  const resources = (written: string): string => `[{ permission_groups: [{ id: 'a' }], resources: ${written} }]`;
  const table: readonly (readonly [policies: string, ...expected: readonly string[]])[] = [
    // policies
    [`[{ effect: 'allow', ${one} }, { ${one} }]`, `a 'a' | r r`, `a 'a' | r r`],
    [`isOurs ? [{ ${one} }] : [{ permission_groups: [{ id: 'b' }] }]`, `a 'a' | r r`, `b 'b' | `],
    [`{ ${one} }`, `a 'a' | r r`],
    [`[policy, 'policy']`],
    ['policies'],
    // that deny, or may
    [`[{ effect: 'deny', ${one} }]`],
    [`[{ effect: isOurs ? 'allow' : 'deny', ${one} }]`],
    [`[{ effect, ${one} }]`],
    [`[{ ...policy, ${one} }]`],
    // groups
    [groups(`[{ id: 'a', name: 'A' }, { name: 'B' }, { id, name: 'C' }, 'd']`), `a 'a', B 'B', C 'C', d 'd' | r r`],
    [groups(`[{ id }, { key: 'a' }, group, {}]`), ' | r r'],
    [groups(`[{ id: isOurs ? 'a' : 'b' }]`), `a 'a' | r r`],
    [groups('groups'), ' | r r'],
    [groups('await client.user.tokens.permissionGroups.list()'), ' | all: client.user.tokens.permissionGroups.list() | r r'],
    [
      groups(`isOurs ? [{ id: 'a' }] : await client.user.tokens.permissionGroups.list()`),
      `a 'a' | all: client.user.tokens.permissionGroups.list() | r r`,
    ],
    [`[{ resources: { r: '*' } }]`, ' | r r'],
    // resources
    [resources(`{ 'a.*': { 'z.*': '*', z: '*' }, r: value }`), `a 'a' | a.* > z.* 'z.*', a.* > z z, r r`],
    [resources(`{ a: undefined, b: null, c: isOurs ? '*' : undefined, d: {} }`), `a 'a' | c c, d d`],
    [resources(`isOurs ? { r: '*' } : { s: '*' }`), `a 'a' | r r, s s`],
    [resources(`JSON.stringify({ r: '*' })`), `a 'a' | r r`],
    [resources('resources'), `a 'a' | `],
    [`[{ permission_groups: [{ id: 'a' }] }]`, `a 'a' | `],
  ];
  it.each(table)('%s', (policies, ...expected) => {
    expect(told(`${sdk}client.user.tokens.create({ policies: ${policies} });`)).toEqual(expected);
  });

  it('is nothing if nothing is said', () => {
    expect(told(`${sdk}client.user.tokens.create({ name: 'ci' });`)).toEqual([]);
  });

  it('is written in blocks in Terraform', () => {
    const block = (group: string, effect = ''): string =>
      `  policy {\n    ${effect}\n    permission_groups = ["${group}"]\n    resources = { "r" = "*" }\n  }\n`;
    const resource = (blocks: string): string => `resource "cloudflare_api_token" "ci" {\n  name = "ci"\n${blocks}}\n`;
    expect(told(resource(block('a')))).toEqual(['a "a" | r "r"']);
    expect(told(resource(block('a') + block('b', 'effect = "deny"') + block('c')))).toEqual(['a "a" | r "r"', 'c "c" | r "r"']);
  });
});

describe('what is done with a token', () => {
  function told(code: string): readonly string[] {
    const file = read(code);
    return grants(file).map(
      (grant) =>
        operationsWith(grant, file)
          ?.map(({ method, path }) => `${method} ${path}`)
          .join(', ') ?? 'unknown',
    );
  }

  const root = 'https://api.cloudflare.com/client/v4';
  const token = `const token = await client.user.tokens.create({ name: 'ci' }); `;
  const scoped = `const scoped = new Cloudflare({ apiToken: token.value }); `;
  const bearer = (value = 'token.value'): string => `{ headers: { Authorization: 'Bearer ' + ${value} } }`;
  const both = 'GET /zones, POST /zones/{}/purge_cache';

  it.each([
    [`${scoped}scoped.zones.list(); scoped.cache.purge({ zone_id }); scoped.zones.list();`, both],
    [`fetch('${root}/zones', ${bearer()});`, 'GET /zones'],
    [`fetch('${root}/zones', ${bearer()}); ${scoped}scoped.zones.list(); scoped.cache.purge({ zone_id });`, both],
    [`const { value } = token; new Cloudflare({ apiToken: value }).zones.list();`, 'GET /zones'],
    [`new Cloudflare({ apiToken: isOld ? old : token.value }).zones.list();`, 'GET /zones'],
    // what tells nothing of it, and checks
    [
      `${scoped}scoped.zones.list(); log(token.id, token.name, token.status, token.expires_on, token.issued_on, token.not_before);`,
      'GET /zones',
    ],
    [`${scoped}scoped.zones.list(); if (!token || !token.value || !token.policies) throw new Error('none');`, 'GET /zones'],
    // what is done with another credential
    [`${scoped}scoped.zones.list(); fetch(url, ${bearer('other')});`, 'GET /zones'],
    [`new Cloudflare({ apiToken: token.value, apiEmail: email }).zones.list();`, 'GET /zones'],
    // clients that functions make
    [
      `const purge = (zone_id) => { ${scoped}return scoped.cache.purge({ zone_id }); }; purge(one); purge(two);`,
      'POST /zones/{}/purge_cache',
    ],
    // what goes elsewhere
    [`${scoped}scoped.zones.list(); log(token.policies);`, 'unknown'],
    [`${scoped}scoped.zones.list(); log(token);`, 'unknown'],
    [`${scoped}scoped.zones.list(); log(token.value);`, 'unknown'],
    [`${scoped}scoped.zones.list(); run(scoped);`, 'unknown'],
    [`${scoped}scoped.zones.list(); run(scoped.zones);`, 'unknown'],
    [`${scoped}export default scoped;`, 'unknown'],
    [`new Cloudflare({ apiToken: token.value });`, 'unknown'],
    [`${scoped}scoped.zones.peruse();`, 'unknown'],
    [`${scoped}scoped.zones.list(); fetch(url, ${bearer()});`, 'unknown'],
    // the secret is used nowhere
    [``, 'unknown'],
    [`log(token.id);`, 'unknown'],
    [`new Cloudflare({ apiToken: token.id }).zones.list();`, 'unknown'],
    [`new Cloudflare({ apiToken: other.value }).zones.list(); log(token.value);`, 'unknown'],
    [`new Cloudflare({ apiToken: token.id }).zones.list(); log(token.value);`, 'unknown'],
  ])('%s', (rest, expected) => {
    expect(told(sdk + token + rest)).toEqual([expected]);
  });

  it('is told apart from what is done with another', () => {
    const other = token.replace('token', 'other');
    const code = `new Cloudflare({ apiToken: token.value }).zones.list(); new Cloudflare({ apiToken: other.value }).cache.purge({ zone_id });`;
    expect(told(sdk + token + other + code)).toEqual(['GET /zones', 'POST /zones/{}/purge_cache']);
  });

  it.each([
    [`const { result } = await (await fetch(tokens, init)).json();`, 'result.value'],
    [`const answer = await fetch(tokens, init).then((response) => response.json());`, 'answer.result.value'],
    [`const { result, errors } = await (await fetch(tokens, init)).json(); if (!result) throw new Error(errors);`, 'result.value'],
  ])('is seen of an answer: %s', (create, value) => {
    const init = `const init = { method: 'POST', body: JSON.stringify({ name: 'ci' }) }, tokens = '${root}/user/tokens'; `;
    expect(told(`${init}${create} fetch('${root}/zones', ${bearer(value)});`)).toEqual(['GET /zones']);
  });
});
