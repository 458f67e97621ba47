/** Texts that are the worst case of a reader or fact, of any length: `size` statements, keys or lines. */

/** @param {number} count @param {(index: number) => string} line */
const lines = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('\n');
const token = 'process.env.CLOUDFLARE_API_TOKEN';

/** @typedef {{ readonly path: string, readonly text: (size: number) => string }} WorstCase */

/** Programs that one credential flows through. @type {Readonly<Record<string, (size: number) => string>>} */
const flows = {
  assignments: (size) => `let v0 = ${token};\n${lines(size, (i) => `let v${String(i + 1)} = v${String(i)}; console.log(v${String(i)});`)}`,
  rewrites: (size) => `let v = ${token};\n${lines(size, (i) => `v = [v, ${String(i)}]; console.log(v);`)}`,
  helpers: (size) =>
    `const f0 = (x) => { console.log(x); return x; };\n${lines(size, (i) => `const f${String(i + 1)} = (x) => { f${String(i)}(x); return f${String(i)}({ x }); };`)}\nf${String(size)}(${token});`,
  'mutual helpers': (size) =>
    `${lines(size, (i) => `function f${String(i)}(x) { console.log(x); return f${String((i + 1) % size)}(f${String((i * 7) % size)}(x)); }`)}\nf0(${token});`,
  'wide helper': (size) => `function f(x) { ${lines(50, (i) => `console.log(x, ${String(i)});`)} }\n${lines(size, () => `f(${token});`)}`,
  objects: (size) =>
    `const o = { ${lines(size, (i) => `k${String(i)}: { token: ${token}, n: ${String(i)} },`)} };\n${lines(size, (i) => `console.log(o.k${String(i)}, { ...o.k${String(i)} });`)}`,
  'the whole object': (size) => `const o = { ${lines(size, (i) => `k${String(i)}: ${token},`)} };\n${lines(size, () => `console.log(o);`)}`,
  lookups: (size) =>
    `const o = { ${lines(size, (i) => `k${String(i)}: { token: ${token} },`)} };\n${lines(size, (i) => `console.log(o[k${String(i)}].token); for (const [, v] of Object.entries(o)) console.log(v);`)}`,
  'values on some paths': (size) =>
    `let v = ${token};\n${lines(size, (i) => `if (a${String(i)}) v = '${String(i)}';\nelse if (b) throw v;\nconsole.log(v);`)}`,
  'closures of closures': (size) =>
    `const f0 = (a) => (b) => console.log(a, b);\n${lines(size, (i) => `const f${String(i + 1)} = (a) => (b) => f${String(i)}(a)(b); f${String(i)}(${token})(${String(i)});`)}`,
  spreads: (size) =>
    `const o0 = { token: ${token} };\n${lines(size, (i) => `const o${String(i + 1)} = { ...o${String(i)} };`)}\nconsole.log(o${String(size)});`,
  'spreads on some paths': (size) =>
    `const o0 = { token: ${token} };\n${lines(size, (i) => `const o${String(i + 1)} = { ...(c && o${String(i)}), ...(d ? o${String(i)} : {}) };`)}\nconsole.log(o${String(size)});`,
  'spreads of itself': (size) => `let o = { token: ${token} };\n${lines(size, (i) => `o = { ...o, k${String(i)}: o };\nconsole.log(o);`)}`,
  'headers of themselves': (size) =>
    lines(
      size,
      (i) =>
        `const i${String(i)} = { ...opts };\ni${String(i)}.headers = new Headers(i${String(i)}.headers);\nfetch('https://api.cloudflare.com/client/v4/zones', i${String(i)});`,
    ),
  ternaries: (size) =>
    `const s0 = ${token};\n${lines(size, (i) => `const s${String(i + 1)} = c ? s${String(i)} + 'a' : 'b' + s${String(i)};`)}\nconsole.log(s${String(size)});`,
  'templates of choices': (size) =>
    `const t = c ? 'a' : 'b';\n${lines(size / 20, (i) => `const u${String(i)} = \`https://api.cloudflare.com/${'${t}'.repeat(20)}\`; fetch(u${String(i)}, { headers: { 'X-Auth-Key': t } });`)}`,
  wrappers: (size) =>
    `let w = ${token};\n${lines(size, (i) => `const w${String(i)} = wrap(${i === 0 ? 'w' : `w${String(i - 1)}`}, { w: ${i === 0 ? 'w' : `w${String(i - 1)}`} }); console.log(w${String(i)});`)}`,
  appends: (size) =>
    `let q = '';\n${lines(size, (i) => `if (c) q += ${i % 2 === 0 ? token : `'&k${String(i)}='`};`)}\nfetch('https://api.cloudflare.com/?' + q);`,
  pushes: (size) =>
    `const args = [];\n${lines(size, (i) => `if (c) args.push(...args, '-H', 'k${String(i)}: ' + ${token});`)}\nconsole.log(args);`,
  'writes into an object': (size) =>
    `const o = {};\n${lines(size, (i) => `o.k${String(i)} = { ...o.k${String(i - 1)}, token: ${token} };`)}\nconsole.log(o.k${String(size - 1)});`,
  'fields of classes': (size) =>
    lines(
      size,
      (i) =>
        `class C${String(i)} ${i > 0 ? `extends C${String(i - 1)} ` : ''}{ constructor(t) { this.t = t; this.u = new C${String((i + 1) % size)}(this.t); } run() { console.log(this.t, this.u.t); } }\nnew C${String(i)}(${token}).run();`,
    ),
  iterators: (size) =>
    `let list = [${token}];\n${lines(size, (i) => `list = list.map((x${String(i)}) => ({ x: x${String(i)}, all: list })); for (const y of list) console.log(y);`)}`,
  'objects of classes': (size) =>
    `class A0 { constructor(a) { this.a = a; } set(a) { this.a = a; return this; } log() { console.log(this.a); } }\n${lines(size, (i) => `class A${String(i + 1)} extends A${String(i)} { log() { console.log(this.a); } }\nconst o${String(i)} = new A${String(i)}(${token}); o${String(i)}.set(${token}).set(${String(i)}).log();`)}`,
  requests: (size) =>
    `const headers = { Authorization: 'Bearer ' + ${token} };\n${lines(size, (i) => `async function r${String(i)}() { try { const r = await fetch('https://api.cloudflare.com/client/v4/zones/' + ${String(i)}, { headers }); use((await r.json()).result); } catch {} }`)}`,
};

/** Programs with many of what a fact compares with the rest of the file. @type {Readonly<Record<string, (size: number) => string>>} */
const repetitions = {
  clients: (size) =>
    `import Cloudflare from 'cloudflare';\n${lines(size, (i) => `const c${String(i)} = new Cloudflare({ apiEmail: process.env.CLOUDFLARE_EMAIL, apiKey: process.env.CLOUDFLARE_API_KEY });\nawait c${String(i)}.zones.list();`)}`,
  'created tokens': (size) =>
    `import Cloudflare from 'cloudflare';\nconst cf = new Cloudflare({ apiToken: ${token} });\nconst policies = [{ effect: 'allow', permission_groups: [{ id: 'all' }], resources: { 'com.cloudflare.api.account.*': '*' } }];\n${lines(size, (i) => `const t${String(i)} = await cf.user.tokens.create({ name: 'ci', policies });\nawait new Cloudflare({ apiToken: t${String(i)}.value }).zones.list();`)}`,
  'response callbacks': (size) =>
    `const options = { url: 'https://api.cloudflare.com/client/v4/zones', headers: { Authorization: 'Bearer ' + ${token} } };\n${lines(size, (i) => `request(options, (error, response, body) => { const data${String(i)} = JSON.parse(body); use(data${String(i)}.result); });`)}`,
  XMLHttpRequests: (size) =>
    `const url = 'https://api.cloudflare.com/client/v4/zones';\n${lines(size, (i) => `const x${String(i)} = new XMLHttpRequest();\nx${String(i)}.open('GET', url);\nx${String(i)}.setRequestHeader('X-Auth-Key', key);\nx${String(i)}.onload = () => use(JSON.parse(x${String(i)}.responseText));\nx${String(i)}.send();`)}`,
  'results of helpers': (size) =>
    `const cf = async (path) => (await fetch('https://api.cloudflare.com/client/v4' + path, { headers: { Authorization: 'Bearer ' + ${token} } })).json();\n${lines(size, (i) => `async function g${String(i)}() { const { result } = await cf('/zones/${String(i)}'); return result.map((zone) => zone.id); }`)}`,
  'outputs of commands': (size) =>
    `import { execSync } from 'node:child_process';\n${lines(size, (i) => `const zone${String(i)} = JSON.parse(execSync(\`curl -H "Authorization: Bearer \${${token}}" https://api.cloudflare.com/client/v4/zones/${String(i)}\`)); use(zone${String(i)}.result.id);`)}`,
  'headers of unknown hosts': (size) =>
    `// Cloudflare\n${lines(size, (i) => `send(host${String(i)}, { headers: { Authorization: 'Bearer ' + token${String(i)} } });`)}`,
};

/** Programs that are extremely large or deep in one respect. @type {Readonly<Record<string, (size: number) => string>>} */
const shapes = {
  constants: (size) => lines(size, (i) => `const CF_API_TOKEN_${String(i)} = 'https://api.cloudflare.com/client/v4/zones/${String(i)}';`),
  // The depth at which a recursive parser gives up.
  'deep nesting': (size) => `const cloudflare = ${'{ token: [f('.repeat(size / 50)}${token}${')] }'.repeat(size / 50)};`,
  'long concatenation': (size) =>
    `const cloudflareToken = ${Array.from({ length: size / 10 }, (_, i) => `'part${String(i)}'`).join(' + ')};`,
  'a string of 5 MB': (size) => `const cloudflareToken = '${'cfut_ api.cloudflare.com '.repeat(size * 40)}';`,
  'an object of 100,000 keys': (size) => `const cloudflare = { ${lines(size * 20, (i) => `k${String(i)}: 'value ${String(i)}',`)} };`,
  comments: (size) =>
    `const cloudflare = 1;\n${lines(size, (i) => `// CLOUDFLARE_API_TOKEN=<your token> ${String(i)}\n/* X-Auth-Key: $KEY */`)}`,
};

/** Files of other languages. @type {Readonly<Record<string, WorstCase>>} */
const files = {
  'shell of 50,000 lines': {
    path: 'deploy.sh',
    text: (size) =>
      `TOKEN=$CLOUDFLARE_API_TOKEN\n${lines(size * 10, (i) => (i % 100 === 0 ? `curl -H "Authorization: Bearer $TOKEN" https://api.cloudflare.com/client/v4/zones` : `V${String(i)}=$V${String(i - 1)}`))}`,
  },
  'appends in a shell': {
    path: 'deploy.sh',
    text: (size) =>
      `args=(curl)\n${lines(size, (i) => `[[ -n "$A${String(i)}" ]] && args+=(--a${String(i)} "$A${String(i)}")`)}\n"\${args[@]}" -H "Authorization: Bearer $CLOUDFLARE_API_TOKEN" https://api.cloudflare.com/`,
  },
  'appended text in a shell': {
    path: 'deploy.sh',
    text: (size) =>
      `Q=\n${lines(size, (i) => `if [ "$C" ]; then Q+="&k${String(i)}=$K${String(i)}"; fi\nQ="$Q$C"`)}\ncurl "https://api.cloudflare.com/?$Q"`,
  },
  'branches of a shell': {
    path: 'deploy.sh',
    text: (size) =>
      `V0=$CLOUDFLARE_API_TOKEN\n${lines(size, (i) => `if [ "$C" ]; then V${String(i + 1)}="$V${String(i)} a"; else V${String(i + 1)}="b \${V${String(i)}:-$V0}"; fi; echo "$V${String(i + 1)}"`)}`,
  },
  'rewrites in a shell': {
    path: 'deploy.sh',
    text: (size) => `V=$CLOUDFLARE_API_TOKEN\n${lines(size, () => 'V="$V$(echo "$V")"; curl -d "$V" https://api.cloudflare.com/')}`,
  },
  'functions of a shell': {
    path: 'deploy.sh',
    text: (size) =>
      `${lines(size, (i) => `f${String(i)}() { echo "$1"; f${String((i + 1) % size)} "$1" "$@"; f${String((i * 7) % size)} "$(f${String((i + 3) % size)} "$2")"; }`)}\nf0 "$CLOUDFLARE_API_TOKEN"`,
  },
  'loops of a shell': {
    path: 'deploy.sh',
    text: (size) =>
      lines(
        size,
        (i) =>
          `for x in "$x" "$y" a${String(i)}; do for y in $x $y; do z+=("$x" "\${z[@]}"); curl -H "X-Auth-Key: $x" https://api.cloudflare.com/ "\${z[@]}"; done; done`,
      ),
  },
  'pipes of a shell': {
    path: 'deploy.sh',
    text: (size) => `echo "$CLOUDFLARE_API_TOKEN" ${lines(size, () => '| cat \\')}\n| curl -d @- https://api.cloudflare.com/`,
  },
  'headers on one object': {
    path: 'headers.rs',
    text: (size) => `fn f(h: &mut HeaderMap) {\n${lines(size, () => `    h.insert("X-Auth-Key", env::var("CLOUDFLARE_API_KEY")?);`)}\n}`,
  },
  'results of a shell': {
    path: 'deploy.sh',
    text: (size) =>
      lines(
        size,
        (i) =>
          `ID_${String(i)}=$(curl -s -H "Authorization: Bearer $CLOUDFLARE_API_TOKEN" https://api.cloudflare.com/client/v4/zones | jq -r .result.id)\necho "$ID_${String(i)}"`,
      ),
  },
  'commands of Ruby': {
    path: 'deploy.rb',
    text: (size) =>
      lines(size, (i) => `system "curl -H 'X-Auth-Key: #{ENV['CLOUDFLARE_API_KEY']}' https://api.cloudflare.com/${String(i)}"`),
  },
  'tests in Rust': {
    path: 'client.rs',
    text: (size) => lines(size, (i) => `#[test]\nfn t${String(i)}() {\n    c.header("X-Auth-Key", "cloudflare");\n}`),
  },
  'YAML with anchors': {
    path: 'deploy.yml',
    text: (size) =>
      `a0: &a0\n  CLOUDFLARE_API_TOKEN: $T\n${lines(size, (i) => `a${String(i + 1)}: &a${String(i + 1)}\n  <<: *a${String(i)}\n  url: https://api.cloudflare.com/${String(i)}`)}`,
  },
  workflow: {
    path: '.github/workflows/deploy.yml',
    text: (size) =>
      `on: push\njobs:\n  deploy:\n    steps:\n${lines(size, (i) => `      - run: curl -H "Authorization: Bearer $CLOUDFLARE_API_TOKEN" https://api.cloudflare.com/client/v4/zones/${String(i)}`)}`,
  },
  JSON: {
    path: 'settings.json',
    text: (size) => `{ ${lines(size * 4, (i) => `"cloudflare${String(i)}": { "apiToken": "$TOKEN" },`)} "end": 1 }`,
  },
  TOML: { path: 'wrangler.toml', text: (size) => lines(size, (i) => `[env.e${String(i)}.vars]\nCLOUDFLARE_API_TOKEN = "$TOKEN"`) },
  '.env': { path: '.env', text: (size) => lines(size * 4, (i) => `CF_API_TOKEN_${String(i)}="\${CF_API_TOKEN_${String(i + 1)}}"`) },
  ini: { path: 'cloudflare.ini', text: (size) => lines(size * 4, (i) => `dns_cloudflare_${String(i)} = $TOKEN`) },
  Terraform: {
    path: 'main.tf',
    text: (size) =>
      lines(
        size,
        (i) =>
          `variable "t${String(i)}" {}\nresource "cloudflare_api_token" "t${String(i)}" {\n  name = var.t${String(i)}\n  expires_on = local.l${String(i)}\n}\nlocals { l${String(i)} = var.t${String(i)} }`,
      ),
  },
  'locals of Terraform': {
    path: 'main.tf',
    text: (size) =>
      `locals {\n  l0 = "cloudflare"\n${lines(size, (i) => `  l${String(i + 1)} = var.c ? "\${local.l${String(i)}}a" : merge({ x = local.l${String(i)} }, { y = [local.l${String(i)}, local.l${String(size)}] })`)}\n}`,
  },
  'variables of each other': {
    path: '.env',
    text: (size) => `CF_API_TOKEN=x\n${lines(size, (i) => `V${String(i)}="\${V${String(i - 1)}}\${V${String(i - 1)}}\${CF_API_TOKEN}"`)}`,
  },
  'conditions of YAML': {
    path: '.github/workflows/deploy.yml',
    text: (size) =>
      `env:\n${lines(size, (i) => `  CLOUDFLARE_${String(i)}: \${{ ${'a && ('.repeat(20)}secrets.A || env.CLOUDFLARE_${String(i - 1)}${')'.repeat(20)} }}`)}`,
  },
  'templates of YAML': {
    path: 'templates/secret.yaml',
    text: (size) =>
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: {{ .Release.Name }}-cloudflare\nstringData:\n${lines(size, (i) => `  {{- if .Values.a${String(i)} }}\n  CLOUDFLARE_API_TOKEN_${String(i)}: {{ .Values.token | default "\${CF_API_TOKEN}" | quote }}\n  {{- end }}`)}`,
  },
  Dockerfile: {
    path: 'Dockerfile',
    text: (size) =>
      `FROM node\n${lines(size, (i) => `ENV CF_${String(i)}=$CF_API_TOKEN\nRUN curl -H "Authorization: Bearer $CF_${String(i)}" https://api.cloudflare.com/`)}`,
  },
  Go: {
    path: 'main.go',
    text: (size) =>
      `package main\n\nimport (\n\t"log"\n\t"os"\n)\n\nfunc main() {\n\tt0 := os.Getenv("CLOUDFLARE_API_TOKEN")\n${lines(size, (i) => `\tt${String(i + 1)}, err := f("x" + t${String(i)})\n\tif err != nil {\n\t\tlog.Print(t${String(i)}, err)\n\t}`)}\n}`,
  },
  PHP: {
    path: 'deploy.php',
    text: (size) =>
      `<?php\n$t0 = getenv('CLOUDFLARE_API_TOKEN');\n${lines(size, (i) => `$t${String(i + 1)} = "Bearer {$t${String(i)}}"; error_log($t${String(i)});`)}`,
  },
  'handles of curl': {
    path: 'deploy.php',
    text: (size) =>
      `<?php\n${lines(size / 4, () => `$ch = curl_init('https://api.cloudflare.com/client/v4/zones');\ncurl_setopt($ch, CURLOPT_HTTPHEADER, ['X-Auth-Key: ' . $key]);\n$answer = curl_exec($ch);\necho $answer;`)}`,
  },
  Markdown: {
    path: 'README.md',
    text: (size) =>
      lines(
        size,
        (i) => `## Step ${String(i)}\n\n\`\`\`sh\ncurl -H "Authorization: Bearer $TOKEN" https://api.cloudflare.com/${String(i)}\n\`\`\`\n`,
      ),
  },
};

const inPython = 'os.environ["CLOUDFLARE_API_TOKEN"]';

/** @type {Readonly<Record<string, WorstCase>>} */
const python = {
  'Python: sessions with headers': {
    path: 'zones.py',
    text: (size) =>
      `import os, requests\ns = requests.Session()\n${lines(size, (i) => `s.headers["X-${String(i)}"] = ${inPython}\ns.get("https://api.cloudflare.com/client/v4/${String(i)}")`)}`,
  },
  'Python: dataclasses that hold one another': {
    path: 'zones.py',
    text: (size) =>
      `import os\nfrom dataclasses import dataclass\n${lines(size, (i) => `@dataclass\nclass C${String(i)}:\n    a: str\n    b: object = None\nc${String(i)} = C${String(i)}(${inPython}, ${i > 0 ? `c${String(i - 1)}` : 'None'})\nprint(c${String(i)})`)}`,
  },
  'Python: imports of everything': {
    path: 'zones.py',
    text: (size) => lines(size, (i) => `from m${String(i)} import *\nprint(cloudflare_${String(i)})`),
  },
  'Python: options of argparse': {
    path: 'zones.py',
    text: (size) =>
      `import argparse, os\np = argparse.ArgumentParser()\n${lines(size, (i) => `p.add_argument("--cloudflare-token-${String(i)}", default=${inPython})`)}\na = p.parse_args()\n${lines(size, (i) => `print(a.cloudflare_token_${String(i)})`)}`,
  },
  'Python: strings to read from the environment': {
    path: 'zones.py',
    text: (size) =>
      lines(size, (i) => `CLOUDFLARE_API_TOKEN_${String(i)} = "${String(i).padStart(8, '0')}AbCdEfGhIjKlMnOpQrStUvWxYz012345"[:40]`),
  },
};

/** @type {Readonly<Record<string, WorstCase>>} */
export const worstCases = {
  ...Object.fromEntries(
    Object.entries({ ...flows, ...repetitions, ...shapes }).map(([name, text]) => [name, { path: 'program.js', text }]),
  ),
  ...files,
  ...python,
};
