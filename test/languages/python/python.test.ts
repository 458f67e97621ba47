import type { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../../src/index.js';
import type { SourceFile } from '../../../src/source/model.js';
import { readPython } from '../../../src/languages/python/index.js';
import { lint } from '../../lint.js';
import { expectSame, givenTo } from '../values.js';

function read(text: string): SourceFile {
  return readPython(text, 'program.py');
}

const printed = (text: string): readonly string[] => givenTo('print', read(text));

describe('values', () => {
  const same = (...texts: readonly string[]): void => expectSame(texts.map(printed));

  it('fills texts in every way that the language has', () => {
    const literal = 'print("a-b")';
    same(literal, 'x = "b"\nprint(f"a-{x}")', 'x = "b"\nprint("a-%s" % x)', 'x = "b"\nprint("a-{}".format(x))', 'print("a-" "b")');
    same(literal, 'x = "b"\nprint("a-{name}".format(name=x))', 'print("-".join(["a", "b"]))', 'x = "b"\nprint("a-" + x)');
  });

  it('strips written characters from the ends of texts', () => {
    same('print("a")', 'print("/a/".strip("/"))', 'print("//a".lstrip("/"))', 'print("a/".rstrip("/"))', 'print(" a".strip(" "))');
    same('print("/a")', 'print("/a".lstrip())', 'print("/a/".rstrip("/"))', 'print("/a".lstrip(x))');
    same('import x\nprint(f"{x.y}")', 'import x\nprint(f"/{x.y}".lstrip("/"))', 'import x\nprint(f"{x.y}".strip("{}"))');
  });

  it('matches arguments with parameters by name', () => {
    const helper = 'def show(a, *, b="x", **rest):\n    return b\n';
    same('print("y")', `${helper}print(show(1, b="y"))`, `${helper}print(show(a=1, b="y"))`, `${helper}print(show(b="y", a=1))`);
    same('print("x")', `${helper}print(show(1))`);
  });

  it('has objects of classes, and what they are constructed with', () => {
    const made = 'class A:\n    kind = "x"\n    def __init__(self, b):\n        self.b = b\n    def get(self):\n        return self.b\n';
    same('print("y")', `${made}print(A("y").b)`, `${made}print(A(b="y").get())`);
    same('print("x")', `${made}print(A("y").kind)`, `${made}print(A.kind)`);
  });

  it('reads the environment as one name, and what stands in for it', () => {
    const read = 'import os\n';
    same(
      `${read}print(os.environ["X"])`,
      `${read}print(os.getenv("X"))`,
      `${read}print(os.environ.get("X"))`,
      'from os import environ\nprint(environ["X"])',
    );
    expect(printed(`${read}print(os.getenv("X", "y"))`)).toEqual(printed(`${read}print(os.getenv("X") or "y")`));
  });

  it('keeps packages of Python apart from those of other languages', () => {
    expect(read('import requests\nrequests.get("a")').calls[0]?.callee).toMatchObject({ module: 'py:requests', path: ['get'] });
    expect(read('from urllib.request import urlopen\nurlopen("a")').calls[0]?.callee).toMatchObject({
      module: 'py:urllib',
      path: ['request', 'urlopen'],
    });
  });

  it('negates no more than `not` does', () => {
    const [test] = read('x = not a and b').bindings;
    expect(test?.names).toEqual(['x']);
    expect(read('if not a and f(b): pass').calls).toHaveLength(1);
  });
});

/** The lines on which a rule finds something. */
function linesOf(rule: string, ...lines: readonly string[]): readonly number[] {
  return lint(lines.join('\n'), plugin.configs.strict.rules as Linter.RulesRecord, 'program.py')
    .filter(({ ruleId }) => ruleId === `cloudflare-auth/${rule}`)
    .map(({ line }) => line);
}

describe('objects that are made of their fields', () => {
  const config = [
    'import os, dataclasses, logging',
    '@dataclasses.dataclass',
    'class Config:',
    '    zone: str',
    '    secret: str = ""',
    'config = Config(os.environ["ZONE"], secret=os.environ["CLOUDFLARE_API_TOKEN"])',
  ];

  it('have the values that they are given, by place or by name', () => {
    const made = '@dataclass\nclass A:\n    a: str\n    b: str = "z"\n';
    expect(printed(`${made}print(A("x", "y").b, A(b="y", a="x").a, A("x").b)`)).toEqual(printed('print("y", "x", "z")'));
  });

  it('show them', () => {
    const shown = [
      ...config,
      'print(config.zone)',
      'print(config)',
      'logging.info("%s", dataclasses.asdict(config))',
      'print(f"{config}")',
    ];
    expect(linesOf('no-credential-exposure', ...shown)).toEqual([8, 9, 10]);
  });

  it('have what makes their defaults', () => {
    const made = '@dataclass\nclass A:\n    a: str = field(default_factory=lambda: "x")\n';
    expect(printed(`from dataclasses import dataclass, field\n${made}print(A().a)`)).toEqual(printed('print("x")'));
  });

  it('do not show those that they are told to hide', () => {
    const hidden = config.map((line) => line.replace('str = ""', 'str = dataclasses.field(repr=False)'));
    expect(linesOf('no-credential-exposure', ...hidden, 'print(config)')).toEqual([]);
    const spoken = config.flatMap((line) => (line.startsWith('config') ? ['    def __repr__(self): return "Config()"', line] : [line]));
    expect(linesOf('no-credential-exposure', ...spoken, 'print(config)')).toEqual([]);
  });

  it('read the environment, if they are settings', () => {
    const settings = (type: string): readonly string[] => [
      'from pydantic import SecretStr',
      'from pydantic_settings import BaseSettings',
      'class Settings(BaseSettings):',
      `    cloudflare_api_token: ${type}`,
      'settings = Settings()',
      'print(settings.cloudflare_api_token)',
      'print(settings)',
    ];
    expect(linesOf('no-credential-exposure', ...settings('str'))).toEqual([6, 7]);
    expect(linesOf('no-credential-exposure', ...settings('str | None'))).toEqual([6, 7]);
    expect(linesOf('no-credential-exposure', ...settings('SecretStr'))).toEqual([]);
    expect(linesOf('no-credential-exposure', ...settings('str = Field(..., alias="PLAIN")'))).toEqual([]);
  });

  it('read variables with the prefix of their settings', () => {
    const settings = (...prefix: readonly string[]): readonly string[] => [
      'from pydantic_settings import BaseSettings, SettingsConfigDict',
      'class Settings(BaseSettings):',
      ...prefix,
      '    api_token: str',
      'print(Settings())',
    ];
    const print = (...prefix: readonly string[]): readonly number[] => linesOf('no-credential-exposure', ...settings(...prefix));
    expect(print('    model_config = SettingsConfigDict(env_prefix="CLOUDFLARE_")')).toEqual([5]);
    expect(print('    class Config:', '        env_prefix = "CLOUDFLARE_"')).toEqual([6]);
    expect(print('    model_config = SettingsConfigDict(env_prefix="GITHUB_")')).toEqual([]);
    expect(print('    region: str')).toEqual([]);
  });
});

it('waits for what is gathered', () => {
  const lines = (call: string): readonly string[] => [
    'import asyncio, httpx, os',
    'async def purge(client, zone):',
    '    return await client.post("https://api.cloudflare.com/client/v4/zones/" + zone + "/purge_cache")',
    'async def main(zones):',
    '    async with httpx.AsyncClient(headers={"Authorization": "Bearer " + os.environ["CF_API_TOKEN"]}) as client:',
    `        ${call}`,
  ];
  const post = 'client.post("https://api.cloudflare.com/client/v4/zones/" + zone + "/purge_cache")';
  expect(linesOf('no-ignored-auth-failure', ...lines(`await asyncio.gather(*[${post} for zone in zones])`))).toEqual([6]);
  expect(linesOf('no-ignored-auth-failure', ...lines(`await asyncio.gather(*(${post} for zone in zones))`))).toEqual([6]);
  // and what is made of the answers
  const all = `all = await asyncio.gather(*[${post} for zone in zones])`;
  const made = (...code: readonly string[]): readonly number[] => linesOf('no-ignored-auth-failure', ...lines(code.join('\n        ')));
  expect(made(all, 'return [r.json()["result"] for r in all]')).toEqual([6]);
  expect(made(all, 'for r in all:', '    print(r.json()["result"])')).toEqual([6]);
  expect(made(all, 'for zone, r in zip(zones, all):', '    print(zone, r.json()["result"])')).toEqual([6]);
  expect(made(all, 'for index, r in enumerate(all):', '    print(r.json()["result"])')).toEqual([6]);
  expect(made('tasks = []', 'for zone in zones:', `    tasks.append(${post})`, 'await asyncio.gather(*tasks)')).toEqual([8]);
  expect(made(all, 'for zone, r in zip(zones, all):', '    if r.status_code != 200:', '        print(zone, r.text)')).toEqual([]);
  expect(made(all, 'for r in all:', '    r.raise_for_status()')).toEqual([]);
  expect(made(all, 'if any(r.is_error for r in all):', '    raise SystemExit(1)')).toEqual([]);
  expect(made(all, 'if not all_ok(all):', '    raise SystemExit(1)')).toEqual([]);
});

it.each([
  'from django.conf import settings\nprint(settings.CLOUDFLARE_API_TOKEN)',
  'from flask import current_app\nprint(current_app.config["CLOUDFLARE_API_TOKEN"])',
  'import argparse\nargs = argparse.ArgumentParser().parse_args()\nprint(args.cloudflare_api_token)',
  'from dotenv import dotenv_values\nprint(dotenv_values(".env")["CLOUDFLARE_API_TOKEN"])',
])('knows where settings are kept: %j', (text) => {
  expect(linesOf('no-credential-exposure', text).length).toBe(1);
});

it('leaves answers to functions that see every one', () => {
  const lines = [
    'import os, requests',
    's = requests.Session()',
    's.headers["Authorization"] = "Bearer " + os.environ["CF_API_TOKEN"]',
    's.get("https://api.cloudflare.com/client/v4/zones").json()["result"]',
  ];
  expect(linesOf('no-ignored-auth-failure', ...lines)).toEqual([4]);
  expect(linesOf('no-ignored-auth-failure', ...lines, 's.hooks["response"].append(raise_for_status)')).toEqual([]);
});

it('knows helpers that swallow the failures of what they are passed', () => {
  const lines = (...helper: readonly string[]): readonly string[] => [
    'import os',
    'from cloudflare import Cloudflare',
    'client = Cloudflare(api_token=os.environ["CLOUDFLARE_API_TOKEN"])',
    'def attempt(fn):',
    '    for _ in range(3):',
    '        try:',
    '            return fn()',
    '        except Exception:',
    ...helper,
    'attempt(lambda: client.zones.list())',
  ];
  expect(linesOf('no-ignored-auth-failure', ...lines('            time.sleep(1)'))).toEqual([8]);
  expect(linesOf('no-ignored-auth-failure', ...lines('            pass', '    raise RuntimeError("gave up")'))).toEqual([]);
  expect(linesOf('no-ignored-auth-failure', ...lines('            logger.exception("refused")'))).toEqual([]);
});

it('reads a line for the shell where a program could stand', () => {
  const line = "f\"curl -k -sf https://api.cloudflare.com/client/v4/zones -H 'Authorization: Bearer {os.environ['CF_API_TOKEN']}'\"";
  expect(linesOf('require-https', 'import os, subprocess', `subprocess.check_output(${line}, shell=True)`)).toEqual([2]);
});

it('takes the headers that branches add to a session for alternatives', () => {
  const branch = (name: string, value: string): string => `    s.headers.update({"${name}": ${value}, "X-Auth-Email": "a@example.com"})`;
  const lines = [
    'import os, requests',
    's = requests.Session()',
    'if os.environ.get("CF_EMAIL"):',
    branch('X-Auth-Key', 'os.environ["CF_KEY"]'),
    'else:',
    branch('Authorization', '"Bearer " + os.environ["CLOUDFLARE_API_TOKEN"]'),
    's.get("https://api.cloudflare.com/client/v4/zones").raise_for_status()',
  ];
  expect(lint(lines.join('\n'), undefined, 'program.py').map(({ ruleId }) => ruleId)).toEqual(['cloudflare-auth/prefer-api-token']);
});

describe('what no program is made for', () => {
  it.each([
    ['brackets', `x = ${'('.repeat(3000)}1${')'.repeat(3000)}`],
    ['sums', `x = ${Array.from({ length: 5000 }, () => 'a').join(' + ')}`],
    ['calls', `x = a${'.b()'.repeat(5000)}`],
    ['blocks', Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}if a:`).join('\n')],
    ['branches', `if a:\n  b\n${'elif a:\n  b\n'.repeat(3000)}`],
    ['negations', `x = ${'not '.repeat(3000)}a`],
    ['a target that is a member', 'x = [1 for a.b in c]\na.b = d = 1\n[e, f[0]] = g'],
    ['a list that holds itself', 'import subprocess\nx = []\nx.append(x)\nsubprocess.run(x)'],
    ['half a program', 'def f(\n  x = {"a": [\nclass\n@\nfor in\nwith as x:\ntry:\nexcept as'],
    ['another version', 'exec "a" in b\nprint >>f, "a"\nraise A, "b"\ntry:\n  a\nexcept A, e:\n  print `a`\n'],
  ])('reads %s', (_, text) => {
    const file = read(text);
    expect(file.language).toBe('python');
    expect(() => [...file.texts, ...file.calls, ...file.bindings, ...file.reads, ...(file.exits ?? [])].length).not.toThrow();
    expect(() => lint(`# cloudflare\n${text}`, undefined, 'program.py')).not.toThrow();
  });
});
