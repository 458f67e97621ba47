import { describe, expect, it } from 'vitest';
import { clientsElsewhere } from '../../../src/cloudflare/http/http-clients-elsewhere.js';
import { requests } from '../../../src/facts/requests/requests.js';
import { readLexically } from '../../../src/languages/lexical/index.js';
import type { ProfileName } from '../../../src/languages/lexical/profiles/index.js';
import { readYamlFile } from '../../../src/languages/yaml/file.js';
import { literal, shape } from '../../../src/source/values.js';

/** The last request that is sent, or is made and sent elsewhere. */
function told(language: ProfileName | 'yaml', code: string): readonly string[] {
  const all = requests(language === 'yaml' ? readYamlFile(code, 'tasks/main.yml') : readLexically(language, code, 'program'));
  const request = all.findLast(({ isDefaults }) => !isDefaults) ?? all.at(-1);
  if (!request) throw new Error('The program sends no request');
  const { client, method, urls, headers, body } = request;
  const sent = headers
    .filter(({ name }) => name.includes('auth'))
    .map(({ name, value, scheme = '' }) => `${name}: ${scheme} ${literal(value) ?? value.kind}`.replace(':  ', ': '));
  return [client, method, urls.map(shape).join(' | '), sent.join(', '), typeof body === 'string' ? body : body.kind];
}

const U = 'https://api.cloudflare.com/client/v4/zones';
const key = 'x-auth-key: k';
const bearer = 'authorization: Bearer t';

type Id = keyof typeof clientsElsewhere;

const table: readonly (readonly [
  client: Id,
  language: ProfileName | 'yaml',
  method: string,
  header: string,
  body: string,
  code: string,
])[] = [
  [
    'net/http',
    'go',
    'PUT',
    key,
    'text',
    `req, err := http.NewRequest("PUT", "${U}", strings.NewReader("{}"))\nreq.Header.Set("X-Auth-Key", "k")\nclient.Do(req)`,
  ],
  [
    'net/http',
    'go',
    'DELETE',
    key,
    'name',
    `req, _ := http.NewRequestWithContext(ctx, http.MethodDelete, "${U}", nil2)\nreq.Header.Add("X-Auth-Key", "k")\nresp, err := http.DefaultClient.Do(req)`,
  ],
  ['net/http', 'go', 'POST', '', 'text', `http.Post("${U}", "application/json", strings.NewReader("{}"))`],
  [
    'resty',
    'go',
    'POST',
    `${key}, ${bearer}`,
    'name',
    `resp, err := client.R().SetHeader("X-Auth-Key", "k").SetAuthToken("t").SetBody(body).Post("${U}")`,
  ],
  [
    'resty modules',
    'go',
    'DELETE',
    key,
    'absent',
    `resty.New().SetBaseURL("https://api.cloudflare.com/client/v4").SetHeader("X-Auth-Key", "k").R().Delete("/zones")`,
  ],
  [
    'curl',
    'php',
    'POST',
    key,
    'text',
    `<?php $ch = curl_init('${U}'); curl_setopt($ch, CURLOPT_HTTPHEADER, ['X-Auth-Key: k']); curl_setopt($ch, CURLOPT_CUSTOMREQUEST, 'POST'); curl_setopt($ch, CURLOPT_POSTFIELDS, '{}'); curl_exec($ch);`,
  ],
  [
    'curl',
    'php',
    'GET',
    key,
    'absent',
    `<?php $ch = curl_init(); curl_setopt_array($ch, [CURLOPT_URL => '${U}', CURLOPT_HTTPHEADER => ['X-Auth-Key: k']]); $r = curl_exec($ch);`,
  ],
  [
    'guzzle',
    'php',
    'POST',
    key,
    'table',
    `<?php $c = new Client(['base_uri' => 'https://api.cloudflare.com/client/v4/']); $c->post('zones', ['headers' => ['X-Auth-Key' => 'k'], 'json' => ['a' => 1]]);`,
  ],
  ['guzzle-anywhere', 'php', 'GET', key, 'absent', `<?php $this->client->request('GET', '${U}', ['headers' => ['X-Auth-Key' => 'k']]);`],
  [
    'wordpress',
    'php',
    'POST',
    key,
    'text',
    `<?php wp_remote_request('${U}', ['method' => 'POST', 'headers' => ['X-Auth-Key' => 'k'], 'body' => '{}']);`,
  ],
  ['streams-of-php', 'php', 'GET', key, 'absent', `<?php file_get_contents('${U}', false, ['header' => ['X-Auth-Key: k']]);`],
  [
    'symfony-http-client',
    'php',
    'POST',
    key,
    'table',
    `<?php $client = HttpClient::create(); $client->request('POST', '${U}', ['headers' => ['X-Auth-Key' => 'k'], 'json' => ['a' => 1]]);`,
  ],
  ['laravel', 'php', 'POST', bearer, 'table', `<?php Http::withToken('t')->acceptJson()->post('${U}', ['a' => 1]);`],
  ['laravel', 'php', 'GET', key, 'absent', `<?php Http::withHeaders(['X-Auth-Key' => 'k'])->get('${U}');`],
  ['net-http', 'ruby', 'POST', key, 'text', `Net::HTTP.post(URI('${U}'), '{}', 'X-Auth-Key' => 'k')`],
  [
    'net-http',
    'ruby',
    'DELETE',
    key,
    'absent',
    `uri = URI.parse('${U}')\nreq = Net::HTTP::Delete.new(uri.request_uri)\nreq['X-Auth-Key'] = 'k'\nhttp.request(req)`,
  ],
  [
    'net-http',
    'ruby',
    'POST',
    key,
    'table',
    `req = Net::HTTP::Post.new(URI('${U}'), 'X-Auth-Key' => 'k')\nreq.body = { a: 1 }.to_json\nhttp.request(req)`,
  ],
  ['faraday', 'ruby', 'POST', key, 'table', `Faraday.post('${U}', { a: 1 }.to_json, 'X-Auth-Key' => 'k')`],
  ['open-uri', 'ruby', 'GET', key, 'absent', `URI.open('${U}', 'X-Auth-Key' => 'k').read`],
  [
    'faraday',
    'ruby',
    'POST',
    key,
    'text',
    `conn = Faraday.new(url: 'https://api.cloudflare.com/client/v4')\nconn.post('zones') do |req|\n  req.headers['X-Auth-Key'] = 'k'\n  req.body = '{}'\nend`,
  ],
  ['httparty', 'ruby', 'PUT', key, 'table', `HTTParty.put('${U}', headers: { 'X-Auth-Key' => 'k' }, body: { a: 1 }.to_json)`],
  ['rest-client', 'ruby', 'POST', key, 'text', `RestClient.post('${U}', '{}', { 'X-Auth-Key' => 'k' })`],
  [
    'httparty-included',
    'ruby',
    'POST',
    key,
    'table',
    `class A\n  base_uri 'https://api.cloudflare.com/client/v4'\n  def b\n    self.class.post('/zones', headers: { 'X-Auth-Key' => 'k' }, body: { a: 1 })\n  end\nend`,
  ],
  [
    'rest-client',
    'ruby',
    'PATCH',
    key,
    'text',
    `RestClient::Request.execute(method: :patch, url: '${U}', headers: { 'X-Auth-Key' => 'k' }, payload: '{}')`,
  ],
  ['http.rb', 'ruby', 'POST', bearer, 'table', `HTTP.auth('Bearer t').post('${U}', json: { a: 1 })`],
  [
    'java.net.http',
    'java',
    'POST',
    key,
    'text',
    `var request = HttpRequest.newBuilder().uri(URI.create("${U}")).header("X-Auth-Key", "k").POST(HttpRequest.BodyPublishers.ofString("{}")).build();\nclient.send(request, handler);`,
  ],
  [
    'java.net.http',
    'kotlin',
    'GET',
    key,
    'absent',
    `val request = HttpRequest.newBuilder(URI.create("${U}")).header("X-Auth-Key", "k").build()\nclient.send(request, handler)`,
  ],
  [
    'okhttp',
    'java',
    'POST',
    key,
    'text',
    `Request request = new Request.Builder().url("${U}").addHeader("X-Auth-Key", "k").post(RequestBody.create("{}", JSON)).build();\nclient.newCall(request).execute();`,
  ],
  [
    'okhttp',
    'kotlin',
    'DELETE',
    key,
    'absent',
    `client.newCall(Request.Builder().url("${U}").header("X-Auth-Key", "k").delete().build()).execute()`,
  ],
  ['RestTemplate', 'java', 'POST', '', 'text', `rest.postForObject("${U}", "{}", String.class);`],
  ['clients-of-spring', 'java', 'GET', key, 'absent', `client.get().uri("${U}").header("X-Auth-Key", "k").retrieve().body(String.class);`],
  [
    'urlconnection',
    'java',
    'unknown',
    key,
    'absent',
    `HttpURLConnection c = (HttpURLConnection) new URL("${U}").openConnection();\nc.setRequestProperty("X-Auth-Key", "k");`,
  ],
  [
    'ktor',
    'kotlin',
    'POST',
    `${key}, ${bearer}`,
    'text',
    `client.post("${U}") {\n  header("X-Auth-Key", "k")\n  bearerAuth("t")\n  setBody("{}")\n}`,
  ],
  ['httpclient-of-dotnet', 'csharp', 'POST', '', 'table', `await http.PostAsJsonAsync("${U}", new { a = 1 });`],
  ['httpclient-of-dotnet', 'csharp', 'PUT', '', 'text', `await http.PutAsync(new Uri("${U}"), new StringContent("{}"));`],
  ['httpclient-of-dotnet-reading', 'csharp', 'GET', '', 'absent', `var text = await http.GetStringAsync("${U}");`],
  [
    'httpclient-of-dotnet',
    'csharp',
    'DELETE',
    bearer,
    'absent',
    `http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "t"); await http.DeleteAsync("${U}");`,
  ],
  [
    'httpclient-of-dotnet-reading',
    'csharp',
    'GET',
    key,
    'absent',
    `http.BaseAddress = new Uri("https://api.cloudflare.com/client/v4/"); http.DefaultRequestHeaders.Add("X-Auth-Key", "k"); other.DefaultRequestHeaders.Add("X-Auth-Key", "o"); await http.GetStringAsync("zones");`,
  ],
  [
    'HttpRequestMessage',
    'csharp',
    'POST',
    `${key}, ${bearer}`,
    'table',
    `var m = new HttpRequestMessage(HttpMethod.Post, "${U}");\nm.Headers.Add("X-Auth-Key", "k");\nm.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "t");\nm.Content = JsonContent.Create(new { a = 1 });\nawait http.SendAsync(m);`,
  ],
  [
    'restsharp',
    'csharp',
    'POST',
    key,
    'name',
    `var r = new RestRequest("${U}", Method.Post);\nr.AddHeader("X-Auth-Key", "k");\nr.AddJsonBody(body);\nclient.Execute(r);`,
  ],
  [
    'reqwest',
    'rust',
    'POST',
    `${key}, ${bearer}`,
    'table',
    `client.post("${U}").header("X-Auth-Key", "k").bearer_auth("t").json(&json!({ "a": 1 })).send().await?;`,
  ],
  [
    'reqwest',
    'rust',
    'DELETE',
    'authorization: Bearer t',
    'absent',
    `client.request(Method::DELETE, "${U}").header(AUTHORIZATION, "Bearer t").send().await?;`,
  ],
  ['ureq', 'rust', 'PUT', key, 'table', `ureq::put("${U}").set("X-Auth-Key", "k").send_json(json!({ "a": 1 }))?;`],
  [
    'URLSession',
    'swift',
    'POST',
    key,
    'text',
    `var r = URLRequest(url: URL(string: "${U}")!)\nr.httpMethod = "POST"\nr.setValue("k", forHTTPHeaderField: "X-Auth-Key")\nr.httpBody = "{}"\nlet (data, _) = try await URLSession.shared.data(for: r)`,
  ],
  ['alamofire', 'swift', 'PUT', key, 'absent', `AF.request("${U}", method: .put, headers: ["X-Auth-Key": "k"])`],
  [
    'http-of-dart',
    'dart',
    'POST',
    key,
    'table',
    `await http.post(Uri.parse('${U}'), headers: {'X-Auth-Key': 'k'}, body: jsonEncode({'a': 1}));`,
  ],
  [
    'powershell',
    'powershell',
    'PUT',
    key,
    'table',
    `$b = @{ a = 1 } | ConvertTo-Json\nInvoke-RestMethod -Method Put -Uri '${U}' -Headers @{ 'X-Auth-Key' = 'k' } -Body $b`,
  ],
  ['powershell', 'powershell', 'GET', key, 'absent', `$p = @{ Uri = '${U}'; Headers = @{ 'X-Auth-Key' = 'k' } }\nirm @p`],
  ['ansible', 'yaml', 'PUT', key, 'table', `- uri: { url: '${U}', method: PUT, headers: { X-Auth-Key: k }, body: { a: 1 } }`],
  ['elixir', 'elixir', 'POST', key, 'table', `HTTPoison.post!("${U}", Jason.encode!(%{"a" => 1}), [{"X-Auth-Key", "k"}])`],
  ['req', 'elixir', 'POST', key, 'table', `Req.post!("${U}", headers: [{"X-Auth-Key", "k"}], json: %{"a" => 1})`],
  ['lwp', 'perl', 'POST', key, 'text', `$http->request('POST', "${U}", { headers => { 'X-Auth-Key' => 'k' }, content => '{}' });`],
  ['lwp', 'perl', 'GET', key, 'absent', `$ua->get("${U}", 'X-Auth-Key' => 'k');`],
  [
    'HTTP::Request',
    'perl',
    'DELETE',
    key,
    'absent',
    `my $r = HTTP::Request->new('DELETE', "${U}"); $r->header('X-Auth-Key' => 'k'); $ua->request($r);`,
  ],
  [
    'lua-resty-http',
    'lua',
    'DELETE',
    key,
    'absent',
    `local res, err = httpc:request_uri("${U}", { method = "DELETE", headers = { ["X-Auth-Key"] = "k" } })`,
  ],
];

describe('every HTTP client of another language', () => {
  it.each(table)('%s %s %s %s, body %s: %s', (client, language, method, header, body, code) => {
    expect(told(language, code)).toEqual([client, method, U, header, body]);
  });

  it('has a program above', () => {
    const tested = new Set<string>(table.map(([client]) => client));
    expect(Object.keys(clientsElsewhere).filter((id) => !tested.has(id))).toEqual([]);
  });
});
