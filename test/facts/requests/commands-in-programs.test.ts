import { describe, expect, it } from 'vitest';
import { requests } from '../../../src/facts/requests/requests.js';
import { shape } from '../../../src/source/values.js';
import { lint, pointedAt } from '../../lint.js';
import { prefixed, random } from '../../made-up/credentials.js';
import { javascript } from '../../models/program.js';
import { show } from '../../models/show.js';

const url = 'https://api.cloudflare.com/client/v4/zones';

/** The headers of the requests of a program, and its URLs. */
function sent(code: string): readonly string[] {
  return requests(javascript(code)).map(({ urls, headers, method }) =>
    [method, ...urls.map(shape), ...headers.map(({ name, value }) => `${name}: ${show(value)}`)].join(' '),
  );
}

const expected = [`GET ${url} x-auth-key: process.env.KEY`];
const curl = 'curl -H "X-Auth-Key: ${process.env.KEY}" ' + url;

describe('commands of a program are requests', () => {
  it.each([
    ['exec', `import { exec } from 'node:child_process'; exec(\`${curl}\`);`],
    ['execSync of a namespace', `import * as cp from 'child_process'; cp.execSync(\`${curl}\`, { stdio: 'inherit' });`],
    ['a required one', `const { execSync } = require('child_process'); execSync('curl -H "X-Auth-Key: ' + process.env.KEY + '" ${url}');`],
    [
      'promisify',
      `import { exec } from 'child_process'; import { promisify } from 'util'; const run = promisify(exec); await run(\`${curl}\`);`,
    ],
    ['a variable', `import { execSync } from 'child_process'; const command = \`${curl}\`; execSync(command);`],
    ['single quotes', `import { execSync } from 'child_process'; execSync(\`curl -H 'X-Auth-Key: \${process.env.KEY}' ${url}\`);`],
    ['spawn', `import { spawn } from 'child_process'; spawn('curl', ['-H', \`X-Auth-Key: \${process.env.KEY}\`, '${url}']);`],
    ['a shell', `import { execFile } from 'child_process'; execFile('/bin/sh', ['-ec', \`${curl}\`]);`],
    ['execa', `import { execa } from 'execa'; await execa('curl', ['${url}', '-H', 'X-Auth-Key: ' + process.env.KEY]);`],
    ['execaCommand', `import { execaCommand } from 'execa'; await execaCommand(\`${curl}\`);`],
    ['a tag of execa', `import { $ } from 'execa'; await $\`${curl}\`; `],
    ['a tag with options', `import { $ } from 'execa'; await $({ stdio: 'inherit' })\`${curl}\`; `],
    ['zx', `import { $ } from 'zx'; await $\`${curl}\`;`],
    ['a word that has blanks', `import { $ } from 'zx'; await $\`curl ${url} -H \${'X-Auth-Key: ' + process.env.KEY}\`;`],
    ['a script of zx', `await $\`${curl}\`;`],
    ['Bun', `import { $ } from 'bun'; await $\`${curl}\`.text();`],
    ['Bun.spawn', `Bun.spawn(['curl', '-H', \`X-Auth-Key: \${process.env.KEY}\`, '${url}']);`],
    ['an action', `import * as exec from '@actions/exec'; await exec.exec(\`${curl}\`);`],
    ['shelljs', `import shell from 'shelljs'; shell.exec(\`${curl}\`);`],
  ])('%s', (_, code) => {
    expect(sent(code)).toEqual(expected);
  });

  it.each([
    ['another exec', `const found = /a/.exec(\`${curl}\`); db.exec(\`${curl}\`);`],
    ['jQuery', `import $ from 'jquery'; $\`${curl}\`;`],
    ['a tag of the file', `function $(strings) { return strings; }\n$\`${curl}\`;`],
  ])('but not those of %s', (_, code) => {
    expect(sent(code)).toEqual([]);
  });
});

describe('what is found in commands', () => {
  it('stands at its characters', () => {
    const token = prefixed('cfut_', random(7));
    const code = `import { execSync } from 'child_process';\nexecSync('curl -k -H "Authorization: Bearer ${token}" ' +\n  'http://api.cloudflare.com/client/v4/zones');\n`;
    expect(lint(code).map((message) => `${message.ruleId ?? ''} ${pointedAt(code, message)}`)).toEqual([
      'cloudflare-auth/require-https k',
      `cloudflare-auth/no-hardcoded-credentials ${token}`,
      'cloudflare-auth/require-https http',
    ]);
  });

  it('stands at its characters behind escapes', () => {
    const code = `import { execSync } from 'child_process';\nexecSync("curl -H \\"X-Auth-Email: $E\\" -H \\"X-Auth-Key: $K\\" ${url}");\n`;
    expect(lint(code).map((message) => `${message.ruleId ?? ''} ${pointedAt(code, message)}`)).toEqual([
      'cloudflare-auth/prefer-api-token X-Auth-Key',
    ]);
  });

  it('is not that a program keeps what they print', () => {
    const code = `import { execSync } from 'child_process';\nconst hash = execSync('echo "$CLOUDFLARE_API_TOKEN" | sha256sum; echo "$CLOUDFLARE_API_TOKEN"');\n`;
    expect(lint(code)).toEqual([]);
  });
});

describe('scripts in scripts', () => {
  it.each(['bash -c', 'sudo sh -ec', 'ssh host bash -c', 'docker exec app /bin/sh -c'])('%s', (shell) => {
    const code = `#!/bin/bash\n${shell} 'curl http://api.cloudflare.com/client/v4/zones'\n`;
    expect(lint(code, undefined, 'a.sh').map((message) => pointedAt(code, message))).toEqual(['http']);
  });
});
