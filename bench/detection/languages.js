/** Places of credentials in programs of languages that are read lexically. */
import { headersOf } from './programs.js';

/** @typedef {import('./programs.js').Context} Context */
/**
 * How a language writes strings, constants and requests.
 * @typedef {object} Language
 * @property {string} path
 * @property {(name: string, value: string) => string} constant
 * @property {(name: string, value: string) => string} [fallback] a value that is used where the environment has none
 * @property {(headers: readonly (readonly [string, string])[], url: string) => string} [request]
 * @property {string} comment
 */

/** @param {readonly (readonly [string, string])[]} headers @param {(name: string, value: string) => string} write @param {string} [between] */
const each = (headers, write, between = '\n') => headers.map(([name, value]) => write(name, value)).join(between);

/** @type {Readonly<Record<string, Language>>} */
const languages = {
  Rust: {
    path: 'deploy.rs',
    constant: (name, value) => `const ${name}: &str = "${value}";`,
    fallback: (name, value) => `let it = std::env::var("${name}").unwrap_or_else(|_| "${value}".to_string());`,
    request: (headers, url) =>
      `let r = reqwest::Client::new().get("${url}")${each(headers, (name, value) => `.header("${name}", "${value}")`, '')}.send().await?;`,
    comment: '//',
  },
  Java: {
    path: 'Deploy.java',
    constant: (name, value) => `class Deploy {\n  private static final String ${name} = "${value}";\n}`,
    request: (headers, url) =>
      `class Deploy {\n  HttpRequest r = HttpRequest.newBuilder(URI.create("${url}"))${each(headers, (name, value) => `.header("${name}", "${value}")`, '')}.build();\n}`,
    comment: '//',
  },
  Kotlin: {
    path: 'Deploy.kt',
    constant: (name, value) => `const val ${name} = "${value}"`,
    fallback: (name, value) => `val it = System.getenv("${name}") ?: "${value}"`,
    request: (headers, url) =>
      `val r = Request.Builder().url("${url}")${each(headers, (name, value) => `.addHeader("${name}", "${value}")`, '')}.build()`,
    comment: '//',
  },
  'C#': {
    path: 'Deploy.cs',
    constant: (name, value) => `class Deploy {\n  const string ${name} = "${value}";\n}`,
    fallback: (name, value) => `var it = Environment.GetEnvironmentVariable("${name}") ?? "${value}";`,
    request: (headers, url) =>
      `var r = new HttpRequestMessage(HttpMethod.Get, "${url}");\n${each(headers, (name, value) => `r.Headers.Add("${name}", "${value}");`)}`,
    comment: '//',
  },
  Ruby: {
    path: 'deploy.rb',
    constant: (name, value) => `${name} = "${value}"`,
    fallback: (name, value) => `it = ENV.fetch("${name}", "${value}")`,
    request: (headers, url) => `HTTParty.get("${url}", headers: { ${each(headers, (name, value) => `"${name}" => "${value}"`, ', ')} })`,
    comment: '#',
  },
  Swift: {
    path: 'deploy.swift',
    constant: (name, value) => `let ${name} = "${value}"`,
    fallback: (name, value) => `let it = ProcessInfo.processInfo.environment["${name}"] ?? "${value}"`,
    request: (headers, url) =>
      `var r = URLRequest(url: URL(string: "${url}")!)\n${each(headers, (name, value) => `r.setValue("${value}", forHTTPHeaderField: "${name}")`)}`,
    comment: '//',
  },
  Dart: {
    path: 'deploy.dart',
    constant: (name, value) => `const ${name} = '${value}';`,
    fallback: (name, value) => `final it = Platform.environment['${name}'] ?? '${value}';`,
    request: (headers, url) =>
      `final r = await http.get(Uri.parse('${url}'), headers: {${each(headers, (name, value) => `'${name}': '${value}'`, ', ')}});`,
    comment: '//',
  },
  Lua: {
    path: 'deploy.lua',
    constant: (name, value) => `local ${name} = "${value}"`,
    fallback: (name, value) => `local it = os.getenv("${name}") or "${value}"`,
    request: (headers, url) =>
      `http.request { url = "${url}", headers = { ${each(headers, (name, value) => `["${name}"] = "${value}"`, ', ')} } }`,
    comment: '--',
  },
  Elixir: {
    path: 'deploy.exs',
    constant: (name, value) => `${name.toLowerCase()} = "${value}"`,
    fallback: (name, value) => `it = System.get_env("${name}") || "${value}"`,
    request: (headers, url) => `Req.get!("${url}", headers: [${each(headers, (name, value) => `{"${name}", "${value}"}`, ', ')}])`,
    comment: '#',
  },
  PowerShell: {
    path: 'deploy.ps1',
    constant: (name, value) => `$${name} = '${value}'`,
    fallback: (name, value) => `$it = $env:${name} ?? '${value}'`,
    request: (headers, url) =>
      `Invoke-RestMethod -Uri '${url}' -Headers @{ ${each(headers, (name, value) => `'${name}' = '${value}'`, '; ')} }`,
    comment: '#',
  },
  Perl: {
    path: 'deploy.pl',
    constant: (name, value) => `my $${name} = '${value}';`,
    fallback: (name, value) => `my $it = $ENV{${name}} // '${value}';`,
    request: (headers, url) => `$ua->get('${url}', ${each(headers, (name, value) => `'${name}' => '${value}'`, ', ')});`,
    comment: '#',
  },
  Erlang: { path: 'deploy.erl', constant: (name, value) => `-define(${name}, "${value}").`, comment: '%' },
  OCaml: { path: 'deploy.ml', constant: (name, value) => `let ${name.toLowerCase()} = "${value}"`, comment: '(* *)' },
  'Visual Basic': { path: 'Deploy.vb', constant: (name, value) => `Const ${name} As String = "${value}"`, comment: "'" },
  Zig: { path: 'deploy.zig', constant: (name, value) => `const ${name} = "${value}";`, comment: '//' },
  Nim: { path: 'deploy.nim', constant: (name, value) => `const ${name} = "${value}"`, comment: '#' },
  Haskell: { path: 'Deploy.hs', constant: (name, value) => `${name.toLowerCase()} = "${value}"`, comment: '--' },
  'F#': { path: 'deploy.fs', constant: (name, value) => `let ${name} = "${value}"`, comment: '//' },
  Scala: {
    path: 'Deploy.scala',
    constant: (name, value) => `val ${name} = "${value}"`,
    fallback: (name, value) => `val it = sys.env.getOrElse("${name}", "${value}")`,
    comment: '//',
  },
  Clojure: { path: 'deploy.clj', constant: (name, value) => `(def ${name} "${value}")`, comment: ';' },
  Nix: { path: 'deploy.nix', constant: (name, value) => `{ ${name} = "${value}"; }`, comment: '#' },
};

/** By language and file. @type {Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Context>>>>>>} */
export const lexical = Object.fromEntries(
  Object.entries(languages).map(([language, { path, ...ways }]) => [language, { [path]: contexts(ways) }]),
);

/** @param {Omit<Language, 'path'>} language @returns {Readonly<Record<string, Context>>} */
function contexts({ constant, fallback, request, comment }) {
  const [open = '', close = ''] = comment.split(' ');
  return {
    constant: ({ variable, value }) => constant(variable, value),
    comment: ({ variable, value }) => `${open} ${variable}=${value} ${close}`.trimEnd(),
    ...(fallback && { fallback: ({ variable, value }) => fallback(variable, value) }),
    ...(request && { header: ({ kind: { header }, value }) => header && request(headersOf(header, value), header.url) }),
  };
}
