/** What is found in pipelines, and in the settings of infrastructure. */
import { expect, it } from 'vitest';
import { found } from '../found.js';

const exposed = 'no-credential-exposure';
const prefers = 'prefer-api-token';
const zones = 'https://api.cloudflare.com/client/v4/zones';

it.each([
  [
    'a key that Jenkins takes from its store',
    'Jenkinsfile',
    "pipeline {\n  environment {\n    CLOUDFLARE_API_KEY = credentials('cloudflare')\n    CLOUDFLARE_API_TOKEN = credentials('token')\n  }\n}",
    [`3 ${prefers}`],
  ],
  ['a variable of a function of Groovy', 'Jenkinsfile', 'def f() {\n  def CF_API_KEY = pick()\n}', []],
  [
    'a step with a space before its brackets',
    'vars/purge.groovy',
    `def call() {\n  sh (\n    label: 'purge',\n    script: '''\n      set -x\n      curl -f ${zones} -H "X-Auth-Email: $E" -H "X-Auth-Key: $CF_API_KEY"\n    '''\n  )\n}`,
    [`5 ${exposed}`, `6 ${prefers}`],
  ],
  [
    'what is said of settings, by their names',
    'show.go',
    'package cmd\n\nimport "fmt"\n\nfunc show(c Config) {\n\tsources := c.GetSources()\n\tfmt.Println(sources["cloudflare.api_token"])\n\tvalues := c.Load()\n\tfmt.Println(values["cloudflare.api_token"])\n}',
    [`9 ${exposed}`],
  ],
  [
    'a key that a function of PowerShell is given and sends',
    'zones.ps1',
    `function Get-CloudflareZone {\n  param ([string] $Email, [string] $Key)\n  Invoke-RestMethod -Uri ${zones} -Headers @{ 'X-Auth-Email' = $Email; 'X-Auth-Key' = $Key }\n}\nGet-CloudflareZone -Email $mail -Key $secret`,
    [`3 ${prefers}`],
  ],
  [
    "the settings of Terraform's ACME provider",
    'certificate.tf',
    'resource "acme_certificate" "main" {\n  dns_challenge {\n    provider = "cloudflare"\n    config = {\n      CF_API_EMAIL = var.email\n      CF_API_KEY = var.key\n    }\n  }\n}',
    [`6 ${prefers}`],
  ],
] as const)('%s', (_, path, body, expected) => {
  expect(found(path, `${/\.(?:ps1|tf)$/.test(path) ? '#' : '//'} Cloudflare\n${body}\n`)).toEqual(expected);
});
