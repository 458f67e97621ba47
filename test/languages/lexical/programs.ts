/** A statement in each language that is read lexically or as settings, which gives a variable a secret, and how the language writes comments. */
import type { ProfileName } from '../../../src/languages/lexical/profiles/index.js';
import type { FormatName } from '../../../src/languages/settings/formats.js';

interface Program {
  readonly path: string;
  readonly statement: (secret: string) => string;
  readonly comment: (text: string) => string;
}

const hash = (text: string): string => `# ${text}`;
const slashes = (text: string): string => `// ${text}`;
const dashes = (text: string): string => `-- ${text}`;

export const programs: Readonly<Record<ProfileName, Program>> = {
  python: { path: 'dns.py', statement: (secret) => `cf_api_token = "${secret}"`, comment: hash },
  ruby: { path: 'dns.rb', statement: (secret) => `cf_api_token = '${secret}'`, comment: hash },
  php: { path: 'dns.php', statement: (secret) => `$cfApiToken = '${secret}';`, comment: slashes },
  perl: { path: 'dns.pl', statement: (secret) => `my $cf_api_token = '${secret}';`, comment: hash },
  lua: { path: 'dns.lua', statement: (secret) => `local cf_api_token = "${secret}"`, comment: dashes },
  elixir: { path: 'dns.exs', statement: (secret) => `cf_api_token = "${secret}"`, comment: hash },
  powershell: { path: 'dns.ps1', statement: (secret) => `$CfApiToken = '${secret}'`, comment: hash },
  go: { path: 'dns.go', statement: (secret) => `cfApiToken := "${secret}"`, comment: slashes },
  rust: { path: 'dns.rs', statement: (secret) => `const CF_API_TOKEN: &str = "${secret}";`, comment: slashes },
  java: { path: 'Dns.java', statement: (secret) => `private static final String CF_API_TOKEN = "${secret}";`, comment: slashes },
  kotlin: { path: 'Dns.kt', statement: (secret) => `val cfApiToken: String = "${secret}"`, comment: slashes },
  scala: { path: 'Dns.scala', statement: (secret) => `val cfApiToken = "${secret}"`, comment: slashes },
  groovy: { path: 'Jenkinsfile', statement: (secret) => `def cfApiToken = '${secret}'`, comment: slashes },
  csharp: { path: 'Dns.cs', statement: (secret) => `private const string CfApiToken = "${secret}";`, comment: slashes },
  fsharp: { path: 'dns.fs', statement: (secret) => `let cfApiToken = "${secret}"`, comment: slashes },
  vb: { path: 'Dns.vb', statement: (secret) => `Private Const CfApiToken As String = "${secret}"`, comment: (text) => `' ${text}` },
  zig: { path: 'dns.zig', statement: (secret) => `const cf_api_token: []const u8 = "${secret}";`, comment: slashes },
  nim: { path: 'dns.nim', statement: (secret) => `const cfApiToken* = "${secret}"`, comment: hash },
  ocaml: { path: 'dns.ml', statement: (secret) => `let cf_api_token = "${secret}"`, comment: (text) => `(* ${text} *)` },
  erlang: { path: 'dns.erl', statement: (secret) => `token() -> CfApiToken = "${secret}".`, comment: (text) => `% ${text}` },
  swift: { path: 'dns.swift', statement: (secret) => `let cfApiToken = "${secret}"`, comment: slashes },
  dart: { path: 'dns.dart', statement: (secret) => `const cfApiToken = '${secret}';`, comment: slashes },
  c: { path: 'dns.cpp', statement: (secret) => `const char *cf_api_token = "${secret}";`, comment: slashes },
  haskell: { path: 'Dns.hs', statement: (secret) => `cfApiToken = "${secret}"`, comment: dashes },
  clojure: { path: 'dns.clj', statement: (secret) => `(def cf-api-token "${secret}")`, comment: (text) => `; ${text}` },
  r: { path: 'dns.R', statement: (secret) => `cf_api_token <- "${secret}"`, comment: hash },
  nix: { path: 'dns.nix', statement: (secret) => `{ cfApiToken = "${secret}"; }`, comment: hash },
  bicep: { path: 'main.bicep', statement: (secret) => `param cfApiToken string = '${secret}'`, comment: slashes },
  sql: { path: 'seed.sql', statement: (secret) => `INSERT INTO settings VALUES ('cf_api_token', '${secret}');`, comment: dashes },
};

const setting = (secret: string): string => `cf_api_token = ${secret}`;

export const settings: Readonly<Record<FormatName, Program>> = {
  properties: { path: 'dns.properties', statement: (secret) => `cloudflare.api-token=${secret}`, comment: hash },
  nginx: { path: 'nginx/proxy.conf', statement: (secret) => `set $cf_api_token "${secret}";`, comment: hash },
  caddyfile: { path: 'Caddyfile', statement: (secret) => `cf_api_token ${secret}`, comment: hash },
  systemd: { path: 'dns.service', statement: (secret) => `Environment="CF_API_TOKEN=${secret}"`, comment: hash },
  make: { path: 'Makefile', statement: (secret) => `export CF_API_TOKEN := ${secret}`, comment: hash },
  just: { path: 'justfile', statement: (secret) => `cf_api_token := "${secret}"`, comment: hash },
  procfile: { path: 'Procfile', statement: (secret) => `web: CF_API_TOKEN=${secret} node server.js`, comment: hash },
  crontab: { path: 'crontab', statement: (secret) => `CF_API_TOKEN=${secret}`, comment: hash },
  history: { path: '.bash_history', statement: (secret) => `export CF_API_TOKEN=${secret}`, comment: hash },
  batch: { path: 'dns.bat', statement: (secret) => `set CF_API_TOKEN=${secret}`, comment: (text) => `REM ${text}` },
  fish: { path: 'dns.fish', statement: (secret) => `set -gx CF_API_TOKEN ${secret}`, comment: hash },
  netrc: { path: '.netrc', statement: (secret) => `machine api.cloudflare.com login me password ${secret}`, comment: hash },
  conf: { path: 'dns.conf', statement: setting, comment: hash },
};
