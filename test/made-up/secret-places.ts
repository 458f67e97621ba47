/** Everywhere that a credential is written or gets to, for tests that nothing shows it. */

export type Write = (secret: string, variable: string, index: number) => string;

/** Everywhere a credential is written or gets to, by the name of the file. Those of a language that the plugin does not read are passed over. */
export const contexts: Readonly<Record<string, Write>> = {
  'constant.ts': (secret, variable, index) => `export const ${variable}_${String(index)} = '${secret}'; const ${variable} = '${secret}';`,
  'fallback.ts': (secret, variable) => `use(process.env.${variable} ?? '${secret}');`,
  'client.ts': (secret) =>
    `import Cloudflare from 'cloudflare'; new Cloudflare({ apiToken: '${secret}', apiKey: '${secret}', apiEmail: 'a@b.example' });`,
  'bearer.ts': (secret) => `fetch('http://api.cloudflare.com/client/v4/zones', { headers: { Authorization: 'Bearer ${secret}' } });`,
  'key.ts': (secret) =>
    `fetch('http://api.cloudflare.com/client/v4/zones', { headers: { 'X-Auth-Email': 'a@b.example', 'X-Auth-Key': '${secret}' } });`,
  'address.ts': (secret, variable) =>
    `const ${variable} = '${secret}'; fetch(\`http://api.cloudflare.com/client/v4/zones?token=\${${variable}}\`); fetch('http://user:${secret}@api.cloudflare.com/?key=${secret}');`,
  'log.ts': (secret, variable) =>
    `const ${variable} = '${secret}'; console.log(${variable}, '${secret}'); throw new Error(\`failed with \${${variable}} and ${secret}\`);`,
  'response.ts': (secret, variable) =>
    `export default { fetch(request, env) { const ${variable} = env.${variable} || '${secret}'; return Response.json({ ${variable}, token: '${secret}' }); } };`,
  'storage.tsx': (secret, variable) =>
    `localStorage.setItem('${variable}', '${secret}'); const a = <p data-key="${secret}">${variable}</p>;`,
  'name.ts': (secret) =>
    `const cloudflare = { '${secret}': 1, token: { '${secret}': '${secret}' } }; cloudflare['${secret}'].token = '${secret}';`,
  'variable.ts': (secret) => `process.env['${secret}'] = '${secret}'; console.log(process.env['CLOUDFLARE_API_TOKEN_${secret}']);`,
  'path.ts': (secret) =>
    `await fetch('https://api.cloudflare.com/client/v4/zones/${secret}/dns_records?key=${secret}', { method: 'POST' }); await fetch('https://api.cloudflare.com/client/v4/no/such/${secret}');`,
  'command.ts': (secret) =>
    `import { execSync } from 'node:child_process'; execSync('curl -H "X-Auth-Key: ${secret}" http://api.cloudflare.com?t=${secret}');`,
  'parts.ts': (secret) =>
    `const cloudflareToken = '${secret.slice(0, 9)}' + '${secret.slice(9, 20)}' + "${secret.slice(20)}"; console.log(cloudflareToken);`,
  'decoded.ts': (secret) => `const cloudflareToken = Buffer.from('${Buffer.from(secret).toString('base64')}', 'base64').toString();`,
  'comment.ts': (secret, variable) => `// ${variable}=${secret}\n/* curl -H 'Authorization: Bearer ${secret}' */`,
  'environment.sh': (secret, variable) => `export ${variable}='${secret}'\necho "$${variable} ${secret}"`,
  'request.sh': (secret) =>
    `curl http://api.cloudflare.com/client/v4/zones?key=${secret} -H "X-Auth-Key: ${secret}" -H 'Authorization: Bearer ${secret}' -u 'a@b.example:${secret}'`,
  '.env': (secret, variable) =>
    // eslint-disable-next-line cloudflare-auth/prefer-api-token -- tests look for this key
    `${variable}="${secret}" # ${secret}\nCLOUDFLARE_API_KEY=${secret}\nCF_URL=http://x:${secret}@api.cloudflare.com/`,
  'deploy.yml': (secret, variable, index) =>
    `job${String(index)}:\n  env:\n    ${variable}: "${secret}"\n  steps:\n    - run: echo ${secret} && curl -H 'X-Auth-Key: ${secret}' http://api.cloudflare.com/\n    # ${variable}: ${secret}`,
  'wrangler.toml': (secret, variable, index) =>
    `[env.e${String(index)}.vars]\n${variable} = '${secret}'\napi_url = 'http://api.cloudflare.com/?key=${secret}'`,
  'wrangler.jsonc': (secret, variable) =>
    `{ "vars": { "${variable}": "${secret}", "url": "http://api.cloudflare.com/?key=${secret}" } } // ${secret}`,
  'settings.json': (secret, variable) => `{ "cloudflare": { "${variable}": "${secret}", "apiKey": "${secret}" } }`,
  'README.md': (secret, variable) =>
    `# Cloudflare\n\nUse ${variable}=${secret}\n\n\`\`\`sh\nexport ${variable}=${secret}\ncurl -H "X-Auth-Key: ${secret}" http://api.cloudflare.com/\n\`\`\`\n`,
  'main.tf': (secret, variable) => `provider "cloudflare" {\n  api_token = "${secret}"\n  ${variable} = "${secret}"\n}`,
  Dockerfile: (secret, variable) => `ENV ${variable}=${secret}\nRUN curl -H "X-Auth-Key: ${secret}" http://api.cloudflare.com/`,
  'host.ts': (secret, variable) =>
    `fetch('http://${secret}.example.com/', { headers: { Authorization: \`Bearer \${process.env.${variable}_${secret}}\` } });`,
  'key.tsx': (secret, variable) =>
    `localStorage.setItem('${variable}-${secret}', process.env.${variable}); document.cookie = \`${secret}=\${process.env.${variable}}\`;`,
  'logger.ts': (secret, variable) =>
    `const logger_${secret.replaceAll(/\W/g, '_')} = console; logger_${secret.replaceAll(/\W/g, '_')}.log(process.env.${variable}); console.log(process.env.CLOUDFLARE_${secret.replaceAll(/\W/g, '_')}_API_TOKEN);`,
  'list.ts': (secret, variable) =>
    `const ${variable} = [\n  '${secret.slice(0, 12)}',\n  '${secret.slice(12, 26)}', '${secret.slice(26)}'].join('');\nspawn('curl', ['-H', 'X-Auth-Key: ${secret}', 'http://api.cloudflare.com/', '-H', 'Authorization: Bearer ${secret}']); console.log(${variable});`,
  'encoded.ts': (secret, variable) =>
    `const ${variable} = decodeURIComponent('${encodeURIComponent(secret)}'); fetch('http://api.cloudflare.com/?token=${encodeURIComponent(secret)}'); fetch('http://x:${encodeURIComponent(secret)}@api.cloudflare.com/');`,
  'bom.ts': (secret, variable) => `\uFEFFconst ${variable} = '${secret}'; fetch('http://api.cloudflare.com/', { key: '${secret}' });`,
  'crlf.ts': (secret, variable) =>
    `const ${variable} = '${secret}';\r\nconsole.log(${variable});\r\nfetch('http://api.cloudflare.com/?${secret}');\r\n`,
  'disabled.ts': (secret, variable) =>
    `const ${variable} = '${secret}'; fetch('http://api.cloudflare.com/'); // eslint-disable-line cloudflare-auth/no-hardcoded-credentials -- ${secret}`,
  'inline.ts': (secret) =>
    `/* eslint cloudflare-auth/no-hardcoded-credentials: ["error", { allow: ["/(${secret}/", "${secret}"] }] */\nfetch('http://api.cloudflare.com/'); // ${secret}`,
  'token.ts': (secret) =>
    `client.user.tokens.create({ name: '${secret}', policies: [{ effect: 'allow', permission_groups: [{ id: '${secret}', name: '${secret}' }], resources: { 'com.cloudflare.api.account.${secret}': '*', 'com.cloudflare.api.account.*': '${secret}' } }], condition: { request_ip: { in: ['${secret}/0'] } }, expires_on: '${secret}' }); fetch('https://api.cloudflare.com/client/v4/user/tokens', { method: 'POST', body: JSON.stringify({ name: '${secret}', policies: [], not_before: '${secret}' }) });`,
  'read.py': (secret, variable) =>
    `import os, requests\nkey = os.environ["${variable}_${secret}"]\nprint(key)\nrequests.get("http://api.cloudflare.com/${secret}", headers={"X-Auth-Key": "${secret}", "X-Auth-Email": key})\n`,
  'joined.sh': (secret, variable) =>
    `export ${variable}='${secret.slice(0, 12)}'"${secret.slice(12, 25)}"${secret.slice(25)}\ncurl http://api.cloudflare.com/ -H "X-Auth-Key: "'${secret}' --url-query "key=${encodeURIComponent(secret)}"\necho "$CLOUDFLARE_API_TOKEN_${secret}"`,
  '.github/workflows/deploy.yml': (secret, variable, index) =>
    `on: pull_request_target\nenv:\n  ${variable}: \${{ secrets.${variable}_${secret} }}\njobs:\n  build${String(index)}:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: \${{ github.event.pull_request.head.sha }}\n      - uses: ${secret}/${secret}@${secret}\n        with:\n          apiToken: ${secret}\n      - name: ${secret}\n        run: npm ci && echo "\${{ secrets.CLOUDFLARE_API_TOKEN }} ${secret}" >> $GITHUB_ENV\n`,
  'nested.yaml': (secret, variable) =>
    `cloudflare:\n  ${secret}:\n    api_token: ${secret}\n  tokens: [ "${secret}", ${variable}: "${secret}" ]\n  "${secret}": http://api.cloudflare.com/\n`,
  'credentials.ini': (secret, variable) =>
    `[${secret}]\ndns_cloudflare_api_token = ${secret}\n${variable} = ${secret}\nurl = http://${secret}.api.cloudflare.com/\n`,
};
