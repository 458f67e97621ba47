/** What is found in programs that use the frameworks and packages of each language, and what is not. */
import { expect, it } from 'vitest';
import { alphabets, characters, random } from '../made-up/credentials.js';
import { found } from './found.js';

const next = random(53);
const id = characters(32, alphabets.hex, next);
const secret = characters(64, alphabets.hex, next);
const zones = 'https://api.cloudflare.com/client/v4/zones';

type Case = readonly [name: string, path: string, body: string, ...expected: readonly string[]];

const exposed = 'no-credential-exposure';
const config = 'type Config struct {\nToken string `env:"CF_API_TOKEN"`\nZone string `env:"CF_ZONE"`\n}';
const body = (...lines: readonly string[]): string => lines.join('\n');
const go = (packages: readonly string[], ...lines: readonly string[]): string =>
  body(`package main; import (${packages.map((each) => `"${each}"`).join('; ')})`, ...lines);

const ofGo: readonly Case[] = [
  [
    'a struct of the environment that is printed',
    'main.go',
    go(
      ['log', 'github.com/caarlos0/env/v11'],
      config,
      'func main() {\nvar c Config\nenv.Parse(&c)\nlog.Printf("%+v", c)\nlog.Print(c.Zone)\n}',
    ),
    `9 ${exposed}`,
  ],
  [
    'a struct of the environment that a package makes',
    'main.go',
    go(
      ['log/slog', 'github.com/caarlos0/env/v11'],
      config,
      'func main() {\nc := env.Must(env.ParseAs[Config]())\nslog.Info("", "c", c)\n}',
    ),
    `8 ${exposed}`,
  ],
  [
    'a struct that prints itself',
    'main.go',
    go(
      ['log', 'github.com/caarlos0/env/v11'],
      config,
      'func (Config) String() string { return "" }\nfunc main() {\nvar c Config\nlog.Print(c)\n}',
    ),
  ],
  [
    'a field that is not encoded',
    'main.go',
    go(
      ['encoding/json', 'net/http'],
      'type Config struct {\nToken string `env:"CF_API_TOKEN" json:"-"`\n}',
      'func f(w http.ResponseWriter) {\nvar c Config\njson.NewEncoder(w).Encode(c)\n}',
    ),
  ],
  [
    'a transport that accepts any certificate, for the SDK',
    'main.go',
    go(
      ['crypto/tls', 'net/http', 'github.com/cloudflare/cloudflare-go'],
      'var t = &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}',
      'var api, err = cloudflare.NewWithAPIToken(token, cloudflare.HTTPClient(&http.Client{Transport: t}))',
    ),
    '2 require-https',
  ],
];

const ofPython: readonly Case[] = [
  [
    'an option that the environment fills',
    'zones.py',
    body(
      'import click, httpx',
      '@click.option("--token", envvar="CF_API_TOKEN")',
      'def main(token):',
      '    click.echo(f"with {token}")',
      `    httpx.get("${zones}", headers={"Authorization": f"Bearer {token}"}).raise_for_status()`,
    ),
    `4 ${exposed}`,
  ],
  [
    'a loop that gives up without a word',
    'zones.py',
    body(
      'import requests, time',
      'def zones(token):',
      '    for _ in range(5):',
      `        r = requests.get("${zones}", headers={"Authorization": f"Bearer {token}"})`,
      '        if r.ok:',
      '            return r.json()["result"]',
      '        time.sleep(2)',
    ),
    '4 no-ignored-auth-failure',
  ],
];

const ofRuby: readonly Case[] = [
  [
    'credentials of the SDK for AWS',
    'r2.rb',
    body(`Aws.config.update(endpoint: 'https://${id}.r2.cloudflarestorage.com', credentials: Aws::Credentials.new('${id}', '${secret}'))`),
    '1 no-hardcoded-credentials',
  ],
];

it.each([...ofGo, ...ofPython, ...ofRuby])('%s', (_, path, text, ...expected) => {
  const comment = /\.(?:py|rb)$/.test(path) ? '#' : '//';
  expect(found(path, `${comment} cloudflare\n${text}`)).toEqual(expected);
});
