/** Objects that have a credential in them: errors, answers, clients, environments, settings. */
import { describe, expect, it } from 'vitest';
import { exposures } from '../../../src/facts/exposure/exposures.js';
import { javascript } from '../../models/program.js';

function told(code: string): readonly string[] {
  const file = javascript(
    `import axios from 'axios'; import Cloudflare from 'cloudflare';
    const zones = 'https://api.cloudflare.com/client/v4/zones', headers = { Authorization: 'Bearer ' + process.env.CF_API_TOKEN };
    const get = () => axios.get(zones, { headers });
    async function handle(req, res, c, env, account) { ${code} }`,
    { path: 'program.ts' },
  );
  return exposures(file).map(({ at, how, variable }) => `${how} ${variable} | ${file.text.slice(at.start, at.end)}`);
}

const failing = (code: string): string => `try { await get() } catch (error) { ${code} }`;

const table: readonly (readonly [code: string, ...expected: readonly string[]])[] = [
  // what is opened
  [`const all = JSON.parse(text); use(all['cf-api-token']); console.log(all)`, 'log cf-api-token | all'],
  [`const all = JSON.parse(text); console.log(all['cf-api-token'], all['cf-api-token'].length)`, "log cf-api-token | all['cf-api-token']"],
  // of which members are read, so that it is no text
  [`const kinds = JSON.parse(text); use(kinds['cf-api-token'].url); console.log(kinds['cf-api-token'], kinds)`],
  // by a function that opens something else for others
  [
    `const open = (name) => JSON.parse(fs.readFileSync(name, 'utf8'));
     use(open('settings.json')['cf-api-token']); const zones = open('zones.json'); console.log(zones)`,
  ],
  // errors
  [failing('res.status(500).json(error)'), 'response error.config.headers | error'],
  [failing('res.send(error.config)'), 'response error.config | error.config'],
  [failing('return c.json({ error }, 500)'), 'response error.config.headers | error'],
  [failing('return Response.json({ error })'), 'response error.config.headers | error'],
  [failing('console.error("no zones", error)'), 'caught error.config.headers | error'],
  [failing('console.error(error.config, error.request)'), 'log error.config | error.config', 'log error.request | error.request'],
  [failing('console.error(error.message || error, error.stack ?? error)')],
  [failing('console.error(error.response?.data ?? error)'), 'caught error.config.headers | error'],
  [failing('console.error(error.toJSON())'), 'log error.toJSON | error.toJSON()'],
  [failing('console.error(JSON.stringify(error))'), 'log error.config.headers | error'],
  [
    failing('console.error((error as AxiosError).config.headers.Authorization)'),
    'log error.config.headers.Authorization | (error as AxiosError).config.headers.Authorization',
  ],
  [failing('const { config, message } = error; console.error(message, config)'), 'log error.config | config'],
  [failing('console.error(error.message, error.code, error.stack, error.config.url, error.config.headers.Accept)')],
  [failing('console.error(`no zones: ${error}`, String(error), error + "", error.toString())')],
  [failing('res.json({ error: error.message, data: error.response?.data, status: error.response.status })')],
  [failing('console.error(error.response)'), 'log error.response | error.response'],
  [failing('console.error(error.request.headers, error.request.path)'), 'log error.request.headers | error.request.headers'],
  [
    failing('console.error(error.response.config, error.response.config.headers.authorization, error.response.headers)'),
    'log error.response.config | error.response.config',
    'log error.response.config.headers.authorization | error.response.config.headers.authorization',
  ],
  [failing('console.error(error.headers, error.data.config, error.response.data.config, error.response.toJSON(), other)')],
  // errors of classes of the program
  [
    `class Failure extends Error { constructor(public config) { super('no') } } const config = { headers }; try { throw new Failure(config) } catch (error) { if (error instanceof Failure) console.error(error.config); }`,
    'log CF_API_TOKEN | error.config',
  ],
  [
    `class Failure extends Error { constructor(public config, public status) { super('no') } } const config = { headers }; try { throw new Failure(config, 1) } catch (error) { if (!(error instanceof Failure)) throw error; res.json(error.config, error.status); }`,
    'response CF_API_TOKEN | error.config',
  ],
  [
    `class Failure extends Error { constructor(public config) { super('no') } } class Other extends Error {} throw new Failure({ headers }); const shown = error instanceof Other ? error.config : error.message; console.error(shown, error.config);`,
  ],
  [failing('throw error')],
  [failing('throw new Error("no zones", { cause: error })')],
  [failing('res.end(String(error)); Sentry.captureException(error)')],
  [`await get().catch((error) => { res.json(error) })`, 'response error.config.headers | error'],
  [
    `await axios.get(zones, { headers }).then((answer) => answer.data).catch((error) => { res.json(error) })`,
    'response error.config.headers | error',
  ],
  [
    `const api = axios.create({ baseURL: zones, headers }); try { await api.get('/') } catch (error) { res.json(error) }`,
    'response error.config.headers | error',
  ],
  [
    `const zone = async () => { try { return await get() } catch (error) { throw error } }; try { await zone() } catch (error) { res.json(error) }`,
    'response error.config.headers | error',
  ],
  [
    `const zone = async () => { try { return await get() } catch (error) { return null } }; try { await zone() } catch (error) { res.json(error) }`,
  ],
  [`try { await axios.get(zones, { headers }).catch(() => null) } catch (error) { res.json(error) }`],
  [`const api = axios.create({ baseURL: zones, headers }); try { await db.get() } catch (error) { res.json(error) }`],
  [`try { await axios.get('https://acme.example/', { headers }) } catch (error) { res.json(error) }`],
  [`try { await axios.get(zones, { headers: { 'X-Auth-Email': env.EMAIL, Accept: '*' } }) } catch (error) { res.json(error) }`],
  [
    `try { await axios.get(zones, { headers: { 'X-Auth-Key': env.KEY, Accept: '*' } }) } catch (error) { res.json(error) }`,
    'response error.config.headers | error',
  ],
  [`try { await fetch(zones, { headers }) } catch (error) { res.json(error) }`],
  [`try { await db.get() } catch (error) { res.json(error) }`],
  [
    `const all = () => get(), sum = () => all(); try { await sum() } catch (error) { res.json(error) }`,
    'response error.config.headers | error',
  ],
  [
    `const all = async () => { try { return await get() } catch (cause) { throw cause } }; try { await all() } catch (error) { res.json(error) }`,
    'response error.config.headers | error',
  ],
  [`const all = async () => { try { return await get() } catch { return [] } }; try { await all() } catch (error) { res.json(error) }`],
  // answers
  [`const answer = await get(); console.log(answer.status, answer.data, answer.headers)`],
  [`const answer = await get(); console.log(answer.config)`, 'log config | answer.config'],
  [`const answer = await get(); console.log(answer)`, 'caught config.headers | answer'],
  [`const { data } = await get(); console.log(data)`],
  [
    `const answer = await get(); console.log(answer.config.headers, answer.config.url, answer.config.headers.Accept)`,
    'log config.headers | answer.config.headers',
  ],
  [
    `const answer = await axios.get(zones, { headers }).catch(handle).finally(close); console.log(answer, answer.config)`,
    'caught config.headers | answer',
    'log config | answer.config',
  ],
  [`const zone = await axios.get(zones, { headers }).then((answer) => answer.data); console.log(zone, zone.config)`],
  [`const answer = await axios.get('https://acme.example/', { headers }); console.log(answer, answer.config)`],
  [`const answer = await fetch(zones, { headers }); console.log(answer, answer.config)`],
  // requests on their way
  ...[`config.headers.Authorization = 'Bearer ' + env.TOKEN;`, `config.headers.set('X-Auth-Key', env.KEY);`].map(
    (adds) =>
      [
        `const api = axios.create({ baseURL: zones }); api.interceptors.request.use((config) => { ${adds} console.log(config.headers, config.url); return config; })`,
        'log config.headers | config.headers',
      ] as const,
  ),
  [
    `const api = axios.create({ baseURL: zones }); api.interceptors.request.use((config) => { console.log(config.headers); return config; })`,
  ],
  [
    `const api = axios.create({ baseURL: 'https://acme.example' }); api.interceptors.request.use((config) => { config.headers.Authorization = env.TOKEN; console.log(config); })`,
  ],
  [
    `const api = axios.create({ baseURL: zones, headers }); api.interceptors.response.use(undefined, (error) => { console.error(error.toJSON()); throw error; })`,
    'log error.config.headers | error.toJSON()',
  ],
  // functions that are handed each request
  [
    `import { ofetch } from 'ofetch'; const api = ofetch.create({ baseURL: zones, headers, onRequest({ request, options }) { console.log(request, options.method); console.log(options.headers, options.headers.Accept); } })`,
    'log options.headers | options.headers',
  ],
  [
    `import ky from 'ky'; const api = ky.extend({ prefixUrl: zones, headers, hooks: { beforeRequest: [(request) => { console.log(request); console.log(request.url); }] } })`,
    'log request.headers | request',
  ],
  [
    `import got from 'got'; const api = got.extend({ prefixUrl: 'https://acme.example', headers, hooks: { beforeRequest: [(options) => { console.log(options.headers); }] } })`,
  ],
  // functions that add the credential themselves
  [
    `import ky from 'ky'; ky.create({ prefixUrl: zones, hooks: { beforeRequest: [(request) => { request.headers.set('Authorization', 'Bearer ' + env.TOKEN); console.log(request.headers.get('authorization'), request.headers.get('accept')); }] } })`,
    `log request.headers | request.headers.get('authorization')`,
  ],
  [
    `import got from 'got'; got.extend({ prefixUrl: zones, hooks: { beforeRequest: [(options) => { options.headers.authorization = 'Bearer ' + env.TOKEN; console.log(options.headers); }] } })`,
    'log options.headers | options.headers',
  ],
  [
    `import { ofetch } from 'ofetch'; ofetch.create({ baseURL: zones, onRequest({ options }) { options.headers = { ...options.headers, Authorization: 'Bearer ' + env.TOKEN }; }, onResponseError({ options }) { console.log(options.headers); } })`,
    'log options.headers | options.headers',
  ],
  [
    `import ky from 'ky'; ky.create({ prefixUrl: zones, hooks: { beforeRequest: [(request) => { request.headers.set('X-Trace', id); console.log(request.headers.get('authorization')); }] } })`,
  ],
  [
    `const { parsed } = dotenv.config(); use(parsed.CLOUDFLARE_API_TOKEN); console.log(parsed, parsed.error)`,
    'log CLOUDFLARE_API_TOKEN | parsed',
  ],
  // vaults
  [
    `const { data } = await vault.read('secret/data/cloudflare'); console.log(data.data); console.log(data.lease_id)`,
    'log secret/data/cloudflare | data.data',
  ],
  [`vault.read('secret/data/cloudflare').then((all) => { console.log(all) })`, 'log secret/data/cloudflare | all'],
  [`console.log(await vault.read('secret/data/acme'), await fs.readFile('certs/cloudflare/ips.txt'))`],
  // clients
  [`const client = new Cloudflare({ apiToken: env.TOKEN }); console.log(client)`, 'log apiToken | client'],
  [`const client = new Cloudflare(); console.log(client, \`\${client}\`)`],
  [`const client = new Cloudflare({ apiToken: env.TOKEN }); console.log(\`\${client}\`, client.baseURL)`],
  [
    `console.log(new Cloudflare({ apiEmail: env.EMAIL, apiKey: env.KEY }))`,
    'log apiKey | new Cloudflare({ apiEmail: env.EMAIL, apiKey: env.KEY })',
  ],
  [`console.log(new Cloudflare({ apiEmail: env.EMAIL }), new Cloudflare({ apiToken: env.TOKEN }).zones)`],
  [
    `const { S3Client } = require('@aws-sdk/client-s3'); console.log(new S3Client({ endpoint: 'https://a.r2.cloudflarestorage.com', credentials: { secretAccessKey: env.KEY } }))`,
  ],
  // environments
  [`use(env.CF_API_TOKEN); console.log(env)`, 'log CF_API_TOKEN | env'],
  [`use(env.CF_API_TOKEN); return new Response(JSON.stringify(env))`, 'response CF_API_TOKEN | env'],
  [`console.log(process.env, process.env.NODE_ENV)`, 'log CF_API_TOKEN | process.env'],
  [`use(env.CF_API_TOKEN); const say = (env) => console.log(env); say('production')`],
  [`use(env.NODE_ENV, env.CLOUDFLARE_ACCOUNT_ID, env.CLOUDFLARE_EMAIL); console.log(env)`],
  // settings
  [`new Cloudflare({ apiToken: account.token }); console.log(account)`, 'log token | account'],
  [`new Cloudflare({ apiToken: account.keys.token }); console.log(account.keys); console.log(account)`, 'log token | account.keys'],
  [`const { cf, all } = await read(); new Cloudflare({ apiToken: cf.token }); console.log(cf); console.log(all)`, 'log token | cf'],
  [`const row = await db.get(1); new Cloudflare({ apiToken: row.keys.cf }); console.log(row.keys); console.log(row)`, 'log cf | row.keys'],
  [`new Cloudflare({ apiToken: await read('cf') }); new Cloudflare({ apiToken: TOKENS.cf }); console.log(TOKENS)`],
  [`new Cloudflare({ apiToken: account }); console.log(account); console.log(account.name)`, 'log account | account'],
  [`new Cloudflare({ apiToken: account.token, apiEmail: account.owner.email }); console.log(account.owner)`],
  [`const row = await db.get(1); new Cloudflare({ apiToken: row.cf_api_key }); res.json(row)`, 'response cf_api_key | row'],
  [`const row = await db.get(1); new Cloudflare({ apiToken: row.cf_api_key }); res.json({ id: row.id, zone: row.zone })`],
  [`new Cloudflare({ apiToken: account.token }); throw new Error('no: ' + JSON.stringify(account))`, 'error token | account'],
  [
    `const o = { method: 'GET', headers }; console.log(o); console.log({ headers }); console.log(o.method)`,
    'log CF_API_TOKEN | o',
    'log CF_API_TOKEN | headers',
  ],
];

describe('objects that have a credential in them', () => {
  it.each(table)('%s', (code, ...expected) => {
    expect(told(code)).toEqual(expected);
  });
});

it('knows errors of clients whose answers hold no request', () => {
  const file = javascript(
    `import ky from 'ky'; const api = ky.create({ prefixUrl: 'https://api.cloudflare.com/client/v4', headers: { Authorization: 'Bearer ' + process.env.CF_API_TOKEN } });
    try { console.log(await api.get('zones')) } catch (error) { console.error(error.options, error, error.response) }`,
  );
  expect(exposures(file).map(({ at }) => file.text.slice(at.start, at.end))).toEqual(['error.options']);
});
