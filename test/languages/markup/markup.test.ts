import { describe, expect, it } from 'vitest';
import { readByPath } from '../../../src/languages/register.js';
import { literal, shape } from '../../../src/source/values.js';
import { show } from '../../models/show.js';

/** Texts with their names, and what is bound; each must stand where it says. */
function read(path: string, text: string): readonly string[] {
  const { texts, bindings, comments } = readByPath(text, path).file;
  for (const each of texts) {
    for (const part of each.parts) if (part.kind === 'piece' && part.exact) expect(text.slice(part.at.start, part.at.end)).toBe(part.text);
  }
  return [
    ...texts.map((each) => `${each.names.join('.')} "${shape(each)}"`),
    ...bindings.map(({ names, value }) => `${names.join('.')} = ${show(value)}`),
    ...comments.map(({ start, end }) => text.slice(start, end)),
  ];
}

const long = 'a-value-that-is-long-enough';

describe('markup', () => {
  it.each<readonly [path: string, text: string, expected: readonly string[]]>([
    ['a.html', `<p>x</p><!-- y -->\n<script>const z = 'w';</script>`, ['p "x"', 'z "w"', 'z = "w"', '<!-- y -->']],
    ['a.html', `<meta name="token" content="${long}">`, [`token "${long}"`]],
    ['a.html', '<script type="text/x-template">a: b</script><p>c', ['a "b"', 'p "c"']],
    [
      'a.vue',
      '<script setup lang="ts">\nconst a = <string>"b";\n</script>\n<template><b :c="d > e">f</b></template>',
      ['a "b"', 'template.b "f"', 'a = "b"'],
    ],
    ['a.svelte', '<script>let a = "b";</script>\n<button onclick={() => a > "c"}>d</button>', ['a "b"', 'button "d"', 'a = "b"']],
    ['a.astro', '---\nconst a: string = "b";\n---\n<p class={a > 1}>c</p>', ['a "b"', 'p "c"', 'a = "b"']],
    ['a.xml', `<a><b name="c">d</b><!-- e --></a>`, ['a.c "d"', '<!-- e -->']],
    ['a.plist', '<dict><key>CD</key><string>d</string></dict>', ['dict.key "CD"', 'dict.CD "d"']],
    ['a.config', `<add key="C" value="${long}"/>`, [`C "${long}"`]],
  ])('%s: %s', (path, text, expected) => {
    expect(read(path, text)).toEqual(expected);
  });

  it('has tables of the elements that lie beside one another', () => {
    const tables = (text: string): readonly string[] => readByPath(text, 'a.xml').file.tables.map((table) => show(table));
    expect(tables('<a><b><c>d</c><e>f</e></b></a>')).toEqual(['{ c: "d", e: "f" }']);
    expect(tables('<dict><key>CD</key><string>d</string><key>EF</key><true/></dict>')).toEqual(['{ key: "CD", CD: "d", key: "EF" }']);
  });

  it('reads a script that is not finished as far as it goes', () => {
    expect(read('a.html', '<script>const a = "b";\nconst c = {\n</script>')).toContain('a "b"');
  });
});

describe('requests', () => {
  it('are calls', () => {
    const text = '@a = b\n### c\nPOST https://x.test/{{a}}\nD: {{$dotenv E}}\n\nf: g\n';
    expect(readByPath(text, 'a.http').file.calls.map((call) => show(call))).toEqual([
      'fetch("https://x.test/b", { method: "POST", headers: { D: env.E }, body: "f: g" })',
    ]);
  });
});

describe('columns', () => {
  it('are called what their first line says', () => {
    expect(read('a.csv', 'a,b\n"c, d",e\n,f\n')).toEqual([' "a"', ' "b"', 'a "c, d"', 'b "e"', 'a ""', 'b "f"']);
  });
});

describe('notebooks', () => {
  it('are one program of all cells, each character in its place', () => {
    const cells = [
      { cell_type: 'code', source: ['import os, requests\n', 'def show(x):\n', '    print("is", x)\n', 'text = """a\n', 'b"""'] },
      {
        cell_type: 'code',
        source:
          'headers = {\n  "X-Auth-Email": "a@example.com",\n  "X-Auth-Key": os.environ["CF_KEY"],\n}\nshow(headers)\n%matplotlib inline',
      },
      {
        cell_type: 'code',
        source: ['!curl -k https://api.cloudflare.com/client/v4/zones -H "Authorization: Bearer $CF_API_TOKEN"\n', 'done()'],
      },
    ];
    for (const source of [JSON.stringify({ cells }), JSON.stringify({ cells }, undefined, 1)]) {
      const { texts, calls, tables } = readByPath(source, 'a.ipynb').file;
      expect(texts.flatMap((text) => (literal(text) === 'a\nb' ? [text] : []))).toHaveLength(1);
      expect(calls.map(({ callee }) => (callee.kind === 'name' ? callee.path.join('.') : 'show'))).toEqual([
        'print',
        'show',
        'inline',
        'curl',
        'done',
      ]);
      const [key] = tables.flatMap(({ entries }) => entries).filter(({ key: each }) => each === 'X-Auth-Key');
      expect(source.slice(key?.keyAt.start, key?.keyAt.end)).toBe('\\"X-Auth-Key\\"');
    }
  });

  it('are one program, and what it printed', () => {
    const source = JSON.stringify({ cells: [{ cell_type: 'code', source: ['a = "b"\n', '!echo c'], outputs: [{ text: ['d'] }] }] });
    const { texts, bindings, calls } = readByPath(source, 'a.ipynb').file;
    expect(bindings.map(({ names, value }) => `${names.join('.')} = ${show(value)}`)).toEqual(['a = "b"']);
    expect(bindings.map(({ nameAt }) => source.slice(nameAt.start, nameAt.end))).toEqual(['a']);
    expect(calls.map((call) => show(call))).toEqual(['echo("c")']);
    expect(texts.map((text) => shape(text))).toContain('d');
  });
});
