/** Texts that are the worst case of a reader or of a fact, as long as one likes: `size` statements, keys or lines. */

/** @param {number} count @param {(index: number) => string} line */
const lines = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('\n');
const token = 'process.env.CLOUDFLARE_API_TOKEN';

/** @typedef {{ readonly path: string, readonly text: (size: number) => string }} WorstCase */

/** One credential that goes through a program. @type {Readonly<Record<string, (size: number) => string>>} */
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
  'closures of closures': (size) =>
    `const f0 = (a) => (b) => console.log(a, b);\n${lines(size, (i) => `const f${String(i + 1)} = (a) => (b) => f${String(i)}(a)(b); f${String(i)}(${token})(${String(i)});`)}`,
  requests: (size) =>
    `const headers = { Authorization: 'Bearer ' + ${token} };\n${lines(size, (i) => `async function r${String(i)}() { try { const r = await fetch('https://api.cloudflare.com/client/v4/zones/' + ${String(i)}, { headers }); use((await r.json()).result); } catch {} }`)}`,
};

/** Programs that are big or deep in one way. @type {Readonly<Record<string, (size: number) => string>>} */
const shapes = {
  constants: (size) => lines(size, (i) => `const CF_API_TOKEN_${String(i)} = 'https://api.cloudflare.com/client/v4/zones/${String(i)}';`),
  // A parser that calls itself goes no deeper than this.
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
  Dockerfile: {
    path: 'Dockerfile',
    text: (size) =>
      `FROM node\n${lines(size, (i) => `ENV CF_${String(i)}=$CF_API_TOKEN\nRUN curl -H "Authorization: Bearer $CF_${String(i)}" https://api.cloudflare.com/`)}`,
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

/** @type {Readonly<Record<string, WorstCase>>} */
export const worstCases = {
  ...Object.fromEntries(Object.entries({ ...flows, ...shapes }).map(([name, text]) => [name, { path: 'program.js', text }])),
  ...files,
};
