import type { Linter } from 'eslint';
import { expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { lint } from '../lint.js';
import { characters, alphabets, random } from '../made-up.js';

const next = random(7);
const token = characters(40, alphabets.base62, next);
const id = characters(32, alphabets.hex, next);
const secret = characters(64, alphabets.hex, next);

/** What is reported of a program that imports some packages, by rule and line. */
function found(paths: readonly string[], body: string): readonly string[] {
  const imports = ['"context"', '"os"', ...paths.map((path) => (path.includes(' ') ? path : `"${path}"`))];
  const text = `package p\nimport (\n${imports.join('\n')}\n)\n${body}`;
  const before = text.length - body.length;
  const linesBefore = text.slice(0, before).split('\n').length - 1;
  return lint(text, plugin.configs.strict.rules as Linter.RulesRecord, 'program.go').map(
    ({ ruleId, line }) => `${String(line - linesBefore)} ${(ruleId ?? '').replace('cloudflare-auth/', '')}`,
  );
}

const api = 'github.com/cloudflare/cloudflare-go';
const v4 = `cf "${api}/v4"`;

type Row = readonly [name: string, paths: readonly string[], body: string, ...expected: readonly string[]];

const table: readonly Row[] = [
  ['libdns', ['github.com/libdns/cloudflare'], `var p = &cloudflare.Provider{APIToken: "${token}"}`, '1 no-hardcoded-credentials'],
  ['libdns of another company', ['github.com/libdns/hetzner'], `var p = &hetzner.Provider{APIToken: "${token}"} // not Cloudflare`],
  [
    'lego, field by field',
    ['github.com/go-acme/lego/v4/providers/dns/cloudflare'],
    'func f() {\nc := cloudflare.NewDefaultConfig()\nc.AuthEmail = os.Getenv("A")\nc.AuthKey = os.Getenv("B")\n}',
    '4 prefer-api-token',
  ],
  [
    'lego, whole',
    ['github.com/go-acme/lego/v4/providers/dns/cloudflare'],
    `var c = cloudflare.Config{\nAuthToken: "${token}",\n}`,
    '2 no-hardcoded-credentials',
  ],
  ['a struct of the project', [], `var c = Cloudflare{APIToken: "${token}", ZoneID: "${id}"}`, '1 no-hardcoded-credentials'],
  [
    'credentials of R2',
    ['github.com/aws/aws-sdk-go-v2/credentials'],
    `var c = credentials.NewStaticCredentialsProvider("${id}", "${secret}", "")\nvar e = "https://${id}.r2.cloudflarestorage.com"`,
    '1 no-hardcoded-credentials',
  ],
  [
    'credentials of AWS',
    ['github.com/aws/aws-sdk-go-v2/credentials'],
    `var c = credentials.NewStaticCredentialsProvider("${id}", "${secret}", "") // Cloudflare is in front`,
  ],
  [
    'a roll whose secret is dropped',
    [api],
    'func f(api *cloudflare.API) {\n_, err := api.RollAPIToken(context.TODO(), "a")\nif err != nil {\npanic(err)\n}\n}',
    '2 require-credential-rotation',
  ],
  [
    'a roll whose secret is kept',
    [api],
    'func f(api *cloudflare.API) string {\nvalue, err := api.RollAPIToken(context.TODO(), "a")\nif err != nil {\npanic(err)\n}\nreturn value\n}',
  ],
  [
    'a service token whose secret is kept',
    [v4],
    'func f() string {\nc := cf.NewClient()\nmade, err := c.ZeroTrust.Access.ServiceTokens.Rotate(context.TODO(), "a")\nif err != nil {\npanic(err)\n}\nreturn made.ClientSecret\n}',
  ],
  [
    'a purge whose error is dropped',
    [api],
    'func f(api *cloudflare.API) {\n_, _ = api.PurgeEverything(context.TODO(), "a")\n}',
    '2 no-ignored-auth-failure',
  ],
  [
    'an account without two-factor authentication',
    [api],
    'func f(api *cloudflare.API) error {\n_, err := api.UpdateAccount(context.TODO(), "a", cloudflare.Account{Settings: &cloudflare.AccountSettings{EnforceTwoFactor: false}})\nreturn err\n}',
    '2 require-two-factor',
  ],
  [
    'an account with two-factor authentication',
    [v4, `"${api}/v4/accounts"`],
    'func f() error {\nc := cf.NewClient()\n_, err := c.Accounts.Update(context.TODO(), accounts.AccountUpdateParams{Account: accounts.AccountParam{Settings: cf.F(accounts.AccountSettingsParam{EnforceTwofactor: cf.F(true)})}})\nreturn err\n}',
  ],
  [
    'a policy that a constant says to allow',
    [api, `"${api}/v4/shared"`],
    'func f(api *cloudflare.API) (any, error) {\nreturn api.CreateAPIToken(context.TODO(), cloudflare.APIToken{ExpiresOn: e, Condition: c, Policies: p{{\nEffect: shared.TokenPolicyEffectAllow,\nResources: r{"com.cloudflare.api.account.zone.*": "*"}}}})\n}',
    '4 restrict-token-permissions',
  ],
  [
    'an answer of a client that is made where it is used',
    ['net/http', 'encoding/json'],
    'func f() string {\nreq, _ := http.NewRequest("GET", "https://api.cloudflare.com/client/v4/zones", nil)\nreq.Header.Set("Authorization", "Bearer "+os.Getenv("CF_API_TOKEN"))\nresp, err := (&http.Client{}).Do(req)\nif err != nil {\npanic(err)\n}\nvar z struct{ Result []struct{ ID string } }\njson.NewDecoder(resp.Body).Decode(&z)\nreturn z.Result[0].ID\n}',
    '4 no-ignored-auth-failure',
  ],
];

it.each(table.map((row) => [row[0], row] as const))('%s', (_, [, paths, body, ...expected]) => {
  expect(found(paths, body)).toEqual(expected);
});
