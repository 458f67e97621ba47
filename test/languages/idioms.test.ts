/** What is found in usual ways to write programs, scripts and settings, and what is not. */
import { expect, it } from 'vitest';
import { alphabets, characters, random } from '../made-up/credentials.js';
import { found } from './found.js';

const token = characters(40, alphabets.base62, random(31));
const id = characters(32, alphabets.hex, random(32));
const zones = 'https://api.cloudflare.com/client/v4/zones';
const bearer = '-H "Authorization: Bearer $CF_API_TOKEN"';

type Case = readonly [name: string, path: string, body: string, ...expected: readonly string[]];

const programs: readonly Case[] = [
  [
    'headers as a list of pairs in Elixir',
    'client.ex',
    `defp auth(opts) do\n  cond do\n    opts[:token] -> [{"authorization", "Bearer #{opts[:token]}"}]\n    true -> [{"X-Auth-Email", opts[:email]}, {"X-Auth-Key", opts[:key]}]\n  end\nend\ndefp labels(opts), do: [{"email", opts[:email]}, {"key", opts[:key]}]`,
    '4 prefer-api-token',
  ],
  [
    'headers as a list of pairs in Rust',
    'client.rs',
    'fn auth(email: &str, key: &str) -> Vec<(&str, &str)> {\n    vec![("X-Auth-Email", email), ("X-Auth-Key", key)]\n}\nfn other(email: &str, key: &str) -> Vec<(&str, &str)> {\n    vec![("X-Mail", email), ("X-Key", key)]\n}',
    '2 prefer-api-token',
  ],
  [
    'headers as a list of pairs in C++',
    'client.cpp',
    'auto mine = cpr::Header{{"X-Auth-Email", email}, {"X-Auth-Key", key}};\nauto other = cpr::Header{{"X-Mail", email}, {"X-Key", key}};',
    '1 prefer-api-token',
  ],
  [
    'a header line as a C string',
    'client.cc',
    'curl_easy_setopt(curl, CURLOPT_URL, "https://api.cloudflare.com/client/v4/zones");\nlist = curl_slist_append(list, ("X-Auth-Key: " + key).c_str());',
    '2 prefer-api-token',
  ],
  [
    'headers that a pipe sets',
    'pipe.ex',
    'def one(req, email, key), do: req |> put_header("X-Auth-Email", email) |> put_header("X-Auth-Key", key)\ndef two(req, key), do: req |> put_header("X-Key", key)',
    '1 prefer-api-token',
  ],
  [
    'headers that functions set on their last argument',
    'Zones.hs',
    'one = setRequestHeader "X-Auth-Key" [key] $ setRequestHeader "X-Auth-Email" [email] request\ntwo = setRequestHeader "X-Key" [key] request',
    '1 prefer-api-token',
  ],
  [
    'objects that sign requests',
    'zones.py',
    `import requests\nclass Signed(requests.auth.AuthBase):\n    def __init__(self, token):\n        self.token = token\nrequests.get("${zones}", auth=Signed("${token}")).raise_for_status()\nrequests.get("https://api.example.org", auth=Signed("${token.toLowerCase()}")).raise_for_status()`,
    '5 no-hardcoded-credentials',
  ],
  [
    'settings of the environment with a default',
    'settings.py',
    'from pydantic_settings import BaseSettings\nclass Settings(BaseSettings):\n    cf_api_token: str = ""\n    zone: str = "example.org"\nprint(Settings().cf_api_token)\nprint(Settings().zone)',
    '5 no-credential-exposure',
  ],
  [
    'a response that a block does not use',
    'Purge.kt',
    `fun purge(token: String) {\n  val request = Request.Builder().url("${zones}").header("Authorization", "Bearer $token").build()\n  client.newCall(request).execute().use { }\n  client.newCall(request).execute().use { check(it.isSuccessful) }\n}`,
    '3 no-ignored-auth-failure',
  ],
  [
    'a client that a constructor is given',
    'Client.cs',
    `class Client {\n  private readonly HttpClient _http;\n  public Client(HttpClient http) {\n    _http = http;\n    _http.BaseAddress = new Uri("https://api.cloudflare.com/client/v4/");\n  }\n  public async Task Purge() {\n    await _http.PostAsync("zones/x/purge_cache", null);\n  }\n}`,
    '8 no-ignored-auth-failure',
  ],
  [
    'accounts of the SDK for Go',
    'main.go',
    'package main\nimport (\n"github.com/cloudflare/cloudflare-go/v4"\n"github.com/cloudflare/cloudflare-go/v4/accounts"\n)\nfunc relax(client *cloudflare.Client) error {\n  _, err := client.Accounts.Update(ctx, accounts.AccountUpdateParams{Account: accounts.AccountParam{\n    Settings: cloudflare.F(accounts.AccountSettingsParam{EnforceTwofactor: cloudflare.F(false)}),\n  }})\n  return err\n}',
    '8 require-two-factor',
  ],
  [
    'clients of Spring, which throw',
    'Zones.java',
    `class Zones {\n  void a() {\n    try {\n      rest.exchange("${zones}", HttpMethod.GET, entity, String.class);\n    } catch (RestClientException ignored) {\n    }\n  }\n  String b() {\n    return client.get().uri("${zones}").header("X-Auth-Email", mail).retrieve().body(String.class);\n  }\n}`,
    '5 no-ignored-auth-failure',
  ],
  [
    'a class that includes an HTTP client',
    'dns.rb',
    `class Dns\n  include HTTParty\n  base_uri 'https://api.cloudflare.com/client/v4'\n  headers 'Authorization' => "Bearer #{ENV['CF_API_TOKEN']}"\n  def zones\n    self.class.get('/zones')['result']\n  end\n  def self.drop(id)\n    response = delete("/zones/#{id}")\n    raise response.body unless response.success?\n  end\nend`,
    '6 no-ignored-auth-failure',
  ],
  [
    'JSON in a string',
    'seed.sql',
    `INSERT INTO t VALUES ('hetzner', '{"token": "${token.toLowerCase()}"}'),\n ('cloudflare', '{"token": "${token}"}');`,
    '2 no-hardcoded-credentials',
  ],
];

const further: readonly Case[] = [
  [
    'texts that blocks evaluate to',
    'Cf.kt',
    'class Cf {\n  private val logger = KotlinLogging.logger {}\n  private val token = System.getenv("CF_API_TOKEN")\n  fun check(ok: Boolean) {\n    logger.info { "with $token" }\n    require(ok) { "with $token" }\n    requireNotNull(token) { "no token" }\n    val names = zones.map { "x $token" }\n  }\n}',
    '5 no-credential-exposure',
    '6 no-credential-exposure',
  ],
  [
    'properties with accessors',
    'CloudflareOptions.cs',
    `class CloudflareOptions {\n  public string ApiToken { get; set; } = "${token}";\n  public string ZoneId { get; init; } = "${id}";\n}`,
    '2 no-hardcoded-credentials',
  ],
  [
    'objects of classes in PowerShell',
    'Cf.psm1',
    `class CloudflareClient {\n  CloudflareClient([string] $email, [string] $key) {\n    $this.Email = $email\n    $this.Key = $key\n  }\n  [object] Zones() {\n    return Invoke-RestMethod -Uri '${zones}' -Headers @{ 'X-Auth-Email' = $this.Email\n 'X-Auth-Key' = $this.Key }\n  }\n}\n$other = [HetznerClient]::new('${token.toLowerCase()}')\n$client = [CloudflareClient]::new('${token}')`,
    '8 prefer-api-token',
    '12 no-hardcoded-credentials',
  ],
  [
    'clients of Faraday that authorize, of which one does not raise',
    'zones.rb',
    "A = Faraday.new(url: 'https://api.cloudflare.com/client/v4/') do |f|\n  f.request :authorization, 'Bearer', TOKEN\nend\ndef a\n  A.post('zones/x/purge_cache')\n  nil\nend",
    '5 no-ignored-auth-failure',
  ],
  [
    'clients of Faraday that raise',
    'zones.rb',
    "A = Faraday.new(url: 'https://api.cloudflare.com/client/v4/') do |f|\n  f.request :authorization, 'Bearer', TOKEN\n  f.response :raise_error\nend\ndef a\n  A.post('zones/x/purge_cache')\n  nil\nend",
  ],
  [
    'contexts of streams in PHP',
    'zones.php',
    `<?php\n$options = ['http' => ['header' => "X-Auth-Email: a@example.org\\r\\nX-Auth-Key: $key"], 'ssl' => ['verify_peer' => false]];\necho file_get_contents('${zones}', false, stream_context_create($options));`,
    '2 prefer-api-token',
    '2 require-https',
  ],
  [
    'all permission groups of a helper',
    'mint.py',
    `import requests\nS = requests.Session()\ndef groups():\n    return S.get("https://api.cloudflare.com/client/v4/user/tokens/permission_groups").json()["result"]\ndef make(zone, end, ips):\n    body = {"name": "a", "expires_on": end, "condition": {"request_ip": {"in": ips}}, "policies": [{"effect": "allow",\n        "permission_groups": [{"id": g["id"]} for g in groups()], "resources": {f"com.cloudflare.api.account.zone.{zone}": "*"}}]}\n    response = S.post("https://api.cloudflare.com/client/v4/user/tokens", json=body)\n    response.raise_for_status()\n    return response.json()["result"]["value"]`,
    '7 restrict-token-permissions',
  ],
  [
    'a variable with a fallback, which is one mistake',
    'zones.py',
    `import os, requests\nTOKEN = os.getenv("CF_API_TOKEN", "${token}")\nrequests.get("${zones}", headers={"Authorization": TOKEN}).raise_for_status()`,
    '2 no-hardcoded-credentials',
    '3 no-mismatched-auth',
  ],
  [
    'variables that wrangler stores as they are',
    'a.sh',
    'npx wrangler deploy --var CF_API_TOKEN:"$CF_API_TOKEN" --var ZONE:"$ZONE"',
    '1 no-credential-exposure',
  ],
  [
    'providers of inadyn that are told apart',
    'inadyn.conf',
    `provider default@cloudflare.com:1 {\n  username = example.org\n  password = ${token}\n}`,
    '3 no-hardcoded-credentials',
  ],
];

const lately: readonly Case[] = [
  [
    'commands of tasks',
    'tasks.py',
    'import os\nfrom invoke import task\n@task\ndef deploy(c):\n    token = os.environ["CF_API_TOKEN"]\n    c.run(f"CLOUDFLARE_API_TOKEN={token} npx wrangler deploy")\n    c.run("npx wrangler deploy", env={"CLOUDFLARE_API_TOKEN": token})',
    '6 no-credential-exposure',
  ],
  [
    'queries that are encoded',
    'report.py',
    'import os, requests\nfrom urllib.parse import urlencode\nquery = urlencode({"token": os.environ["CF_API_TOKEN"]})\nrequests.get(f"https://reports.example.net/zones?{query}").raise_for_status()',
    '4 no-credential-exposure',
  ],
  [
    'secrets of a vault under a path that is named',
    'boot.py',
    'import hvac\nvault = hvac.Client()\nsecret = vault.secrets.kv.v2.read_secret_version(path="cloudflare")["data"]["data"]\nother = vault.secrets.kv.v2.read_secret_version(path="hetzner")["data"]["data"]\nprint(secret["api_token"])\nprint(other["api_token"])',
    '5 no-credential-exposure',
  ],
  [
    'the token of a client',
    'zones.py',
    'import os\nfrom cloudflare import Cloudflare\nclient = Cloudflare(api_token=os.environ["CF_API_TOKEN"])\nprint(client.api_token)\nprint(client.base_url, client)',
    '4 no-credential-exposure',
  ],
  [
    'addresses in an enumeration',
    'urls.py',
    'from enum import Enum\nclass Endpoint(Enum):\n    ZONES = "http://api.cloudflare.com/client/v4/zones"\n    DOCS = "https://developers.cloudflare.com/api"',
    '3 require-https',
  ],
  [
    'fallbacks of settings',
    'Program.cs',
    `var token = builder.Configuration["Cloudflare:ApiToken"] ?? "${token}";\nvar other = builder.Configuration["Hetzner:ApiToken"] ?? "${token.toLowerCase()}";`,
    '1 no-hardcoded-credentials',
  ],
  [
    'keys of another service, whose address is the base of all requests',
    'locustfile.py',
    'class Visitor(HttpUser):\n    host = "https://www.example.net"\n    def on_start(self):\n        self.client.headers.update({"X-Auth-Key": os.environ["KEY"]})\n        self.client.get("/", name="cached by cloudflare")',
  ],
];

const scripts: readonly Case[] = [
  [
    'fields that are cut out of a response',
    'a.sh',
    `id=$(curl -s ${zones} ${bearer} | grep -Po '(?<="id":")[^"]*' | head -1)\nname=$(curl -s ${zones} ${bearer} | jq -r '.result[0].name' | tr a b)\nok=$(curl -s ${zones} ${bearer} | grep -o '"success":true')\nother=$(curl -s ${zones} ${bearer} | grep -o '"id":"[^"]*"')\n[ -n "$other" ] || exit 1`,
    '1 no-ignored-auth-failure',
    '2 no-ignored-auth-failure',
  ],
  ['fields without which a script ends', 'a.sh', `set -eu\nid=$(curl -s ${zones} ${bearer} | grep -o '"id":"[^"]*"')`],
  [
    'variables of just that are read from the environment',
    'justfile',
    `token := env_var('CF_API_TOKEN')\nzone := env("CF_ZONE")\nshow:\n    @echo "{{token}}"\n    @echo "{{zone}}"\n    @echo "{{env_var('CF_API_TOKEN')}}"`,
    '4 no-credential-exposure',
    '6 no-credential-exposure',
  ],
];

const policies = (resource: string): string =>
  `[{ effect: allow, permissionGroups: [{ id: 4755a26eedb94da69e1066d98aa820be }], resources: { fn::toJSON: { ${resource}: "*" } } }]`;

const settings: readonly Case[] = [
  [
    'steps of Cloud Build',
    'cloudbuild.yaml',
    `steps:\n  - name: gcr.io/cloud-builders/curl\n    args: ['-H', 'X-Auth-Email: \${_MAIL}', '-H', 'X-Auth-Key: \${_KEY}', '${zones}']\n  - name: gcr.io/cloud-builders/npm\n    entrypoint: bash\n    args:\n      - -c\n      - |\n        curl -H "X-Auth-Email: $_MAIL" -H "X-Auth-Key: $_KEY" ${zones}\n  - name: node\n    script: |\n      echo $CF_API_TOKEN\n  - name: gcr.io/cloud-builders/curl\n    args: ['-H', 'Authorization: Bearer \${_TOKEN}', '${zones}']\nsubstitutions:\n  _CF_API_KEY: '\${_DNS_KEY}'`,
    '3 prefer-api-token',
    '9 prefer-api-token',
    '12 no-credential-exposure',
    '16 prefer-api-token',
  ],
  [
    'variables that Terraform passes on',
    'main.tf',
    'resource "heroku_app" "a" {\n  sensitive_config_vars = {\n    CLOUDFLARE_API_KEY = var.key\n    CF_API_TOKEN = var.token\n  }\n}\nresource "azurerm_linux_function_app" "b" {\n  app_settings = {\n    CF_API_KEY = var.key\n  }\n  tags = {\n    CF_API_KEY = var.key\n  }\n}',
    '3 prefer-api-token',
    '9 prefer-api-token',
  ],
  [
    "tokens that Pulumi's YAML declares",
    'Pulumi.yaml',
    `resources:\n  a:\n    type: cloudflare:ApiToken\n    properties:\n      name: a\n      policies: ${policies('com.cloudflare.api.account.*')}\n      condition: { requestIp: { ins: [0.0.0.0/0] } }\n  b:\n    type: cloudflare:index/account:Account\n    properties: { name: b, settings: { enforceTwofactor: false } }\n  c:\n    type: aws:ApiToken\n    properties: { name: c }`,
    '3 require-token-expiration',
    '6 restrict-token-permissions',
    '7 require-token-ip-filter',
    '10 require-two-factor',
  ],
  [
    "variables of Azure's pipelines",
    'azure-pipelines.yml',
    'steps:\n  - script: echo $(CF_API_TOKEN)\n  - bash: |\n      echo "##vso[task.setvariable variable=TOKEN]$(cloudflare-api-token)"\n      echo "##vso[task.setvariable variable=TOKEN;issecret=true]$(cloudflare-api-token)"\n      echo "$(date) $(Build.SourcesDirectory) $(cloudflare)"',
    '2 no-credential-exposure',
    '4 no-credential-exposure',
  ],
  [
    'settings of plugins of Woodpecker',
    '.woodpecker/purge.yaml',
    `steps:\n  purge:\n    image: jetrails/drone-cloudflare-caching\n    settings:\n      api_token: ${token}\n  notify:\n    image: plugins/matrix\n    settings:\n      api_token: ${token}`,
    '5 no-hardcoded-credentials',
  ],
  [
    'strings in templates of Helm',
    'charts/a/templates/secret.yaml',
    `kind: Secret\nstringData:\n  {{- if .Values.a }}\n  cloudflare-api-token: {{ .Values.token | default "${token}" | quote }}\n  {{- end }}\n  CF_API_TOKEN: {{ "${token}" | quote }}\n  CLOUDFLARE_API_TOKEN: {{ required "a token" .Values.token }}\n  CF_TOKEN: {{ default "token" .Values.token }}`,
    '4 no-hardcoded-credentials',
    '6 no-hardcoded-credentials',
  ],
  [
    'defaults and results of tasks in templates of Ansible',
    'roles/a/tasks/main.yml',
    `- command: op read op://a/b/c\n  register: cf_api_token\n- debug:\n    msg: "{{ cf_api_token.stdout | trim }}"\n- debug:\n    msg: "{{ cf_api_token.rc }}"\n- set_fact:\n    cloudflare_api_token: "{{ lookup('env', 'CF_TOKEN') | default('${token}', true) }}"\n    cloudflare_dns_token: "{{ token | default('none') }}"`,
    '4 no-credential-exposure',
    '8 no-hardcoded-credentials',
  ],
  [
    'outputs of CloudFormation',
    'template.yaml',
    'Parameters:\n  CloudflareApiToken: { Type: String, NoEcho: true }\n  CloudflareZoneId: { Type: String }\nOutputs:\n  A:\n    Value: !Ref CloudflareApiToken\n  B:\n    Value: !Sub "Bearer ${CloudflareApiToken}"\n  C:\n    Value: { Ref: CloudflareApiToken }\n  D:\n    Value: !Ref CloudflareZoneId\n  E:\n    Value: !GetAtt CloudflareApiToken.Arn\n  F:\n    Value: CloudflareApiToken\n  G:\n    Description: !Ref CloudflareApiToken',
    '6 no-credential-exposure',
    '8 no-credential-exposure',
    '10 no-credential-exposure',
  ],
  [
    'tokens of zones',
    'zones.yaml',
    `zones:\n  - id: ${id}\n    token: ${token}\nhosts:\n  - id: ${id}\n    token: ${token.toLowerCase()}`,
    '3 no-hardcoded-credentials',
  ],
  [
    'addresses of proxies',
    'Caddyfile',
    'a.example.org {\n  reverse_proxy /v4/* http://api.cloudflare.com\n  reverse_proxy http://127.0.0.1:80\n}',
    '2 require-https',
  ],
  [
    'addresses that Prometheus scrapes',
    'prometheus.yml',
    `scrape_configs:\n  - scheme: http\n    static_configs:\n      - targets: ['api.cloudflare.com']\n  - scheme: http\n    static_configs:\n      - targets: ['127.0.0.1:9090']`,
    '2 require-https',
  ],
];

function comment(path: string): string {
  if (/\.(?:kt|cs|java|go)$/.test(path)) return '//';
  return path.endsWith('.sql') ? '--' : '#';
}

it.each([...programs, ...further, ...lately, ...scripts, ...settings])('%s', (_, path, body, ...expected) => {
  expect(found(path, `${comment(path)} cloudflare\n${body}`)).toEqual(expected);
});

it("reads the resources of Terraform's JSON", () => {
  const file = { resource: { cloudflare_api_token: { ci: { name: 'ci', expires_on: '2020-01-01T00:00:00Z' } } } };
  expect(found('main.tf.json', `\n${JSON.stringify(file)}`)).toEqual(['1 require-token-ip-filter', '1 require-token-expiration']);
});
