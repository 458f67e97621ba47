import { describe, expect, it } from 'vitest';
import { givenToCommands } from '../../../src/facts/credentials/secret-commands.js';
import { lint, pointedAt } from '../../lint.js';
import { alphabets, characters, random, shapes } from '../../made-up/credentials.js';
import { shell } from '../../models/program.js';
import { show } from '../../models/show.js';

const next = random(31);
const token = shapes['legacy token']!(next);
const key = shapes['legacy global key']!(next);
const secret = characters(64, alphabets.hex, next);

const database = `postgres://app:${characters(20, alphabets.base62, next)}@db.shop-internal.net:5432/shop`;

/** The characters that are found in a line, `<T>` and its like filled in. */
const found = (line: string): readonly string[] => {
  const filled = line.replace('<T>', token).replace('<K>', key).replace('<S>', secret).replace('<D>', database);
  const code = `#!/bin/sh\n${filled}\n`;
  return lint(code, { 'cloudflare-auth/no-hardcoded-credentials': 'error' }, 'a.sh').map((message) => pointedAt(code, message));
};

describe('a credential that a command is given', () => {
  it.each([
    [`wrangler --api-token <T> deploy`, token],
    [`npx wrangler deploy --var CF_API_TOKEN:<T>`, token],
    [`npx -y @acme/cloudflare-mcp --token <T>`, token],
    [`cloudflare-dns --api-token=<T>`, token],
    [`wrangler hyperdrive create db --connection-string="<D>"`, database],
    [`terraform apply -var cloudflare_api_token=<T>`, token],
    [`tofu plan -var='cloudflare_api_token=<T>'`, token],
    [`TF_VAR_cloudflare_api_token=<T> terraform apply`, token],
    [`CF_API_KEY=<K> flarectl zone list`, key],
    [`cf-terraforming generate --token <T> --resource-type cloudflare_record`, token],
    [`cf-terraforming generate -k<K> -e ann@acme.dev`, key],
    [`cfcli --token <T> zones`, token],
    [`cfcli -e ann@acme.dev -k <K> zones`, key],
    [`cloudflared access ssh --hostname a.example --service-token-secret <S>`, secret],
    [`echo <T> | wrangler secret put CLOUDFLARE_API_TOKEN`, token],
    [`wrangler pages secret put CF_TOKEN <<< "<T>"`, token],
    [`gh secret set CLOUDFLARE_API_TOKEN --body <T>`, token],
    [`gh secret set CLOUDFLARE_API_TOKEN -b"<T>"`, token],
    [`printf %s <T> | vercel env add CLOUDFLARE_API_TOKEN production`, token],
    [`pulumi config set cloudflare:apiToken <T>`, token],
    [`netlify env:set CLOUDFLARE_API_TOKEN <T>`, token],
    [`aws configure set aws_secret_access_key <S> # for https://a.r2.cloudflarestorage.com`, secret],
    [`kubectl create secret generic cloudflare --from-literal=api-token=<T>`, token],
    [`docker run -e CF_API_TOKEN=<T> acme/ddns`, token],
    [`helm upgrade dns ./dns --set cloudflare.apiToken=<T>`, token],
    [`sudo bash -c 'CLOUDFLARE_API_TOKEN=<T> wrangler deploy'`, token],
  ])('%s', (line, expected) => {
    expect(found(line)).toEqual([expected]);
  });

  it.each([
    'wrangler hyperdrive create db --connection-string="postgres://<DB_USER>:<DB_PASSWORD>@<DB_HOST>:5432/<DATABASE>"',
    'gh secret set NPM_TOKEN --body <T> # cloudflare',
    'echo <T> | wrangler secret put SESSION_SEED',
    'pulumi config set aws:region <T> # cloudflare',
    'kubectl create secret generic grafana --from-literal=password=<T> # cloudflare',
    'wrangler secret put CLOUDFLARE_API_TOKEN <<< "$CLOUDFLARE_API_TOKEN"',
  ])('is none in %s', (line) => {
    expect(found(line)).toEqual([]);
  });
});

describe('what commands are given', () => {
  it.each([
    // options of a program
    ['cf-terraforming generate --token a --key b -t c -k d', 'api-token "a"', 'api-token "c"', 'global-api-key "b"', 'global-api-key "d"'],
    [
      'cf-terraforming generate --token=a -tb -t "$T" --key="x$K"',
      'api-token "a"',
      'api-token "b"',
      'api-token env.T',
      'global-api-key "x{}"',
    ],
    ['cf-terraforming generate --tokens a "$T" --token'],
    ['other generate --token a; constructor --token a; "$PROGRAM" --token a'],
    // behind the name
    ['pulumi config set --secret cloudflare:apiToken t --stack prod', 'api-token "t"'],
    ['pulumi config set cloudflare:apiToken'],
    ['pulumi config get cloudflare:apiToken t; pulumi config; pulumi set cloudflare:apiToken t; other config set cloudflare:apiToken t'],
    ['pulumi "$COMMAND" set cloudflare:apiToken t; pulumi config set "$NAME" t'],
    // behind an option, and written into the command
    ['gh secret set CF_API_TOKEN --body t', 'api-token "t"'],
    ['echo u | gh secret set CF_API_KEY -b t', 'global-api-key "t"', 'global-api-key "u"'],
    ['gh secret set CF_API_EMAIL --body e', 'email "e"'],
    ['gh secret set NAME --body t'],
    ['echo "$T" | wrangler secret put CF_API_TOKEN --env prod', 'api-token env.T'],
    ['wrangler secret put CF_API_TOKEN t; echo t | wrangler secret delete CF_API_TOKEN'],
    // by the names of both
    [
      'kubectl create secret generic cloudflare -n dns --from-literal=api-token=t --from-literal account-id=i --from-literal email=e',
      'api-token "t"',
      'email "e"',
    ],
    ['kubectl create secret generic cloudflare --from-literal=api-token --from-literal "$PAIR" --from-literal="api token=c"'],
    ['kubectl create secret generic cloudflare --from-literal="api-token=$T"', 'api-token "{}"'],
    ['kubectl create secret generic session --from-literal=cloudflare-token=t', 'api-token "t"'],
    ['kubectl create secret generic dns --from-literal=api-token=t'],
    ['kubectl create secret tls cloudflare --from-literal=api-token=t'],
    // keys of R2
    ['aws configure set aws_secret_access_key s # https://a.r2.cloudflarestorage.com', 'r2-secret-access-key "s"'],
    ['aws configure set region s # https://a.r2.cloudflarestorage.com'],
    ['aws configure set aws_secret_access_key s'],
  ])('%s', (script, ...expected) => {
    expect(givenToCommands(shell(script)).map(({ role, value }) => `${role} ${show(value)}`)).toEqual(expected);
  });
});
