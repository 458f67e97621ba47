import { describe, expect, it } from 'vitest';
import type { SourceFile, Text } from '../../../src/source/model.js';
import { literal, shape } from '../../../src/source/values.js';
import { data } from '../../models/data.js';
import { show } from '../../models/show.js';

/** Each string, the names it has, and the characters it is written with. */
function strings(file: SourceFile): string[] {
  return file.texts.map((text) => `${text.names.join('.')} = ${shape(text)} @ ${written(file, text)}`);
}

function written(file: SourceFile, { parts }: Text): string {
  return parts.map((part) => file.text.slice(part.at.start, part.at.end)).join('·');
}

const yaml = (text: string, path?: string): SourceFile => data(`# cloudflare\n${text}`, 'yaml-eslint-parser', path);

describe('one document', () => {
  const document = {
    json: `{ /* cloudflare */ "vars": { "API_TOKEN": "a b" }, "env": { "production": { "vars": { "API_TOKEN": "c\\"d", "count": -1 } } }, "hooks": [{ "url": "http://x" }, { "url": "http://y" }], "on": true }`,
    yaml: `# cloudflare\nvars:\n  API_TOKEN: a b\nenv:\n  production:\n    vars:\n      API_TOKEN: "c\\"d"\n      count: -1\nhooks:\n  - url: http://x\n  - url: 'http://y'\non: true\n`,
    toml: `# cloudflare\non = true\n[vars]\nAPI_TOKEN = "a b"\n[env.production.vars]\nAPI_TOKEN = "c\\"d"\ncount = -1\n[[hooks]]\nurl = "http://x"\n[[hooks]]\nurl = 'http://y'\n`,
  };
  it.each([
    ['jsonc-eslint-parser', document.json],
    ['json/json5', document.json],
    ['jsonc/json5', document.json],
    ['cloudflare-auth/json', document.json],
    ['cloudflare-auth/yaml', document.yaml],
    ['cloudflare-auth/toml', document.toml],
    ['yaml-eslint-parser', document.yaml],
    ['yml/yaml', document.yaml],
    ['toml-eslint-parser', document.toml],
    ['toml/toml', document.toml],
  ])('says the same in the tree of %s', (tree, text) => {
    const file = data(text, tree);
    const values = file.texts.map((each) => [each.names.join('.'), shape(each)]);
    expect(values).toEqual([
      ['vars.API_TOKEN', 'a b'],
      ['env.production.vars.API_TOKEN', 'c"d'],
      ['hooks.url', 'http://x'],
      ['hooks.url', 'http://y'],
    ]);
    const tables = file.tables.map((table) => [table.names.join('.'), [...table.entries.map(({ key }) => key)].sort().join(' ')]);
    expect(new Map(tables.map(([names = '', keys = '']) => [names, keys]))).toEqual(
      new Map([
        ['', 'env hooks on vars'],
        ['vars', 'API_TOKEN'],
        ['env', 'production'],
        ['env.production', 'vars'],
        ['env.production.vars', 'API_TOKEN count'],
        ['hooks', 'url'],
      ]),
    );
    const root = file.tables.find(({ names }) => names.length === 0);
    const [on] = root?.entries.filter(({ key }) => key === 'on') ?? [];
    expect(on && show(on.value)).toBe('true');
    expect(file.comments.map(({ start, end }) => file.text.slice(start, end))).toEqual([expect.stringContaining('cloudflare')]);
  });
});

describe('Kubernetes', () => {
  it("calls a Secret's data after the Secret", () => {
    const text = 'data:\n  api-token: YWJjZGVmZ2g=\nstringData:\n  key: k\nkind: Secret\nmetadata:\n  name: acme-secret\n';
    expect(yaml(text).texts.map((each) => `${each.names.join('.')} = ${shape(each)}`)).toEqual([
      'acme-secret.api-token = abcdefgh',
      'acme-secret.key = k',
      'kind = Secret',
      'metadata.name = acme-secret',
    ]);
  });

  it('calls the literals that kustomize makes a Secret of after the Secret', () => {
    const text = 'secretGenerator:\n  - name: acme-secret\n    literals:\n      - api-token=t\n';
    expect(yaml(text).texts.map((each) => `${each.names.join('.')} = ${shape(each)}`)).toContain(
      'secretGenerator.acme-secret.api-token = t',
    );
  });
});

describe('YAML', () => {
  it('reads strings of every style, each character where it stands', () => {
    const text = [
      'plain: a b',
      'lines: a',
      '  b',
      '',
      "  c'",
      "single: 'it''s",
      "  on'",
      'double: "x\\ty\\u00e9',
      '  z\\',
      '  w"',
      'literal: |-',
      '  one',
      '    two',
      '',
      '  three',
      'folded: >',
      '  one',
      '  two',
      '',
      '    kept',
      '  three',
      'indented: |2+',
      '    x',
      '',
    ].join('\n');
    expect(strings(yaml(text))).toMatchInlineSnapshot(`
      [
        "plain = a b @ a b",
        "lines = a b
      c' @ a·
        ·b·

        ·c'",
        "single = it's on @ it·''·s·
        ·on",
        "double = x	yé zw @ x·\\t·y·\\u00e9·
        ·z·w",
        "literal = one
        two

      three @ one·
        ·  two·

        ·three",
        "folded = one two

        kept
      three
       @ one·
        ·two·

        ·  kept·
        ·three·",
        "indented =   x
       @   x·",
      ]
    `);
  });

  it('follows aliases and merges, in every document', () => {
    const file = yaml(
      'x: &common\n  token: one\n  other: two\na:\n  <<: *common\n  other: three\nb: *common\nname: &n four\nCF_API_TOKEN: *n\n---\nc: *common\n',
    );
    expect(file.tables.map((table) => `${table.names.join('.')}: ${show(table)}`)).toMatchInlineSnapshot(`
      [
        ": { x: { token: "one", other: "two" }, a: { token: "one", other: "three" }, b: { token: "one", other: "two" }, name: "four", CF_API_TOKEN: "four" }",
        "x: { token: "one", other: "two" }",
        "a: { token: "one", other: "three" }",
        ": { c: null }",
      ]
    `);
    expect(file.texts.map((each) => `${each.names.join('.')} = ${shape(each)}`)).toContain('CF_API_TOKEN = four');
  });

  it('binds names that stand beside their values, and those before =', () => {
    const file = yaml(
      'env:\n  - name: CF_API_TOKEN\n    value: one\n  - name: B\n    valueFrom: {secretKeyRef: {name: x}}\nlist:\n  - CF_KEY=two\n  - "EMPTY="\n  - a: b=c\n',
    );
    expect(file.bindings.map(({ names, value }) => `${names.join('.')} = ${show(value)}`)).toEqual([
      'env.CF_API_TOKEN = "one"',
      'env.B = { secretKeyRef: { name: "x" } }',
      'list.CF_KEY = "two"',
      'list.EMPTY = ""',
    ]);
  });

  it('decodes the data of a Secret', () => {
    const encoded = Buffer.from('over and out\n').toString('base64');
    const file = yaml(`kind: Secret\ndata:\n  token: ${encoded}\n  binary: /v8AAQIDBAU=\nstringData:\n  plain: ${encoded}\n`);
    expect(file.texts.map((each) => `${each.names.join('.')} = ${shape(each)}`)).toEqual([
      'kind = Secret',
      'data.token = over and out\n',
      'data.binary = /v8AAQIDBAU=',
      `stringData.plain = ${encoded}`,
    ]);
  });
});

describe('scripts in data', () => {
  it.each([
    [
      '.github/workflows/x.yml',
      'jobs:\n  a:\n    steps:\n      - run: |\n          # cloudflare\n          curl -H "A: ${{ secrets.CF }}" \\\n            https://x\n',
    ],
    ['action.yml', 'runs:\n  steps:\n    - run: >-\n        curl -H "A: ${{ secrets.CF }}"\n        https://x\n'],
    ['.gitlab-ci.yml', 'a:\n  script:\n    - |-\n      H="A: $CF"\n    - curl -H "$H" https://x\n'],
    ['.circleci/config.yml', 'jobs:\n  a:\n    steps:\n      - run:\n          command: |\n            curl -H "A: $CF" https://x\n'],
    ['compose.yaml', 'services:\n  a:\n    command: ["sh", "-c", "curl -H \\"A: $CF\\" https://x"]\n'],
    ['.mcp.json', '{ "mcpServers": { "a": { "command": "npx", "args": ["-y", "curl", "-H", "A: b", "https://x"] } } }'],
    ['k.yaml', 'spec:\n  containers:\n    - image: a/curl:1\n      command: [curl]\n      args: [-H, "A: b", "https://x"]\n'],
  ])('are read in %s', (path, text) => {
    const file = yaml(text, path);
    const curl = file.calls.find(({ callee }) => callee.kind === 'name' && callee.path[0] === 'curl');
    expect(curl?.arguments.map((each) => (each.kind === 'text' ? shape(each) : show(each)))).toEqual([
      '-H',
      path === 'k.yaml' || path === '.mcp.json' ? 'A: b' : 'A: {}',
      'https://x',
    ]);
    const url = curl?.arguments.find((each) => literal(each) === 'https://x');
    expect(file.text.slice(url?.at.start, url?.at.end).replaceAll('"', '')).toBe('https://x');
  });

  it('are read in package.json, behind escapes', () => {
    const file = data('{ "scripts": { "purge": "X=\\"cloudflare\\" curl -H \\"A: b\\" \'https://x\'" } }', 'json/json5', 'package.json');
    expect(file.calls.map((call) => show(call))).toEqual(['curl("-H", "A: b", "https://x")']);
    const [, header, url] = file.calls[0]?.arguments ?? [];
    expect(header?.kind === 'text' && file.text.slice(header.parts[0]?.at.start, header.parts[0]?.at.end)).toBe('A: b');
    expect(file.text.slice(url?.at.start, url?.at.end)).toBe("'https://x'");
  });

  it('are not what other shells run', () => {
    expect(yaml('jobs:\n  a:\n    steps:\n      - run: import os\n        shell: python\n', '.github/workflows/x.yml').calls).toEqual([]);
  });
});
