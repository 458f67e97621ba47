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
    'settings that a script writes',
    'install.sh',
    'cat > /root/cf.ini <<EOF\ndns_cloudflare_email = $EMAIL\ndns_cloudflare_api_key = $KEY\nEOF\necho "CF_API_KEY=$KEY" >> /etc/environment\necho "set CF_API_KEY=$KEY to go on"\necho "CLOUDFLARE_API_KEY=${KEY:0:3}..."\nprintf "dns_cloudflare_email=$EMAIL\\ndns_cloudflare_api_key=$OTHER\\n" > /root/other.ini',
    [`3 ${prefers}`, `5 ${prefers}`],
  ],
  [
    'settings that programs write',
    'write.py',
    'def write(key):\n    with open("cf.ini", "w") as file:\n        file.write(f"dns_cloudflare_email = a@b.dev\\ndns_cloudflare_api_key = {key}\\n")\n        print(f"CF_API_KEY: {key[:4]}")\n        print(f"CF_API_KEY is {key}")',
    [`3 ${prefers}`],
  ],
  [
    'clients of a library that takes an e-mail address and a key',
    'Purge.php',
    'use Cloudflare\\Zone\\Cache;\n$cache = new Cache($email, $key);\n$zones = new Cloudflare\\Zone($cache);',
    [`2 ${prefers}`],
  ],
  [
    'the first characters of tokens',
    'show.ps1',
    'Write-Verbose "$($env:CF_API_TOKEN.Substring(0, [Math]::Min(8, $env:CF_API_TOKEN.Length)))..."\nWrite-Host $env:CF_API_TOKEN.Substring(0, 6)',
    [`1 ${exposed}`, `2 ${exposed}`],
  ],
  [
    'characters of tokens in Kotlin',
    'Show.kt',
    'fun show(count: Int) {\n  val token = System.getenv("CF_API_TOKEN")\n  println(token.take(8))\n  println(token.take(count))\n}',
    [`3 ${exposed}`],
  ],
  [
    "the settings of Terraform's ACME provider",
    'certificate.tf',
    'resource "acme_certificate" "main" {\n  dns_challenge {\n    provider = "cloudflare"\n    config = {\n      CF_API_EMAIL = var.email\n      CF_API_KEY = var.key\n    }\n  }\n}',
    [`6 ${prefers}`],
  ],
] as const)('%s', (_, path, body, expected) => {
  const begin = path.endsWith('.php') ? '<?php //' : /\.(?:ps1|tf|sh|py)$/.test(path) ? '#' : '//';
  expect(found(path, `${begin} Cloudflare\n${body}\n`)).toEqual(expected);
});
