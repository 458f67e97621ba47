import { describe, expect, it } from 'vitest';
import { readByPath } from '../../../src/languages/register.js';
import { show } from '../../models/show.js';

/** What is bound or called, and the tables of settings; each as a line. */
function read(path: string, text: string): readonly string[] {
  const { bindings, calls, tables } = readByPath(text, path).file;
  return [
    ...bindings.map(({ names, value }) => `${names.join('.')} = ${show(value)}`),
    ...calls.map((call) => show(call)),
    ...tables.map((table) => `${table.names.join('.')}: ${show(table)}`),
  ];
}

describe('settings', () => {
  it.each<readonly [path: string, text: string, expected: readonly string[]]>([
    ['a.properties', 'a.b = c\\\nd\n! e\nf: ${G}\n', [': { a.b: "c\\\nd", f: env.G }']],
    ['a.conf', '[a]\nb = "c" # d\nlogin=e, password=f\n', ['a: { b: "c", login: "e", password: "f" }']],
    [
      'nginx.conf',
      'server {\n  proxy_set_header X-Key "a b";\n}\n',
      ['server.proxy_set_header: { proxy_set_header: "X-Key", X-Key: "a b" }'],
    ],
    ['Caddyfile', 'tls {\n  dns it {\n    token x\n  }\n}\n', ['tls.dns: { dns: "it" }', 'tls.dns.it.token: { token: "x" }']],
    ['ddclient.conf', 'protocol=a, \\\nlogin=b, \\\npassword=c \\\nd.example.com\n', [': { protocol: "a", login: "b", password: "c" }']],
    ['.bash_history', "echo it's\n#1764460800\nA=b run --x\n", ['env.A = "b"', 'echo("its\n")', 'run("--x")']],
    ['Caddyfile', 'dns it {env.TOKEN}\n', ['dns: { dns: "it", it: env.TOKEN }']],
    [
      'a.service',
      '[Service]\nEnvironment="A=b c"\nExecStart=/bin/run --x y\n',
      ['env.A = "b c"', 'run("--x", "y")', 'Service: { A: "b c", ExecStart: "/bin/run --x y" }'],
    ],
    [
      'several.service',
      '[Service]\nEnvironment="A=b c" "D=e"\nEnvironment=F=g H=i\nExecStart=/bin/run --j\n',
      [
        'env.A = "b c"',
        'env.D = "e"',
        'env.F = "g"',
        'env.H = "i"',
        'run("--j")',
        'Service: { A: "b c", D: "e", F: "g", H: "i", ExecStart: "/bin/run --j" }',
      ],
    ],
    ['ddclient.conf', 'protocol=a, \\\npassword=b\nhost\n', [': { protocol: "a", password: "b" }']],
    ['Makefile', 'A ?= b\nall:\n\t@run $(A) $$C $(D)\n', ['env.A = "b"', 'run("b", env.C, env.D)', ': { A: "b" }']],
    ['justfile', 'a := "b"\nrun:\n    @run {{a}} {{c}}\n', ['env.a = "b"', 'run("b", env.c)', ': { a: "b" }']],
    ['crontab', 'A=b\n*/5 * * * * run "$A"\n', ['env.A = "b"', 'run(env.A)', ': { A: "b" }']],
    ['a.bat', '@echo off\nset A=b\nrun %A% %C%\n', ['env.A = "b"', 'echo("off")', 'run("b", env.C)', ': { A: "b" }']],
    ['a.bat', 'setx A "b" /M\n', ['env.A = "b"', ': { A: "b" }']],
    ['etc/cron.d/a', '0 4 * * * www-data curl "$A"\n1 2 3 4 5 run b\n', ['curl(env.A)', 'run("b")']],
    [
      'a.fish',
      'function f\n  set -gx A b-1\n  set -l c (run "$A")\n  echo "$A"\nend\n',
      ['env.A = "b-1"', 'env.c = "(run "$A")"', 'run(env.A)', 'echo(env.A)', ': { A: "b-1", c: "(run "$A")" }'],
    ],
    [
      '.netrc',
      'machine a.com\n  login b\n  password c\nmachine d login e password f\n',
      [': { machine: "a.com", login: "b", password: "c" }', ': { machine: "d", login: "e", password: "f" }'],
    ],
    [
      'inadyn.conf',
      'period = 1\nprovider a.com {\n  password = b\n}\n',
      [': { period: "1" }', 'provider: { provider: "a.com" }', 'a.com: { password: "b" }'],
    ],
    ['a.ini.erb', 'a = <%= @b %>\nc = {{ .Values.d | quote }}\n', ['env.a = b', 'env.c = Values.d']],
    ['a.ini.j2', 'a = {{ b }}\nc = d{{ e }}\n', ['env.a = b', 'env.c = "d{}"']],
  ])('%s', (path, text, expected) => {
    expect(read(path, text)).toEqual(expected);
  });
});

describe('text of no known language', () => {
  it.each([
    ['LICENSE.old.thing', 'Cloudflare\n==========\nAPI token: abc\n', ['"Cloudflare" ', '"==========" ', '"abc" Cloudflare.API_token']],
    ['broken.json', '{ "a": { "token": "abc",\n', ['"{ "a": { "token": "abc"," ']],
    ['broken.yaml', 'a:\n\t- b\n  c: "d"\n', ['"a:" ', '"- b" ', '"d" a.c']],
    ['a.toml', '[a\nb = "c"\n', ['"[a" ', '"c" a.b']],
  ])('%s', (path, text, expected) => {
    const { file, textOnly } = readByPath(text, path);
    expect(textOnly).toBeDefined();
    expect(file.texts.map((each) => `${show(each)} ${each.names.join('.')}`)).toEqual(expected);
  });

  it('is told by the first line of a script', () => {
    expect(readByPath('#!/usr/bin/env ruby\nputs 1\n', 'bin/run').file.language).toBe('ruby');
    expect(readByPath('#!/usr/bin/python3\n', 'bin/run').file.language).toBe('python');
  });
});

it('keeps the place of a long word that a variable gives to a command', () => {
  const value = '0123456789abcdefghij';
  const { file } = readByPath(`set A=${value}\nrun --x "X-Key: %A%" --y %A%.txt\n`, 'a.bat');
  const [first, second] = file.calls
    .flatMap((call) => call.arguments)
    .filter(({ kind }) => kind === 'text')
    .slice(1);
  const places = [first, second].map((text) =>
    text?.kind === 'text' ? text.parts.map(({ at }) => file.text.slice(at.start, at.end)) : [],
  );
  expect(places).toEqual([['X-Key: ', value], ['--y']]);
});

it('reads variables of the shell in makefiles', () => {
  const { file } = readByPath('all:\n\trun --x="$$API_KEY" $(B_C) $${D_E}\n', 'Makefile');
  expect(file.reads.map(({ path }) => path.join('.'))).toEqual(['env.API_KEY', 'env.B_C', 'env.D_E']);
  expect(file.calls.map((call) => show(call))).toEqual(['run("--x={}", env.B_C, env.D_E)']);
});
