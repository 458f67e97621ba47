import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { credentials } from '../../src/facts/credentials/credentials.js';
import { exposures } from '../../src/facts/exposure/exposures.js';
import { globalKeys } from '../../src/facts/credentials/keys/global-keys.js';
import { cleartext } from '../../src/facts/requests/transport/cleartext.js';
import { requests } from '../../src/facts/requests/requests.js';
import { sourceFile } from '../../src/eslint/source-file.js';
import { readByPath } from '../../src/languages/register.js';
import { readShellFile } from '../../src/languages/shell/index.js';
import plugin from '../../src/index.js';
import { alphabets, characters, random } from '../made-up/credentials.js';
import type { SourceFile } from '../../src/source/model.js';
import { shape } from '../../src/source/values.js';
import { inOwnLanguages } from '../lint.js';
import { javascript } from '../models/program.js';

const next = random(2_026);
const token = characters(40, alphabets.base62, next);
const key = characters(37, alphabets.hex, next);
const secret = characters(64, alphabets.hex, next);

/** A file of one of the plugin's own languages. */
function read(path: string, text: string): SourceFile {
  if (path.endsWith('.js')) return javascript(text, { path });
  if (path.startsWith('bin/')) return readShellFile(text, path); // only the command looks into files without an ending
  const linter = new Linter({ configType: 'flat' });
  linter.verify(text, inOwnLanguages(plugin.configs['recommended-files']), path);
  const file = sourceFile(linter.getSourceCode() as never, path);
  if (!file) throw new SyntaxError(`${path} is read by nobody`);
  return file;
}

/** What the command reads by a file's name or its first lines. */
const lexical: Readonly<Record<string, readonly [assign: (name: string, value: string) => string, comment: string]>> = {
  'settings.py': [(name, value) => `${name} = "${value}"`, '#'],
  'settings.go': [(name, value) => `const ${name} = "${value}"`, '//'],
  'settings.php': [(name, value) => `$${name} = '${value}';`, '//'],
  'settings.rb': [(name, value) => `${name} = '${value}'`, '#'],
  'settings.pl': [(name, value) => `our $${name} = '${value}';`, '#'],
  'settings.lua': [(name, value) => `${name} = "${value}"`, '--'],
  'settings.exs': [(name, value) => `config :app, ${name}: "${value}"`, '#'],
  'settings.ps1': [(name, value) => `$env:${name} = '${value}'`, '#'],
  'settings.rs': [(name, value) => `const ${name}: &str = "${value}";`, '//'],
  'Settings.java': [(name, value) => `static final String ${name} = "${value}";`, '//'],
  'Settings.kt': [(name, value) => `const val ${name} = "${value}"`, '//'],
  'Settings.scala': [(name, value) => `val ${name} = "${value}"`, '//'],
  'settings.groovy': [(name, value) => `def ${name} = '${value}'`, '//'],
  'Settings.cs': [(name, value) => `const string ${name} = "${value}";`, '//'],
  'Settings.vb': [(name, value) => `Const ${name} As String = "${value}"`, "'"],
  'Settings.fs': [(name, value) => `let ${name} = "${value}"`, '//'],
  'Settings.swift': [(name, value) => `let ${name} = "${value}"`, '//'],
  'settings.dart': [(name, value) => `const ${name} = '${value}';`, '//'],
  'settings.h': [(name, value) => `#define ${name} "${value}"`, '//'],
  'settings.zig': [(name, value) => `const ${name} = "${value}";`, '//'],
  'settings.nim': [(name, value) => `const ${name}* = "${value}"`, '#'],
  'Settings.hs': [(name, value) => `settings = [("${name}", "${value}")]`, '--'],
  'settings.ml': [(name, value) => `let () = Unix.putenv "${name}" "${value}"`, ''],
  'settings.erl': [(name, value) => `os:putenv("${name}", "${value}"),`, '%'],
  'settings.clj': [(name, value) => `(def ${name} "${value}")`, ';'],
  'settings.R': [(name, value) => `Sys.setenv(${name} = "${value}")`, '#'],
  'settings.nix': [(name, value) => `{ ${name} = "${value}"; }`, '#'],
  'settings.sql': [(name, value) => `INSERT INTO settings VALUES ('${name}', '${value}');`, '--'],
  'settings.properties': [(name, value) => `${name}=${value}`, '#'],
  'nginx.conf': [(name, value) => `set $${name} "${value}";`, '#'],
  Caddyfile: [(name, value) => `${name} ${value}`, '#'],
  'settings.service': [(name, value) => `Environment="${name}=${value}"`, '#'],
  Makefile: [(name, value) => `export ${name} := ${value}`, '#'],
  justfile: [(name, value) => `export ${name} := "${value}"`, '#'],
  crontab: [(name, value) => `${name}=${value}`, '#'],
  '.bash_history': [(name, value) => `export ${name}=${value}`, ''],
  'settings.bat': [(name, value) => `set ${name}=${value}`, 'rem'],
  'settings.fish': [(name, value) => `set -gx ${name} ${value}`, '#'],
  'settings.conf': [(name, value) => `${name} = ${value}`, '#'],
  'settings.http': [(name, value) => `@${name} = ${value}`, '#'],
  'settings.xml': [(name, value) => `<add key="${name}" value="${value}" />`, ''],
  'settings.txt': [(name, value) => `${name}: ${value}`, ''],
  'README.md': [(name, value) => `Set \`${name}\` to \`${value}\`.`, ''],
};

const written = (file: SourceFile, { start, end }: { readonly start: number; readonly end: number }): string => file.text.slice(start, end);

describe('settings say the same in every language that can hold them', () => {
  const documents: Readonly<Record<string, string>> = {
    'settings.json': `{ "CLOUDFLARE_API_TOKEN": "${token}", "CF_API_KEY": "${key}", "R2_SECRET_ACCESS_KEY": "${secret}", "CLOUDFLARE_ACCOUNT_ID": "${secret.slice(0, 32)}", "CLOUDFLARE_API_URL": "http://api.cloudflare.com/client/v4" }\n`,
    'settings.yaml': `CLOUDFLARE_API_TOKEN: ${token}\nCF_API_KEY: '${key}'\nR2_SECRET_ACCESS_KEY: "${secret}"\nCLOUDFLARE_ACCOUNT_ID: '${secret.slice(0, 32)}'\nCLOUDFLARE_API_URL: http://api.cloudflare.com/client/v4\n`,
    'settings.toml': `CLOUDFLARE_API_TOKEN = "${token}"\nCF_API_KEY = '${key}'\nR2_SECRET_ACCESS_KEY = "${secret}"\nCLOUDFLARE_ACCOUNT_ID = "${secret.slice(0, 32)}"\nCLOUDFLARE_API_URL = "http://api.cloudflare.com/client/v4"\n`,
    '.env': `CLOUDFLARE_API_TOKEN=${token}\nCF_API_KEY='${key}'\nR2_SECRET_ACCESS_KEY="${secret}"\nCLOUDFLARE_ACCOUNT_ID=${secret.slice(0, 32)}\nCLOUDFLARE_API_URL=http://api.cloudflare.com/client/v4\n`,
    'settings.ini': `CLOUDFLARE_API_TOKEN = ${token}\nCF_API_KEY = "${key}"\nR2_SECRET_ACCESS_KEY: ${secret}\nCLOUDFLARE_ACCOUNT_ID = ${secret.slice(0, 32)}\nCLOUDFLARE_API_URL = http://api.cloudflare.com/client/v4\n`,
    'settings.tf': `locals {\n  CLOUDFLARE_API_TOKEN = "${token}"\n  CF_API_KEY = "${key}"\n  R2_SECRET_ACCESS_KEY = "${secret}"\n  CLOUDFLARE_ACCOUNT_ID = "${secret.slice(0, 32)}"\n  CLOUDFLARE_API_URL = "http://api.cloudflare.com/client/v4"\n}\n`,
    'settings.sh': `CLOUDFLARE_API_TOKEN=${token}\nexport CF_API_KEY='${key}'\nR2_SECRET_ACCESS_KEY="${secret}"\nCLOUDFLARE_ACCOUNT_ID=${secret.slice(0, 32)}\nCLOUDFLARE_API_URL=http://api.cloudflare.com/client/v4\n`,
    Dockerfile: `ENV CLOUDFLARE_API_TOKEN=${token}\nENV CF_API_KEY="${key}"\nARG R2_SECRET_ACCESS_KEY=${secret}\nENV CLOUDFLARE_ACCOUNT_ID=${secret.slice(0, 32)}\nENV CLOUDFLARE_API_URL http://api.cloudflare.com/client/v4\n`,
    'settings.js': `process.env.CLOUDFLARE_API_TOKEN = '${token}';\nprocess.env.CF_API_KEY = "${key}";\nconst R2_SECRET_ACCESS_KEY = \`${secret}\`;\nconst CLOUDFLARE_ACCOUNT_ID = '${secret.slice(0, 32)}';\nconst CLOUDFLARE_API_URL = 'http://api.cloudflare.com/client/v4';\n`,
  };

  it.each(Object.entries(documents))('%s', (path, text) => {
    const file = read(path, text);
    expect(credentials(file).map(({ kind, variable, at }) => [kind, variable, written(file, at)])).toEqual([
      ['api-token', 'CLOUDFLARE_API_TOKEN', token],
      ['global-api-key', 'CF_API_KEY', key],
      ['r2-secret-access-key', 'R2_SECRET_ACCESS_KEY', secret],
    ]);
    expect(cleartext(file).map(({ why, at }) => [why, written(file, at)])).toEqual([['host', 'http']]);
  });
});

describe('settings say the same in every language that only the command reads', () => {
  it.each(Object.entries(lexical))('%s', (path, [assign, comment]) => {
    const lines = [
      assign('CLOUDFLARE_API_TOKEN', token),
      assign('CF_API_KEY', key),
      assign('R2_SECRET_ACCESS_KEY', secret),
      assign('CLOUDFLARE_ACCOUNT_ID', secret.slice(0, 32)),
      assign('CLOUDFLARE_API_TOKEN_SHA256', secret),
    ];
    const { file } = readByPath([...(comment === '' ? [] : [`${comment} cloudflare`]), ...lines, ''].join('\n'), path);
    expect(credentials(file).map(({ kind, at }) => [kind, written(file, at)])).toEqual([
      ['api-token', token],
      ['global-api-key', key],
      ['r2-secret-access-key', secret],
    ]);
  });
});

describe('what a variable is given says the same in every language that has variables', () => {
  const documents: Readonly<Record<string, string>> = {
    '.env': 'CLOUDFLARE_API_KEY=${KEY}\nVITE_CLOUDFLARE_API_TOKEN=${TOKEN}\n',
    'deploy.sh': 'export CLOUDFLARE_API_KEY="$KEY"\nexport VITE_CLOUDFLARE_API_TOKEN="$TOKEN"\n',
    Dockerfile: 'ENV CLOUDFLARE_API_KEY=$KEY\nENV VITE_CLOUDFLARE_API_TOKEN=$TOKEN\n',
    '.github/workflows/a.yml': 'env:\n  CLOUDFLARE_API_KEY: ${{ secrets.KEY }}\n  VITE_CLOUDFLARE_API_TOKEN: ${{ secrets.TOKEN }}\n',
    'compose.yaml': 'services:\n  a:\n    environment:\n      - CLOUDFLARE_API_KEY=${KEY}\n      - VITE_CLOUDFLARE_API_TOKEN=${TOKEN}\n',
  };

  it.each(Object.entries(documents))('%s', (path, text) => {
    const file = read(path, text);
    expect(globalKeys(file).map(({ role, through, at }) => [role, through, written(file, at)])).toEqual([
      ['global-api-key', 'variable', 'CLOUDFLARE_API_KEY'],
    ]);
    const publicOnes = exposures(file).filter(({ how }) => how === 'public');
    expect(publicOnes.map(({ variable, at }) => [variable, written(file, at)])).toEqual([
      ['VITE_CLOUDFLARE_API_TOKEN', 'VITE_CLOUDFLARE_API_TOKEN'],
    ]);
  });
});

describe('a command is the same request wherever it stands', () => {
  const curl = 'curl -X DELETE "https://api.cloudflare.com/client/v4/zones/$ZONE" -H "X-Auth-Email: $EMAIL" -H "X-Auth-Key: $KEY"';
  const quoted = JSON.stringify(curl);
  const documents: Readonly<Record<string, string>> = {
    'purge.sh': curl,
    'bin/purge': `#!/bin/sh\n${curl}\n`,
    'nested.sh': `bash -c '${curl}'\n`,
    Dockerfile: `RUN ${curl}\n`,
    'package.json': `{ "scripts": { "purge": ${quoted} } }\n`,
    '.github/workflows/a.yml': `jobs:\n  a:\n    steps:\n      - run: |\n          ${curl}\n`,
    '.gitlab-ci.yml': `a:\n  script:\n    - ${curl.replaceAll('"', '').replaceAll(': $', ':$')}\n`,
    'compose.yaml': `services:\n  a:\n    command: ["sh", "-c", ${quoted.replaceAll('$', '$$')}]\n`,
    'purge.js': `import { execSync } from 'node:child_process';\nexecSync(${quoted});\n`,
    'spawned.js': `import { spawn } from 'node:child_process';\nspawn('sh', ['-c', ${quoted}]);\n`,
  };

  it.each(Object.entries(documents))('%s', (path, text) => {
    const file = read(path, `${text}${path.endsWith('.json') ? '' : path.endsWith('.js') ? '// cloudflare\n' : '\n# cloudflare\n'}`);
    const sent = requests(file).map(({ client, method, urls, headers }) => [
      client,
      method,
      ...urls.map(shape),
      ...headers.map(({ name }) => name),
    ]);
    const url = 'https://api.cloudflare.com/client/v4/zones/{}';
    if (path === '.gitlab-ci.yml') expect(sent[0]?.slice(0, 3)).toEqual(['curl', 'DELETE', url]);
    else expect(sent).toEqual([['curl', 'DELETE', url, 'x-auth-email', 'x-auth-key']]);
    if (path !== '.gitlab-ci.yml') expect(globalKeys(file).map(({ at }) => written(file, at))).toEqual(['X-Auth-Key']);
  });
});
