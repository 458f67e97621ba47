import { expect, it } from 'vitest';
import { characters, alphabets, random } from '../made-up/credentials.js';
import { found } from './found.js';

const next = random(7);
const token = characters(40, alphabets.base62, next);
const id = characters(32, alphabets.hex, next);
const secret = characters(64, alphabets.hex, next);

const api = 'github.com/cloudflare/cloudflare-go';
const v4 = `cf "${api}/v4"`;

type GoProgram = readonly [name: string, packages: readonly string[], body: string, ...expected: readonly string[]];

const go: readonly GoProgram[] = [
  ['libdns', ['github.com/libdns/cloudflare'], `var p = &cloudflare.Provider{APIToken: "${token}"}`, '1 no-hardcoded-credentials'],
  [
    'a dotenv file that is read',
    ['fmt', 'github.com/joho/godotenv'],
    'func f() {\nenv, _ := godotenv.Read()\nfmt.Println(env["CF_ZONE_ID"])\nfmt.Println(env["CF_API_TOKEN"])\n}',
    '4 no-credential-exposure',
  ],
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

it.each(go.map((row) => [row[0], row] as const))('Go: %s', (_, [, packages, body, ...expected]) => {
  const imports = ['"context"', '"os"', ...packages.map((path) => (path.includes(' ') ? path : `"${path}"`))];
  expect(found('program.go', `package p; import (${imports.join('; ')})\n${body}`)).toEqual(expected);
});

type Program = readonly [name: string, body: string, ...expected: readonly string[]];

const zones = 'https://api.cloudflare.com/client/v4/zones';
const bearer = "'Authorization: Bearer ' . getenv('CF_API_TOKEN')";
const curl = `$ch = curl_init('${zones}');\ncurl_setopt($ch, CURLOPT_HTTPHEADER, [${bearer}]);`;

const php: readonly Program[] = [
  [
    'an answer of curl that is dropped',
    `${curl}\ncurl_exec($ch);\n$time = curl_getinfo($ch, CURLINFO_TOTAL_TIME);`,
    '3 no-ignored-auth-failure',
  ],
  ['a status that is asked of the request', `${curl}\ncurl_exec($ch);\nif (curl_getinfo($ch, CURLINFO_HTTP_CODE) !== 200) exit(1);`],
  [
    'all that is known of the request',
    `${curl}\n$a = json_decode(curl_exec($ch))->result;\nif (curl_getinfo($ch)['http_code'] !== 200) exit(1);`,
  ],
  ['errors that curl makes of a status', `${curl}\ncurl_setopt($ch, CURLOPT_FAILONERROR, true);\nif (!curl_exec($ch)) exit(1);`],
  [
    'one of two requests of one handle',
    `${curl}\n$a = json_decode(curl_exec($ch), true);\nif (!$a['success']) exit(1);\ncurl_setopt($ch, CURLOPT_URL, '${zones}/a');\n$a = json_decode(curl_exec($ch), true);\necho $a['result']['name'];`,
    '6 no-ignored-auth-failure',
  ],
  [
    'a token that curl creates',
    `$ch = curl_init('https://api.cloudflare.com/client/v4/user/tokens');\ncurl_setopt_array($ch, [CURLOPT_POSTFIELDS => json_encode(['name' => 'a', 'policies' => $p]), CURLOPT_HTTPHEADER => [${bearer}]]);\n$a = json_decode(curl_exec($ch), true);\nif (!$a['success']) exit(1);\nkeep($a['result']['value']);`,
    '3 require-token-expiration',
    '3 require-token-ip-filter',
  ],
  [
    'a command with a key',
    `shell_exec("curl -sf ${zones} -H 'X-Auth-Email: a@b.org' -H 'X-Auth-Key: $key'");`,
    '1 prefer-api-token',
    '1 no-credential-exposure',
  ],
  ['a tunnel whose token is an argument', `exec("cloudflared tunnel run --token " . getenv('TUNNEL_TOKEN'));`, '1 no-credential-exposure'],
  ['a command of ours', `exec('npx wrangler deploy');\n$a = \`npx wrangler whoami\`; // Cloudflare`],
  [
    'headers that a method gives',
    "class A { function headers() { return [\n'X-Auth-Email: ' . $this->email,\n'X-Auth-Key: ' . $this->key]; } }",
    '3 prefer-api-token',
  ],
  [
    'a client that is told not to throw',
    `$c = new GuzzleHttp\\Client(['http_errors' => false]);\n$r = $c->get('${zones}', ['headers' => ['Authorization' => 'Bearer ' . getenv('CF_API_TOKEN')]]);\necho json_decode($r->getBody()->getContents(), true)['result'];`,
    '2 no-ignored-auth-failure',
  ],
  [
    'a client that throws',
    `$c = new GuzzleHttp\\Client();\n$r = $c->get('${zones}', ['headers' => ['Authorization' => 'Bearer ' . getenv('CF_API_TOKEN')]]);\necho json_decode($r->getBody()->getContents(), true)['result'];`,
  ],
  [
    'an answer of WordPress that is only asked whether it came',
    `$r = wp_remote_get('${zones}', ['headers' => ['Authorization' => "Bearer $t"]]);\nif (is_wp_error($r)) { error_log($r->get_error_message()); exit(1); }`,
    '1 no-ignored-auth-failure',
  ],
  [
    'an error of WordPress that is given on',
    `function f($t) {\n$r = wp_remote_get('${zones}', ['headers' => ['Authorization' => "Bearer $t"]]);\nif (is_wp_error($r)) return $r;\nreturn json_decode(wp_remote_retrieve_body($r), true)['result'];\n}`,
    '2 no-ignored-auth-failure',
  ],
  [
    'an answer of WordPress that is given on',
    `function f($t) {\n$r = wp_remote_get('${zones}', ['headers' => ['Authorization' => "Bearer $t"]]);\nif (is_wp_error($r)) return null;\nreturn $r;\n}`,
  ],
  [
    'a status of WordPress beside its error',
    `$r = wp_remote_get('${zones}', ['headers' => ['Authorization' => "Bearer $t"]]);\nif (is_wp_error($r) || wp_remote_retrieve_response_code($r) !== 200) exit(1);`,
  ],
  [
    'WordPress without the check of a certificate',
    `$r = wp_remote_get('${zones}', ['sslverify' => false, 'headers' => ['Authorization' => "Bearer $t"]]);\nif (wp_remote_retrieve_response_code($r) !== 200) exit(1);`,
    '1 require-https',
  ],
  [
    'a token in a page',
    "?>\n<p><?= htmlspecialchars(getenv('CF_API_TOKEN')) ?></p>\n<?= getenv('CF_API_TOKEN') ?>\n<?= getenv('CF_API_TOKEN') ? 'set' : 'missing' ?>\n<?php getenv('CF_API_TOKEN') ?>\n<?php",
    '2 no-credential-exposure',
    '3 no-credential-exposure',
  ],
  [
    'credentials of R2',
    `$c = new Aws\\Credentials\\Credentials('${id}', '${secret}'); $e = 'https://${id}.r2.cloudflarestorage.com';`,
    '1 no-hardcoded-credentials',
  ],
  ['a token that is replaced before it is shown', "$token = getenv('CF_API_TOKEN');\nuse_it($token);\n$token = '***';\necho $token;"],
];

it.each(php.map((row) => [row[0], row] as const))('PHP: %s', (_, [, body, ...expected]) => {
  expect(found('program.php', `<?php\n${body}\n`)).toEqual(expected);
});

const python: readonly Program[] = [
  [
    'the default of an option that is sent',
    `p = argparse.ArgumentParser()\np.add_argument("--token", default="${token}")\nargs = p.parse_args()\nrequests.get("${zones}", headers={"Authorization": f"Bearer {args.token}"}).raise_for_status()`,
    '2 no-hardcoded-credentials',
  ],
  [
    'the variable behind an option that is shown',
    'p = argparse.ArgumentParser()\np.add_argument("-t", "--cf-token", dest="t", default=os.environ.get("CF_API_TOKEN"))\nprint(p.parse_args().t)',
    '3 no-credential-exposure',
  ],
  [
    'an option that is no credential',
    `p = argparse.ArgumentParser()\np.add_argument("--build", default="${token}")\nargs = p.parse_args()\nprint(args.build, "Cloudflare")`,
  ],
  [
    "click's option",
    '@click.command()\n@click.option("-t", "--cf-token", envvar=["CLOUDFLARE_API_TOKEN"])\n@click.option("--zone", envvar="ZONE")\ndef f(cf_token, zone):\n    click.echo(zone)\n    click.echo(cf_token)',
    '6 no-credential-exposure',
  ],
  [
    "typer's option",
    'def f(key: str = typer.Option(..., envvar="CLOUDFLARE_API_TOKEN"), zone: str = typer.Option("a")):\n    typer.echo(zone)\n    typer.echo(key)',
    '3 no-credential-exposure',
  ],
  [
    'the default of an option that is read from a variable',
    `@click.command()\n@click.option("-a", envvar="CF_API_TOKEN", default="${token}")\n@click.option("-b", envvar=["CF_TOKEN", "CF_API_TOKEN"], default="${token}")\n@click.option("-c", envvar="BUILD", default="${token}", help="for Cloudflare")\n@click.option("-d", envvar=["CF_API_TOKEN", "BUILD"], default="${token}")\ndef f(a, b, c, d):\n    pass`,
    '2 no-hardcoded-credentials',
    '3 no-hardcoded-credentials',
  ],
  [
    'the default of a parameter that typer fills',
    `def f(a: str = typer.Option("${token}", envvar="CF_API_TOKEN"),\n  b: Annotated[str, typer.Option("--bee", envvar="CF_API_TOKEN")] = "${token}",\n  c: Annotated[str, typer.Option("--token", envvar="BUILD")] = "${token}",\n  d: str = typer.Option("${token}", envvar="BUILD"),\n  e: Annotated[str, Depends("--token", envvar="CF_API_TOKEN")] = "${token}"):\n    pass`,
    '1 no-hardcoded-credentials',
    '2 no-hardcoded-credentials',
  ],
  [
    'the default of a setting that pydantic reads from a variable',
    `class S(BaseSettings):\n  a: str = Field("${token}", validation_alias="CF_API_TOKEN")\n  b: str = Field("${token}", validation_alias="BUILD")`,
    '2 no-hardcoded-credentials',
  ],
  [
    'a parameter that typer fills, without a default',
    'def f(a: Annotated[str, typer.Option("--a", envvar="CLOUDFLARE_API_TOKEN")]):\n    typer.echo(a)',
    '2 no-credential-exposure',
  ],
  ['a key by its place', 'CloudFlare.CloudFlare(os.environ["A"], os.environ["B"])', '1 prefer-api-token'],
];

it.each(python.map((row) => [row[0], row] as const))('Python: %s', (_, [, body, ...expected]) => {
  expect(found('program.py', `import argparse, os, click, requests, typer, CloudFlare\n${body}\n`)).toEqual(expected);
});
