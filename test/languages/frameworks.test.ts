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

const others: readonly Case[] = [
  [
    'messages in blocks of Ruby',
    'sync.rb',
    body(
      'log = Logger.new($stdout)',
      "settings = { zone: ENV['CF_ZONE'], token: ENV['CF_API_TOKEN'] }",
      'log.debug { "with #{settings.inspect}" }',
      'log.debug { "with #{settings[:zone]}" }',
    ),
    `3 ${exposed}`,
  ],
  [
    'maps that Kotlin responds with',
    'App.kt',
    body(
      'fun Route.all() {',
      '  get("/a") { call.respond(mapOf("token" to System.getenv("CF_API_TOKEN"))) }',
      '  get("/b") { call.respond(mapOf("zone" to System.getenv("CF_ZONE"))) }',
      '}',
    ),
    `2 ${exposed}`,
  ],
  [
    'maps of Java',
    'App.java',
    body(
      'class App {',
      '  void run() {',
      '    log.info("{}", Map.of("token", System.getenv("CF_API_TOKEN")));',
      '    log.info("{}", Map.of("zone", System.getenv("CF_ZONE")));',
      '  }',
      '}',
    ),
    `3 ${exposed}`,
  ],
  [
    'anonymous objects of C#',
    'Program.cs',
    body(
      'var token = Environment.GetEnvironmentVariable("CF_API_TOKEN");',
      'app.MapGet("/a", () => Results.Json(new { zone = 1, token }));',
      'app.MapGet("/b", () => Results.Ok(new { isSet = token != null }));',
    ),
    `2 ${exposed}`,
  ],
  [
    'fields of events and responses in Rust',
    'main.rs',
    body(
      'let token = std::env::var("CF_API_TOKEN")?;',
      'debug!(token = %token, "starting");',
      'info!(is_set = !token.is_empty(), "starting");',
      'async fn show() -> Json<Value> { Json(json!({ "token": std::env::var("CF_API_TOKEN").ok() })) }',
      'async fn take(Json(token): Json<Token>) { if is_ready { token } }',
    ),
    `2 ${exposed}`,
    `4 ${exposed}`,
  ],
  [
    'a client of .NET with an initializer',
    'Purger.cs',
    body(
      'class Purger {',
      '  static readonly HttpClient Http = new() { BaseAddress = new Uri("https://api.cloudflare.com/client/v4/") };',
      '  async Task Purge(string zone) {',
      '    await Http.PostAsync($"zones/{zone}/purge_cache", null);',
      '    var other = new HttpClient { BaseAddress = new Uri("https://api.example.org/") };',
      '    await other.PostAsync($"zones/{zone}/purge_cache", null);',
      '  }',
      '}',
    ),
    '4 no-ignored-auth-failure',
  ],
  [
    'defaults of options in Rust',
    'args.rs',
    body(
      '#[derive(Parser)]',
      'struct Args {',
      `  #[arg(long, env = "CF_API_TOKEN", default_value = "${characters(40, alphabets.base62, random(54))}")]`,
      '  token: String,',
      '}',
    ),
    '3 no-hardcoded-credentials',
  ],
  [
    'defaults of constructors in Kotlin',
    'Config.kt',
    body(
      'data class CloudflareConfig(',
      `  val zoneId: String = "${id}",`,
      `  val apiToken: String = "${characters(40, alphabets.base62, random(55))}",`,
      ')',
    ),
    '3 no-hardcoded-credentials',
  ],
  [
    "credentials of Cloudflare's SDK for Rust",
    'client.rs',
    body('let a = Credentials::UserAuthKey { email, key };', 'let b = auth::Credentials::UserAuthToken { token };'),
    '1 prefer-api-token',
  ],
  [
    'what steps of PowerShell give to others',
    'deploy.ps1',
    body('"token=$env:CF_API_TOKEN" | Out-File -FilePath $env:GITHUB_OUTPUT -Append', 'Add-Content $env:GITHUB_OUTPUT "zone=$env:CF_ZONE"'),
    `1 ${exposed}`,
  ],
  [
    'a client of dio, which rejects',
    'purge.dart',
    body(
      "import 'package:dio/dio.dart';",
      'Future<void> purge(Dio dio, String token) async {',
      `  await dio.post('${zones}/x/purge_cache', options: Options(headers: {'Authorization': 'Bearer $token'}));`,
      '  try {',
      `    await dio.post('${zones}/x/purge_cache', options: Options(headers: {'Authorization': 'Bearer $token'}));`,
      '  } catch (_) {}',
      '}',
    ),
    '6 no-ignored-auth-failure',
  ],
  [
    'a client of Spring with a base address',
    'Purger.java',
    body(
      'class Purger {',
      '  private final RestClient client;',
      '  Purger(RestClient.Builder builder, String token) {',
      '    this.client = builder.baseUrl("https://api.cloudflare.com/client/v4").defaultHeader("Authorization", "Bearer " + token).build();',
      '  }',
      '  void purge(String zone) {',
      '    try {',
      '      client.post().uri("/zones/{zone}/purge_cache", zone).body(files).retrieve().toBodilessEntity();',
      '    } catch (RestClientException e) {',
      '    }',
      '  }',
      '}',
    ),
    '9 no-ignored-auth-failure',
  ],
];

const issue = 'curl -fsS https://api.cloudflare.com/client/v4/user/tokens -H "Authorization: Bearer $CF_ADMIN_TOKEN" --json @token.json';

const scripts: readonly Case[] = [
  [
    'secrets that a script picks from the response which issues them',
    'mint.sh',
    body(
      `t=$(${issue} | jq -r .result.value)`,
      'echo "$t"',
      'printf %s "$t" | gh secret set T',
      `${issue} | jq -r '"t=" + .result.value' >> "$GITHUB_OUTPUT"`,
      `${issue} | jq -r '"id=" + .result.id' >> "$GITHUB_OUTPUT"`,
      `answer=$(${issue})`,
      'if [ "$(jq -r .success <<< "$answer")" != true ]; then echo "$answer" >&2; exit 1; fi',
      'echo "t=$(jq -r .result.value <<< "$answer")" >> "$GITHUB_ENV"',
    ),
    `2 ${exposed}`,
    `4 ${exposed}`,
    `8 ${exposed}`,
  ],
  [
    'commands of Jenkins with a secret that Groovy fills in',
    'Jenkinsfile',
    body(
      "withCredentials([string(credentialsId: 'cf', variable: 'CF_API_TOKEN')]) {",
      `  sh "curl -f ${zones} -H 'Authorization: Bearer \${CF_API_TOKEN}'"`,
      `  sh 'curl -f ${zones} -H "Authorization: Bearer $CF_API_TOKEN"'`,
      '}',
    ),
    `2 ${exposed}`,
  ],
  [
    'dates that Terraform computes',
    'tokens.tf',
    body(
      ...['87600h', '720h', '1h30m'].map(
        (after) =>
          `resource "cloudflare_api_token" "t" {\ncondition = { request_ip = { in = var.ranges } }\nexpires_on = formatdate("YYYY", timeadd(timestamp(), "${after}"))\n}`,
      ),
    ),
    '3 require-token-expiration',
  ],
];

const routes: readonly Case[] = [
  [
    'controllers of Spring',
    'App.java',
    body(
      '@RestController class App {',
      '  String token = System.getenv("CF_API_TOKEN");',
      '  @GetMapping("/a")',
      '  Map<String, Object> a() { return Map.of("token", token); }',
      '  @GetMapping("/b")',
      '  Map<String, Object> b() { return Map.of("isSet", token != null); }',
      '  private String c() { return "Bearer " + token; }',
      '}',
    ),
    `4 ${exposed}`,
  ],
  [
    'routes of Sinatra',
    'app.rb',
    body(
      "require 'sinatra'",
      "get '/a' do",
      '  content_type :json',
      "  { token: ENV['CF_API_TOKEN'] }.to_json",
      'end',
      "get '/b' do",
      '  client = Faraday.new do |f|',
      "    f.headers['Authorization'] = ENV['CF_API_TOKEN']",
      '  end',
      "  client.get('zones').body",
      'end',
    ),
    `4 ${exposed}`,
  ],
  [
    'responses of Actix',
    'main.rs',
    body(
      'async fn a() -> impl Responder { HttpResponse::Ok().json(json!({ "token": std::env::var("CF_API_TOKEN").unwrap() })) }',
      'async fn b() -> impl Responder { HttpResponse::Ok().json(json!({ "ok": true })) }',
    ),
    `1 ${exposed}`,
  ],
];

const workflows: readonly Case[] = [
  [
    'inputs of a composite action',
    '.github/actions/purge/action.yml',
    body(
      'inputs:',
      '  cloudflare-token:',
      '    required: true',
      'runs:',
      '  using: composite',
      '  steps:',
      '    - shell: bash',
      '      run: echo "with ${{ inputs.cloudflare-token }} in ${{ inputs.cloudflare-zone }}"',
    ),
    `8 ${exposed}`,
  ],
  [
    'actions behind the build of a pull request',
    '.github/workflows/preview.yml',
    body(
      'on: pull_request_target',
      'jobs:',
      '  preview:',
      '    steps:',
      '      - uses: actions/checkout@v4',
      '        with: { ref: "${{ github.event.pull_request.head.sha }}", token: "${{ secrets.CF_ZONE }}" }',
      '      - run: npm ci && npm run build',
      '      - uses: cloudflare/wrangler-action@v3',
      '        with:',
      '          apiToken: ${{ secrets.CLOUDFLARE_API_TOKEN }}',
    ),
    `10 ${exposed}`,
  ],
  [
    'lists and maps in the body of a request',
    'Mint.kt',
    body(
      'suspend fun mint(client: HttpClient, ranges: List<String>, until: String) =',
      '  client.post("https://api.cloudflare.com/client/v4/user/tokens") {',
      '    setBody(mapOf("name" to "t", "expires_on" to until, "condition" to mapOf("request_ip" to mapOf("in" to ranges)), "policies" to listOf(mapOf(',
      '      "effect" to "allow",',
      '      "resources" to mapOf("com.cloudflare.api.account.zone.*" to "*"),',
      '      "permission_groups" to listOf(mapOf("id" to "4755a26eedb94da69e1066d98aa820be")),',
      '    ))))',
      '  }',
    ),
    '5 restrict-token-permissions',
  ],
];

const cell = (...source: readonly string[]): object => ({ cell_type: 'code', metadata: {}, outputs: [], source });
const token = characters(40, alphabets.base62, next);
const globalKey = characters(37, alphabets.hex, next);

const documents: readonly Case[] = [
  [
    'cells of a notebook that are shell scripts',
    'zones.ipynb',
    JSON.stringify(
      {
        cells: [
          cell(
            '%%bash\n',
            'curl -fsS https://api.cloudflare.com/client/v4/zones \\\n',
            '  -H "X-Auth-Email: $CF_EMAIL" -H "X-Auth-Key: $CF_KEY"\n',
          ),
          cell('token = "$CF_KEY"\n', '!echo "$CF_API_TOKEN"'),
          cell('%%writefile .env\n', `CF_API_TOKEN=${token}\n`),
        ],
      },
      null,
      1,
    ),
    '10 prefer-api-token',
    `19 ${exposed}`,
    '28 no-hardcoded-credentials',
  ],
  [
    'an account between a name and its value',
    'access.md',
    `| Cloudflare Global API Key | ops@example.com | \`${globalKey}\` |\n| Cloudflare zone | ops@example.com | \`${id}\` |`,
    '1 no-hardcoded-credentials',
  ],
  [
    'an environment of Postman',
    'prod.postman_environment.json',
    `{\n"name": "Cloudflare prod",\n"values": [\n{ "key": "zone_id", "value": "${id}" },\n{ "key": "api_token", "value": "${token}" }\n]\n}`,
    '5 no-hardcoded-credentials',
  ],
  [
    'an environment of another service',
    'prod.postman_environment.json',
    `{ "name": "shop", "values": [{ "key": "api_token", "value": "${token}" }] }`,
  ],
];

it.each([...ofGo, ...ofPython, ...ofRuby, ...others, ...routes, ...workflows, ...scripts, ...documents])(
  '%s',
  (_, path, text, ...expected) => {
    const comment = /\.(?:py|rb|ps1|sh|tf|yml)$/.test(path) ? '#' : '//';
    const head = /\.(?:json|ipynb|md)$/.test(path) ? '' : `${comment} cloudflare`;
    expect(found(path, `${head}\n${text}`)).toEqual(expected);
  },
);
