/** What is found in programs and files of each language, by what the line says. */
import { expect, it } from 'vitest';
import { alphabets, characters, random } from '../made-up/credentials.js';
import { found } from './found.js';

const next = random(20);
const token = characters(40, alphabets.base62, next);
const key = characters(37, alphabets.hex, next);
const id = characters(32, alphabets.hex, next);

type Case = readonly [name: string, path: string, body: string, ...expected: readonly string[]];

const exposed = 'no-credential-exposure';
const hardcoded = 'no-hardcoded-credentials';
const prefers = 'prefer-api-token';

const programs: readonly Case[] = [
  [
    'a key that a script reads from a file and sends',
    'zones.sh',
    'export CF_API_KEY=$(cat key)\ncurl -sf https://api.cloudflare.com/client/v4/zones -H "X-Auth-Email: $CF_API_EMAIL" -H "X-Auth-Key: $CF_API_KEY"',
    `2 ${prefers}`,
  ],
  [
    'a key that a script reads from a file for a program',
    'issue.sh',
    'export CF_Key=$(cat key)\nacme.sh --issue --dns dns_cf',
    `1 ${prefers}`,
  ],
  [
    'a key that a container is passed by name',
    'run.sh',
    'docker run -d -e CF_API_EMAIL -e CF_API_KEY acme/ddns\ndocker run -e CF_API_TOKEN acme/ddns\ngrep -e CF_KEY app.env',
    `1 ${prefers}`,
  ],
  [
    'a command in a fence without a language',
    'README.md',
    `\`\`\`\ndocker run -e CF_API_TOKEN=${token} acme/ddns\n\`\`\`\n\n\`\`\`\ndocker run -e CF_ZONE_ID=${id} acme/ddns\n\`\`\``,
    `2 ${hardcoded}`,
  ],
  [
    'arguments that differ by branch',
    'zones.sh',
    'args=(-fsS)\nif [[ -n $CF_API_TOKEN ]]; then\n  args+=(-H "Authorization: Bearer $CF_API_TOKEN")\nelse\n  args+=(-H "X-Auth-Email: $CF_EMAIL" -H "X-Auth-Key: $CF_KEY")\nfi\ncurl "${args[@]}" https://api.cloudflare.com/client/v4/zones',
    `5 ${prefers}`,
  ],
  [
    'variables that are known to be empty',
    'check.sh',
    'key=${CF_API_TOKEN:-}\nif [ -z "$key" ]; then echo "no token in \'$CF_API_TOKEN\'"; exit 1; fi\n[[ -n $CF_TOKEN ]] || { echo "no token in \'$CF_TOKEN\'"; exit 1; }\n[ ! -z "${CF_DNS_API_TOKEN:-}" ] || echo "($CF_DNS_API_TOKEN)"',
  ],
  [
    'a variable that is empty unless it is set',
    'check.sh',
    'CF_API_TOKEN="${CF_API_TOKEN:-}"\nif [[ -z "$CF_API_TOKEN" ]]; then echo "($CF_API_TOKEN)"; else echo "$CF_API_TOKEN"; fi',
    `2 ${exposed}`,
  ],
  [
    'variables that were empty, or are not',
    'check.sh',
    'if [ -z "$CF_API_TOKEN" ]; then\n  CF_API_TOKEN=$(cat /run/secrets/cf)\n  echo "read $CF_API_TOKEN"\nfi\nif [ -n "$CF_TOKEN" ]; then\n  echo "$CF_TOKEN"\nelse\n  echo "none: $CF_TOKEN"\nfi\nif [ -z "$ZONE" ]; then\n  echo "no zone, $CF_TOKEN"\nfi',
    `3 ${exposed}`,
    `6 ${exposed}`,
    `11 ${exposed}`,
  ],
  [
    'password fields of a page of settings, and other fields',
    'settings.php',
    `<?php
add_settings_field('a', 'Token', function () {
  printf('<input type="password" name="cloudflare_api_token" value="%s">', esc_attr(get_option('cloudflare_api_token')));
  echo '<input type="password" value="' . esc_attr(get_option('cloudflare_api_token')) . '">';
  echo "<input type='text' value='" . esc_attr(get_option('cloudflare_api_token')) . "'>";
  printf('<input type="password" value=""> %s', get_option('cloudflare_api_token'));
});
?>
<input name="a" value="<?php echo esc_attr(get_option('cloudflare_api_token')); ?>" type="password">
<input type="password" name="b" value=""> <?php echo get_option('cloudflare_api_token'); ?>
`,
    `5 ${exposed}`,
    `6 ${exposed}`,
    `10 ${exposed}`,
  ],
  [
    'scripts of provisioners',
    'main.tf',
    'resource "null_resource" "a" {\n  provisioner "local-exec" {\n    command = <<-EOT\n      curl -sf https://api.cloudflare.com/client/v4/zones \\\n        -H "X-Auth-Email: a@example.com" -H "X-Auth-Key: ${var.key}"\n    EOT\n  }\n  provisioner "remote-exec" {\n    inline = [\n      "apt-get install -y cloudflared",\n      "cloudflared service install ${var.connector}",\n    ]\n  }\n}',
    `5 ${prefers}`,
    `11 ${exposed}`,
  ],
  [
    'policies of a loop',
    'tokens.tf',
    'resource "cloudflare_api_token" "each" {\n  name       = "each"\n  expires_on = "2027-01-01T00:00:00Z"\n  policies = [\n    for group in var.groups : {\n      effect            = "allow"\n      permission_groups = [{ id = group }]\n      resources         = jsonencode({ "com.cloudflare.api.account.*" = "*" })\n    }\n  ]\n  condition = { request_ip = { in = var.ranges } }\n}',
    '8 restrict-token-permissions',
  ],
  [
    'what Terraform is told to show',
    'outputs.tf',
    'output "a" {\n  value = nonsensitive(cloudflare_api_token.ci[0].value)\n}\noutput "b" {\n  value = nonsensitive(sha256(cloudflare_api_token.ci.value))\n}\noutput "c" {\n  value = nonsensitive(var.cloudflare_api_token)\n}\noutput "d" {\n  value = nonsensitive(cloudflare_api_token.ci.id)\n}\noutput "e" {\n  value     = cloudflare_api_token.ci.value\n  sensitive = true\n}',
    `2 ${exposed}`,
    `8 ${exposed}`,
  ],
  [
    'what machines run when they start',
    'main.tf',
    'resource "aws_instance" "a" {\n  user_data = <<EOF\n#!/bin/bash\ncloudflared service install ${var.connector}\nEOF\n}',
    `4 ${exposed}`,
  ],
  [
    'provisioners of other shells, and other texts',
    'main.tf',
    'resource "null_resource" "a" {\n  provisioner "local-exec" {\n    interpreter = ["pwsh", "-Command"]\n    command     = "cloudflared service install ${var.connector}"\n  }\n}\noutput "next" {\n  value = "cloudflared service install ${var.name}"\n}',
  ],
  [
    'programs that PowerShell runs',
    'dns.ps1',
    'cloudflared.exe tunnel run --token $env:TUNNEL_TOKEN\n& "C:\\Program Files\\cloudflared\\cloudflared.exe" service install $env:TUNNEL_TOKEN\n.\\bin\\cloudflared tunnel run --token=$env:TUNNEL_TOKEN\ncurl.exe -fsS -H "X-Auth-Email: $email" -H "X-Auth-Key: $key" https://api.cloudflare.com/client/v4/zones\ndocker run -d -e CF_API_KEY=$env:KEY -e CF_API_EMAIL=a@example.com oznu/cloudflare-ddns',
    `1 ${exposed}`,
    `2 ${exposed}`,
    `3 ${exposed}`,
    `4 ${prefers}`,
    `5 ${prefers}`,
  ],
  [
    'what PowerShell does not run',
    'dns.ps1',
    '$env:TUNNEL_TOKEN = Get-Secret tunnel\ncloudflared tunnel run --token-file token.txt\n$docker = "docker run -e CF_API_TOKEN=$env:CF_API_TOKEN image"\n@{ cloudflared = $env:TUNNEL_TOKEN }\n& { Get-Date }\nWrite-Host "cloudflared tunnel run --token <token>"',
  ],
  [
    'what a batch file asks for, or reads from a file',
    'dns.bat',
    'set /p TUNNEL_TOKEN=<token.txt\nset /p CF_API_TOKEN=Enter the token: \ncloudflared tunnel run --token %TUNNEL_TOKEN%\necho %CF_API_TOKEN%\nif "%CF_API_TOKEN%"=="" echo no token',
    `3 ${exposed}`,
    `4 ${exposed}`,
  ],
  [
    'a list of header lines in Rust',
    'purge.rs',
    'fn purge(key: &str) {\n  let mut headers = List::new();\n  headers.append("X-Auth-Email: a@example.com").unwrap();\n  headers.append(&format!("X-Auth-Key: {}", key)).unwrap();\n  easy.url("https://api.cloudflare.com/client/v4/zones").unwrap();\n  easy.http_headers(headers).unwrap();\n}',
    `4 ${prefers}`,
  ],
  [
    'a request in PHP that prints its headers',
    'zones.php',
    "<?php\n$ch = curl_init('https://api.cloudflare.com/client/v4/zones');\ncurl_setopt($ch, CURLOPT_VERBOSE, true);\ncurl_setopt($ch, CURLOPT_HTTPHEADER, ['Authorization: Bearer ' . getenv('CF_API_TOKEN')]);\ncurl_setopt($ch, CURLOPT_FAILONERROR, true);\ncurl_exec($ch);",
    `3 ${exposed}`,
  ],
  [
    'a request in PHP that prints its headers elsewhere, or not',
    'zones.php',
    "<?php\nforeach ([fopen('php://temp', 'w')] as $log) {\n$ch = curl_init('https://api.cloudflare.com/client/v4/zones');\ncurl_setopt_array($ch, [CURLOPT_VERBOSE => true, CURLOPT_STDERR => $log, CURLOPT_FAILONERROR => true]);\ncurl_setopt($ch, CURLOPT_HTTPHEADER, ['Authorization: Bearer ' . getenv('CF_API_TOKEN')]);\ncurl_exec($ch);\n}\n$other = curl_init('https://api.cloudflare.com/client/v4/zones');\ncurl_setopt_array($other, [CURLOPT_VERBOSE => 0, CURLOPT_FAILONERROR => true, CURLOPT_HTTPHEADER => ['Authorization: Bearer ' . getenv('CF_API_TOKEN')]]);\ncurl_exec($other);",
  ],
  [
    'a client of Guzzle that prints its headers',
    'zones.php',
    "<?php\nuse GuzzleHttp\\Client;\n$client = new Client(['debug' => true, 'headers' => ['Authorization' => 'Bearer ' . getenv('CF_API_TOKEN')]]);\n$client->get('https://api.cloudflare.com/client/v4/zones');",
    `3 ${exposed}`,
  ],
  [
    'a function of Ruby that is called like a client of JavaScript',
    'deploy.rb',
    'task :purge do\n  client = Purger.new(key: fetch(:cloudflare_auth_key), email: fetch(:cloudflare_auth_email))\nend',
  ],
  [
    'what a function is given beside a credential, for each item of an array',
    'sites.sh',
    'log() { echo "$1"; }\nlist() {\n  local total="$2" token="$3"\n  log "1 of $total"\n  curl -sf https://api.cloudflare.com/client/v4/zones -H "Authorization: Bearer $token"\n}\nfor site in "${SITES[@]}"; do list "$site" "$total" "$CF_API_TOKEN"; done',
  ],
  [
    'a member of a bot that is handed on',
    'bot.py',
    'import os, discord\nasync def show(interaction: discord.Interaction):\n    await interaction.response.send_message(os.environ["CF_API_TOKEN"])',
    `3 ${exposed}`,
  ],
  [
    'a message of a bot',
    'bot.py',
    'import telegram\nasync def show(update: telegram.Update, context):\n    await update.message.reply_text("ready")',
  ],
  [
    'what is sent without a bot',
    'queue.py',
    'import os, pika\nasync def show(channel: pika.Channel):\n    channel.send(os.environ["CF_API_TOKEN"])',
  ],
  [
    'text functions of PHP',
    'show.php',
    "<?php\necho rtrim(getenv('CF_API_TOKEN'), \"\\n\");\necho strlen(getenv('CF_API_TOKEN'));",
    `2 ${exposed}`,
  ],
  [
    'a value that must not be null',
    'Main.kt',
    'val token = requireNotNull(System.getenv("CF_API_TOKEN"))\nprintln(token)\nprintln(token.length)',
    `2 ${exposed}`,
  ],
  [
    'an account of Pulumi in Go',
    'main.go',
    'package p\nimport "github.com/pulumi/pulumi-cloudflare/sdk/v6/go/cloudflare"\nimport "github.com/pulumi/pulumi/sdk/v3/go/pulumi"\nfunc f(ctx *pulumi.Context) error {\n_, err := cloudflare.NewAccount(ctx, "a", &cloudflare.AccountArgs{\nName: pulumi.String("a"),\nEnforceTwofactor: pulumi.Bool(false),\n})\nreturn err\n}',
    '7 require-two-factor',
  ],
  [
    'a token of Pulumi in Go',
    'main.go',
    'package p\nimport "github.com/pulumi/pulumi-cloudflare/sdk/v6/go/cloudflare"\nfunc f(ctx *pulumi.Context) error {\n_, err := cloudflare.NewAccountToken(ctx, "a", &cloudflare.AccountTokenArgs{\nExpiresOn: pulumi.String(end),\nCondition: &cloudflare.AccountTokenConditionArgs{RequestIp: &cloudflare.AccountTokenConditionRequestIpArgs{Ins: pulumi.ToStringArray(cidrs)}},\n})\nreturn err\n}',
  ],
  [
    'a token that has just been made',
    'main.go',
    'package p\nimport cf "github.com/cloudflare/cloudflare-go/v4"\nfunc f() {\nc := cf.NewClient()\nmade, err := c.Accounts.Tokens.Value.Update(ctx, "a", params)\nif err != nil {\npanic(err)\n}\nfmt.Println(*made)\n}',
    `9 ${exposed}`,
  ],
  [
    'a function that finds every certificate good',
    'Client.cs',
    'var handler = new HttpClientHandler();\nhandler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true;\nvar zones = new Uri("https://api.cloudflare.com/client/v4/zones");',
    '2 require-https',
  ],
  [
    'a function that looks at certificates',
    'Client.cs',
    'var handler = new HttpClientHandler();\nhandler.ServerCertificateCustomValidationCallback = (m, c, chain, errors) => errors == SslPolicyErrors.None;\nvar zones = new Uri("https://api.cloudflare.com/client/v4/zones");',
  ],
  [
    'a client that finds every certificate good',
    'client.dart',
    "void f(HttpClient client) {\nclient.badCertificateCallback = (certificate, host, port) => true;\nclient.getUrl(Uri.parse('https://api.cloudflare.com/client/v4/zones'));\n}",
    '2 require-https',
  ],
];

const zones = 'https://api.cloudflare.com/client/v4/zones';

const commands: readonly Case[] = [
  [
    'a script of a pipeline',
    'Jenkinsfile',
    `sh '''\n  echo "$CF_API_TOKEN"\n  curl -f \\\n    -H "X-Auth-Email: $A" -H "X-Auth-Key: $B" \\\n    ${zones}\n'''`,
    `2 ${exposed}`,
    `4 ${prefers}`,
  ],
  [
    'a script of a pipeline that is filled in, and one whose output is taken',
    'Jenkinsfile',
    'sh """\n  echo \\$CF_API_TOKEN\n  echo $zone\n"""\ndef out = sh(script: \'echo $CF_API_TOKEN\', returnStdout: true)',
    `2 ${exposed}`,
  ],
  [
    'what a command of Ruby prints',
    'purge.rb',
    `out = \`curl -f ${zones} -H "X-Auth-Email: $A" -H "X-Auth-Key: $B"\`\nputs out`,
    `1 ${prefers}`,
  ],
  [
    'a program and its words in Ruby',
    'tunnel.rb',
    "system('cloudflared', 'tunnel', 'run', '--token', ENV['TUNNEL_TOKEN'])",
    `1 ${exposed}`,
  ],
  [
    'words that R pastes together',
    'zones.R',
    `token <- "${token}"\nGET("${zones}", add_headers(Authorization = paste("Bearer", token)))`,
    `1 ${hardcoded}`,
  ],
  [
    'words that R pastes together with something else',
    'zones.R',
    `zone <- "${token}"\nGET(paste("${zones}", zone, sep = "/"), add_headers(Authorization = paste("Bearer", key)))`,
  ],
];

const settings: readonly Case[] = [
  [
    'arguments of a task in one line',
    'roles/dns/tasks/main.yml',
    '- name: home\n  cloudflare_dns: zone=example.org account_email={{ mail }} account_api_token={{ cf_key }}',
    `2 ${prefers}`,
  ],
  [
    'arguments of a task over lines',
    'dns.yml',
    `- hosts: all\n  tasks:\n    - community.general.cloudflare_dns: >-\n        zone=example.org\n        api_token="${token}"`,
    `5 ${hardcoded}`,
  ],
  ['a value that looks like arguments', 'deployment.yaml', 'env:\n  - name: OPTIONS\n    value: token=a zone=b'],
  [
    'what a task says',
    'roles/dns/tasks/main.yml',
    '- debug:\n    msg: ["zone", "{{ cloudflare_api_token | trim }}"]\n- debug: var=cf_api_token\n- fail:\n    msg: "{{ cf_api_token | length }}"',
    `2 ${exposed}`,
    `3 ${exposed}`,
  ],
  ['what a task keeps to itself', 'roles/dns/tasks/main.yml', '- debug: msg={{ cf_api_token }}\n  no_log: true'],
  ['a variable of the environment', 'playbook.yml', "- debug:\n    msg: \"{{ lookup('env', 'CF_API_TOKEN') }}\"", `2 ${exposed}`],
  [
    'a list of variables',
    'compose.yaml',
    `services:\n  a:\n    image: oznu/cloudflare-ddns\n    environment:\n      - ZONE\n      - API_KEY=${token}`,
    `6 ${hardcoded}`,
  ],
  [
    'a template of Helm',
    'templates/a.yaml',
    `{{- if .Values.on }}\nkind: Secret\nmetadata:\n  name: {{ .Release.Name }}-cloudflare\n  labels: {{- include "l" . | nindent 4 }}\n    tier: {{ .Values.tier }}\nstringData:\n  api-token: ${token}\n  other: {{ .Values.other | quote }}\n{{- end }}`,
    `8 ${hardcoded}`,
  ],
  [
    'a key in a template of Helm',
    'templates/a.yaml',
    'env:\n  {{- range .Values.hosts }}\n  - name: CF_API_KEY\n    value: {{ .Values.cloudflare.key | quote }}\n  {{- end }}\n  - name: CF_API_EMAIL\n    value: {{ required "a" .Values.mail }}',
    `3 ${prefers}`,
  ],
  [
    'a template of which one part or another is written',
    'values.yaml.j2',
    `{% if a %}\ncf_api_token: "{{ token }}"\n{% else %}\ncf_api_token: ${token}\n{% if b %}\ntag: a\n{% else %}\ntag: b\n{% endif %}\n{% endif %}\ntag: {{ tag }}`,
    `4 ${hardcoded}`,
  ],
  [
    'a setting that is commented out',
    'main.tf',
    `provider "cloudflare" {\n  api_token = var.token\n  # api_key = "${key}"\n}\nprovider "other" {\n  # api_key = "${key}"\n}`,
    `3 ${hardcoded}`,
  ],
  [
    'a setting that is commented out below the others',
    'dns.yaml',
    `cloudflare:\n  zone: example.org\n  # token: ${token}\n# other: ${id}\nhetzner:\n  zone: example.org\n  # token: ${token.toLowerCase()}`,
    `3 ${hardcoded}`,
  ],
];

const pydantic = 'from pydantic import BaseModel, SecretStr\nfrom pydantic_settings import BaseSettings\nimport os';

const others: readonly Case[] = [
  [
    'secret strings that are shown, and that hide themselves',
    'settings.py',
    `${pydantic}\nclass Settings(BaseSettings):\n    cloudflare_api_token: SecretStr\nsettings = Settings()\nprint(settings.cloudflare_api_token)\nprint(settings.cloudflare_api_token.get_secret_value())\ntoken = SecretStr(os.environ["CF_API_TOKEN"])\nprint(token)\nprint(token.get_secret_value())`,
    `8 ${exposed}`,
    `11 ${exposed}`,
  ],
  [
    'secret strings of settings that a function is passed',
    'settings.py',
    `${pydantic}\nclass CloudflareSettings(BaseModel):\n    api_token: SecretStr\n    zone: str\ndef show(cfg: CloudflareSettings):\n    print(cfg.api_token, cfg.zone)\n    print(cfg.api_token.get_secret_value())`,
    `9 ${exposed}`,
  ],
  [
    'a plain field of settings that a function is passed',
    'settings.py',
    `${pydantic}\nclass CloudflareSettings(BaseModel):\n    api_token: str\ndef show(cfg: CloudflareSettings):\n    print(cfg.api_token)`,
    `7 ${exposed}`,
  ],
  [
    'a secret string that is written down',
    'settings.py',
    `${pydantic}\nclass CloudflareSettings(BaseModel):\n    api_token: SecretStr = SecretStr("${token}")`,
    `5 ${hardcoded}`,
  ],
  [
    'settings of several services in a string',
    'config.py',
    `TEXT = """\n[cloudflare]\nzone = example.org\napi_token = ${token}\n[hetzner]\napi_token = ${token.toLowerCase()}\n"""`,
    `4 ${hardcoded}`,
  ],
  [
    'settings of several services in a string of YAML',
    'config.rb',
    `TEXT = "\ncloudflare:\n  api_token: ${token}\nhetzner:\n  api_token: ${token.toLowerCase()}\n"`,
    `3 ${hardcoded}`,
  ],
  [
    'requests of Bruno',
    'zones.bru',
    `get {\n  url: https://api.cloudflare.com/client/v4/zones\n}\n\nheaders {\n  X-Auth-Email: ops@example.org\n  X-Auth-Key: {{key}}\n}`,
    `7 ${prefers}`,
  ],
  [
    'a token of a request of Bruno',
    'zones.bru',
    `get {\n  url: https://api.cloudflare.com/client/v4/zones\n}\n\nauth:bearer {\n  token: ${token}\n}`,
    `6 ${hardcoded}`,
  ],
  [
    'a token that Bruno sends elsewhere',
    'x.bru',
    `get {\n  url: https://api.example.org/cloudflare\n}\n\nauth:bearer {\n  token: ${token}\n}`,
  ],
  [
    'an environment of Bruno',
    'a.bru',
    `vars {\n  url: https://api.example.org\n  cf_api_token: ${token}\n  zone: ${id}\n}`,
    `3 ${hardcoded}`,
  ],
  [
    'a collection of an HTTP client',
    'collection.json5',
    `{ "requests": [\n{ "endpoint": "https://api.cloudflare.com/client/v4/zones", "headers": [\n{ "key": "X-Auth-Email", "value": "<<mail>>" },\n{ "key": "X-Auth-Key", "value": "<<key>>" }] },\n{ "endpoint": "https://api.cloudflare.com/client/v4/ips", "headers": [], "auth": { "authType": "bearer",\n"token": "${token}" } },\n{ "endpoint": "https://api.example.org", "auth": { "authType": "bearer",\n"token": "${token.toLowerCase()}" } }] }`,
    `4 ${prefers}`,
    `6 ${hardcoded}`,
  ],
  [
    'credentials of Prometheus',
    'prometheus.yml',
    `scrape_configs:\n  - scheme: https\n    authorization:\n      credentials: ${token}\n    static_configs:\n      - targets: ['api.cloudflare.com:443']\n  - bearer_token: ${token.toLowerCase()}\n    static_configs:\n      - targets: ['example.org']`,
    `4 ${hardcoded}`,
  ],
  [
    'variables of containers',
    'main.tf',
    'resource "kubernetes_deployment" "a" {\n  env {\n    name  = "CF_API_EMAIL"\n    value = "a@example.org"\n  }\n  env {\n    name = "CF_API_KEY"\n    value_from {\n      secret_key_ref {\n        name = "cf"\n      }\n    }\n  }\n  env {\n    name  = "CF_API_TOKEN"\n    value = var.token\n  }\n}',
    `7 ${prefers}`,
  ],
  ['a field of a form that is named like a variable', 'fields.rb', "FIELDS = [{ name: 'CF_API_KEY', value: form.key, label: 'Key' }]"],
  [
    'Secrets of Kubernetes',
    'main.tf',
    `resource "kubernetes_secret_v1" "a" {\n  metadata {\n    name = "cloudflare-api-token"\n  }\n  data = {\n    api-token = "${token}"\n    zone = "${id}"\n  }\n}\nresource "kubernetes_secret_v1" "b" {\n  metadata {\n    name = "hetzner"\n  }\n  data = {\n    api-token = "${token.toLowerCase()}"\n  }\n}`,
    `6 ${hardcoded}`,
  ],
  [
    'what a template writes instead',
    'templates/a.yaml',
    `kind: Secret\nmetadata:\n  name: cloudflare\nstringData:\n{{- if .Values.token }}\n  api-token: {{ .Values.token | quote }}\n{{- else }}\n  api-token: ${token}\n{{- end }}\n  zone: ${id}`,
    `8 ${hardcoded}`,
  ],
  [
    'a fallback in braces',
    'purge.ps1',
    `$token = if ($env:CF_API_TOKEN) { $env:CF_API_TOKEN } else { '${token}' }\n$zone = if ($a) { '${id}' } elseif ($b) { $c } else { 'x' }\n$auth = if ($token) { @{ Authorization = "Bearer $token" } } else { @{ 'X-Auth-Key' = $env:CF_KEY; 'X-Auth-Email' = 'a@example.org' } }\nInvoke-RestMethod 'https://api.cloudflare.com/client/v4/zones' -Headers $auth`,
    `1 ${hardcoded}`,
    `3 ${prefers}`,
  ],
  ['a fallback without braces', 'Purge.kt', `val token = if (dev) "${token}" else System.getenv("CF_API_TOKEN")`, `1 ${hardcoded}`],
];

it.each([...programs, ...commands, ...settings, ...others].map((row) => [row[0], row] as const))('%s', (_, [, path, body, ...expected]) => {
  expect(found(path, `${comment(path)} Cloudflare\n${body}\n`)).toEqual(expected);
});

/** What a comment begins with. */
function comment(path: string): string {
  if (path.endsWith('.php')) return 'Page of';
  return /\.(?:py|rb|sh|ya?ml|R|pl|conf)$/.test(path) ? '#' : '//';
}
