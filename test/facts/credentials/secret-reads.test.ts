/** What programs read from stores of secrets, and what they send to Cloudflare: the names that both have. */
import { describe, expect, it } from 'vitest';
import { secretMember, secretRead } from '../../../src/facts/credentials/secret-reads.js';
import { sentCredentials } from '../../../src/facts/credentials/sent-credentials.js';
import { javascript } from '../../models/program.js';
import { show } from '../../models/show.js';

/** What the value that a program uses is called in its store. */
function told(code: string): string | undefined {
  const file = javascript(code, { path: 'program.ts' });
  const value = file.calls.find(({ callee }) => callee.kind === 'name' && callee.path[0] === 'use')?.arguments[0];
  if (value?.kind !== 'name' && value?.kind !== 'call') throw new Error('The program uses nothing');
  return value.kind === 'name' ? secretMember(value) : secretRead(value);
}

const edge = `GetSecretValueCommand({ SecretId: 'edge' })`;

describe('what a store is asked for', () => {
  it.each([
    // by name
    [`use(core.getInput('apiToken'))`, 'apiToken'],
    [`use(Deno.env.get('CF_TOKEN'))`, 'CF_TOKEN'],
    [`use(store.getSecret({ name: 'edge', version: 1 }))`, 'edge'],
    [`use(store.getSecret({ version: 1 }))`, undefined],
    [`use(store.getSecret(name))`, undefined],
    [`use(store.getSecret())`, undefined],
    [`use(store.getSecret('missing: cloudflare/api-token'))`, undefined],
    [`use(store.getSecret('cloudflare/api-token: missing'))`, undefined],
    [`use(store.getSecret('the token'))`, undefined],
    [`use(store.settle('edge'))`, undefined],
    [`use(readers[one]('edge'))`, undefined],
    // by the full name that a cloud has for it
    [`use(store.getSecret('arn:aws:secretsmanager:eu-west-1:210987654321:secret:edge-Q3xZbK'))`, 'edge'],
    [`use(ssm.getParameter({ Name: 'arn:aws:ssm:eu-west-1:210987654321:parameter/prod/edge' }))`, 'prod/edge'],
    [`use(store.getSecret('arn:aws:kms:eu-west-1:210987654321:key/edge'))`, undefined],
    [`use(client.accessSecretVersion({ name: 'projects/acme/secrets/edge/versions/latest' }))`, 'edge'],
    [`use(client.accessSecretVersion({ name: 'projects/acme/topics/edge' }))`, 'projects/acme/topics/edge'],
    // of Doppler, with project and configuration before it
    [`use(doppler.secrets.get('edge', 'prd', 'CF_TOKEN'))`, 'CF_TOKEN'],
    [`use(doppler.secrets.get('edge'))`, 'edge'],
    [`use(doppler.configs.get('edge', 'prd', 'CF_TOKEN'))`, 'edge'],
    // of Effect, which shows nothing until it is taken out
    [`use(Config.redacted('CF_TOKEN'))`, undefined],
    [`use(Config.secret('CF_TOKEN'))`, undefined],
    [`use(effect.Config.secret('CF_TOKEN'))`, undefined],
    [`use(MyConfig.secret('CF_TOKEN'))`, 'CF_TOKEN'],
    [`use(Redacted.value(Config.redacted('CF_TOKEN')))`, 'CF_TOKEN'],
    [`use(Redacted.value(Config.redacted()))`, undefined],
    [`use(Redacted.value(Config.string('CF_TOKEN')))`, undefined],
    [`use(Redacted.values(Config.redacted('CF_TOKEN')))`, undefined],
    // by the way to it
    [`use(op.secrets.resolve('op://Private/Cloudflare API token/credential'))`, 'Cloudflare-API-token'],
    [`use(op.secrets.resolve('op://Private/the token/credential'))`, undefined],
    [`use(store.getSecret('/prod//cloudflare/ api-token/'))`, 'cloudflare/api-token'],
    [`use(store.getSecret('prod/edge'))`, 'prod/edge'],
    // by a command
    [`use(execSync('op read "op://Private/Cloudflare API token/credential"'))`, 'Cloudflare-API-token'],
    [`use(execSync('vault kv get -field=token secret/cloudflare/api-token'))`, 'cloudflare/api-token'],
    [`use(execSync('vault read -field token cloudflare/prod/api-token'))`, 'cloudflare/prod/api-token'],
    [`use(execSync("doppler secrets get 'CF_API_TOKEN' --plain"))`, 'CF_API_TOKEN'],
    [`use(execSync('pass show CF_API_TOKEN'))`, 'CF_API_TOKEN'],
    [`use(execSync('gcloud secrets versions access latest --secret=cloudflare-api-token'))`, 'cloudflare-api-token'],
    [`use(execSync('pass show edge'))`, undefined],
    [`use(execSync('cat cloudflare/api-token'))`, undefined],
    [`use(execSync(command))`, undefined],
    // as a member
    [`const { value } = await store.getSecret('edge'); use(value)`, 'edge'],
    [`const secret = await store.getSecret('edge'); use(secret.properties)`, undefined],
    [`const secret = await store.findSecret('edge'); use(secret.value)`, undefined],
    [`const secret = await aws.send(new ${edge}); use(secret.SecretString)`, 'edge'],
    [`const secret = await this.aws.client.send(new ${edge}); use(secret.SecretString)`, 'edge'],
    [`const secret = await aws.push(new ${edge}); use(secret.SecretString)`, undefined],
    [`const secret = await aws.send(command); use(secret.SecretString)`, undefined],
    [`const { Parameter } = await ssm.getParameter({ Name: '/edge' }).promise(); use(Parameter.Value)`, '/edge'],
    [`const { Parameter } = await ssm.getParameter({ Name: '/edge' }).then(); use(Parameter.Value)`, undefined],
    [`const [version] = await client.accessSecretVersion({ name: 'edge' }); use(version.payload.data)`, 'edge'],
    [`const [version] = await client.accessSecretVersion({ name: 'edge' }); use(version)`, undefined],
    // in what a function opens
    [`use(JSON.parse(text).CF_TOKEN)`, 'CF_TOKEN'],
    [`use(useRuntimeConfig().cloudflare.CF_TOKEN)`, 'CF_TOKEN'],
    [`use(useRuntimeConfig().public.CF_TOKEN)`, undefined],
    [`use(JSON.parse(text).CF_ACCOUNT_ID)`, undefined],
    [`use(JSON.stringify(text).CF_TOKEN)`, undefined],
    [`use(readers[one]().CF_TOKEN)`, undefined],
    [`use(settings.CF_TOKEN)`, undefined],
  ])('%s', (code, expected) => {
    expect(told(code)).toBe(expected);
  });
});

/** What a program sends to Cloudflare as a credential. */
function sent(code: string): readonly string[] {
  const file = javascript(`const root = 'https://api.cloudflare.com/client/v4', zones = root + '/zones';\n${code}`, { path: 'program.ts' });
  return sentCredentials(file).map(({ leaf, variable }) => `${variable} = ${show(leaf)}`);
}

const send = (token: string, url = 'zones'): string => `fetch(${url}, { headers: { Authorization: \`Bearer \${${token}}\` } });`;
const from = (imported: string): string => `import Cloudflare from 'cloudflare'; ${imported}`;

describe('what is sent to Cloudflare', () => {
  it.each([
    // in headers
    [send('token'), 'token = token'],
    [send('account.keys.token'), 'token = account.keys.token'],
    [send('a ?? b'), 'a = a', 'b = b'],
    [send('`${a}.${b}`'), 'a = a', 'b = b'],
    [send(`'x'`)],
    [`fetch(zones, { headers: { 'X-Auth-Key': k, 'X-Auth-Email': e } });`, 'k = k'],
    [`fetch('https://acme.example/', { headers: { 'X-Auth-Key': k, 'X-Auth-Email': e } });`],
    [`const headers = { 'X-Auth-Key': k, 'X-Auth-Email': e };`, 'k = k'],
    [`const headers = { 'X-Auth-Key': k };`],
    [`fetch('https://acme.example/', { headers: { 'CF-Access-Client-Id': i, 'CF-Access-Client-Secret': s } });`, 's = s'],
    // in options
    [from('new Cloudflare({ apiToken: token, apiEmail: e, baseURL: u });'), 'token = token'],
    [from('new Cloudflare({ apiKey: key, apiEmail: e });'), 'key = key'],
    // what calls give
    [send('ask()'), 'ask() = ask()'],
    [`const token = await ask(); ${send('token')}`, 'token = ask()'],
    [`const settings = { token: await ask() }; ${send('settings.token')}`, 'ask() = ask()'],
    [send(`getInput('edge')`), 'edge = getInput("edge")'],
    [send('new Token()'), 'authorization = new Token()'],
    [from('new Cloudflare({ apiToken: askers[one]() });'), 'apiToken = ?()'],
    [`import token from './token.js'; ${send('token')}`, './token.js = ./token.js:'],
    // ids that are credentials of something else
    [`function f(id) { ${send('id', 'zones + `/${id}`')} }`],
    [`function f(id, token) { ${send('token', 'zones + `/${id}`')} }`, 'token = ~token'],
    [`function f(token) { ${send('token', 'zones + `?token=${token}`')} }`, 'token = ~token'],
    [`function f(token) { ${send('token', 'zones + `/${(one ? `a-${token}` : other)}`')} }`],
    [`function f(id) { fetch(zones + '/' + id); } function g(id) { ${send('id')} }`, 'id = ~id'],
    [`function f(a) { ${send('a.token', 'zones + `/${a.id}`')} }`, 'token = ~a.token'],
    [`import { id } from './a.js'; import { id as token } from './b.js'; ${send('token', 'zones + `/${id}`')}`, 'id = ./b.js:id'],
    [`const find = (name) => table(name); ${send(`find('token')`, `zones + '/' + find('id')`)}`, 'table() = table("token")'],
    [`const find = (name) => table(name); ${send(`find('id')`, `zones + '/' + find('id')`)}`],
    [send('table()', `zones + '/' + table()`), 'table() = table()'],
    [`const a = make(), b = make(); ${send('b.id', `zones + '/' + a.id`)}`, 'id = (make()).id'],
  ])('%s', (code, ...expected) => {
    expect(sent(code)).toEqual(expected);
  });
});
