import { describe, expect, it } from 'vitest';
import { readHcl } from '../../../src/languages/hcl/index.js';
import type { SourceFile } from '../../../src/source/model.js';
import { place, shape } from '../../../src/source/values.js';
import { show } from '../../models/show.js';

function read(text: string): SourceFile {
  return readHcl(text, 'main.tf');
}

/** The value of `a` in `x { a = … }`, behind what else the file says. */
function value(expression: string, rest = ''): string {
  const block = read(`${rest}\nx {\n  a = ${expression}\n  b = 1\n}\n`).calls.find(
    ({ callee }) => callee.kind === 'name' && callee.path[0] === 'x',
  );
  const table = block?.arguments.at(-1);
  const entries = table?.kind === 'table' ? table.entries : [];
  expect(entries.map(({ key }) => key)).toEqual(['a', 'b']);
  return entries[0] ? show(entries[0].value) : '';
}

describe('expressions', () => {
  it.each([
    ['a string', '"b"', '"b"'],
    ['escapes', '"b\\"c\\n$${d}"', '"b"c\n${d}"'],
    ['a template', '"b${var.c}d"', '"b{}d"'],
    ['a template of a template', '"b${"c${var.d}"}e"', '"bc{}e"'],
    ['a template that is a variable', '"${var.c}"', 'var.c'],
    ['a directive', '"b%{ if var.c }d%{ endif }"', '"b{}d{}"'],
    ['numbers and the like', '[1, -2, true, null]', '[1, ?, true, null]'],
    ['an object', '{ b = "c", "d" : 1\n e = { f = [] }\n (var.g) = 1 }', '{ b: "c", d: 1, e: { f: [] }, ... }'],
    ['a list of several lines', '[\n  "b", # one\n  "c",\n]', '["b", "c"]'],
    ['a path', 'cloudflare_zone.main[0].id', 'cloudflare_zone.main.0.id'],
    ['an index that is a name', 'data.b["c.d e"]', 'data.b.c.d e'],
    ['an index that is worked out', 'local.b[var.c]', 'local.b.*'],
    ['a condition', 'var.b ? "c" : "d"', '"c" | "d"'],
    ['a sum', '1 + 2 * 3', '?'],
    ['brackets', '("b")', '"b"'],
    ['a function', 'file("b")', 'terraform:file("b")'],
    ['a function that passes on', 'sensitive(jsonencode({ b = "c" }))', '{ b: "c" }'],
    ['a fallback', 'coalesce(var.b, "c")', 'var.b | "c"'],
    ['a merge', 'merge({ b = 1 }, var.c)', '{ b: 1, ... }'],
    ['a concatenation of lists', 'concat(["b"], ["c"])', '["b", "c"]'],
    ['base64', 'base64decode("YmM=")', '"bc"'],
    ['a loop', '{ for b in var.c : b => b.d }', '?'],
    ['a loop for a list', '[for b in var.c : upper(b)]', '[terraform:upper(b), ...]'],
    ['a loop with a condition', '[for k, v in var.c : { d = v } if v != null]', '[{ d: v }, ...]'],
    [
      'loops of several lines',
      '{ b = [\n  for c in var.d : {\n    e = [\n      for f in c : f\n    ]\n  }\n]\ng = "h" }',
      '{ b: [{ e: [f, ...] }, ...], g: "h" }',
    ],
    ['a document', '<<EOF\nb ${var.c}\n  d\nEOF', '"b {}\n  d\n"'],
    ['an indented document', '<<-EOF\n    b\n    EOF', '"    b\n"'],
  ])('%s', (_, expression, expected) => {
    expect(value(expression)).toBe(expected);
  });

  it.each([
    ['locals', 'locals {\n  b = "c"\n}', 'local.b', '"c"'],
    ['locals of locals', 'locals {\n  b = "c${local.d}"\n  d = "e"\n}', 'local.b', '"ce"'],
    ['locals of themselves', 'locals {\n  b = local.b\n}', 'local.b', '?'],
    ['defaults of variables', 'variable "b" {\n  default = "c"\n}', 'var.b', 'var.b | "c"'],
    ['empty defaults', 'variable "b" {\n  default = ""\n}', 'var.b', 'var.b'],
  ])('%s are looked through', (_, rest, expression, expected) => {
    expect(value(expression, rest)).toBe(expected);
  });
});

describe('blocks', () => {
  it('are calls', () => {
    const text = `
provider "cloudflare" { api_token = var.token }
resource "cloudflare_api_token" "ci" {
  name = "ci"
  policy {
    effect = "allow"
  }
  policy { effect = "deny" }
  condition {
    request_ip { in = ["192.0.2.0/24"] }
  }
  dynamic "extra" {
    for_each = var.extras
    content { a = 1 }
  }
}
terraform {}
`;
    expect(read(text).calls.map((call) => show(call))).toEqual([
      'terraform:provider.cloudflare({ api_token: var.token })',
      'terraform:resource.cloudflare_api_token("ci", { name: "ci", policy: [{ effect: "allow" }, { effect: "deny" }], condition: { request_ip: { in: […] } }, extra?: { a: 1 } })',
      'terraform:terraform({  })',
    ]);
  });

  it('name what is in them', () => {
    const text = `
cloudflare_api_token = "a"
variable "b" { default = "c" }
locals { d = { e = "f" } }
provider "cloudflare" { api_key = "g" }
`;
    const { texts, bindings } = read(text);
    expect(texts.map((each) => [...each.names, shape(each)].join(' '))).toEqual([
      'cloudflare_api_token a',
      'b c',
      'd e f',
      'cloudflare api_key g',
    ]);
    expect(bindings.map(({ names, nameAt }) => [names.join('.'), text.slice(nameAt.start, nameAt.end)])).toEqual([
      ['b', 'b'],
      ['d', 'd'],
      ['cloudflare_api_token', 'cloudflare_api_token'],
    ]);
  });
});

describe('places', () => {
  it('are exact behind escapes and holes, and in documents', () => {
    const text = 'x {\n  a = "\\"${var.b}\\" secret"\n  c = <<-EOF\n    ${var.b} secret\n  EOF\n}\n';
    const at = read(text).texts.map((each) => {
      const start = shape(each).indexOf('secret');
      const { start: from, end } = place(each, start, start + 'secret'.length);
      return [from, text.slice(from, end)];
    });
    expect(at).toEqual([
      [text.indexOf('secret'), 'secret'],
      [text.lastIndexOf('secret'), 'secret'],
    ]);
  });

  it('of comments', () => {
    const text = '# a\nx { // b\n  c = "# d" /* e\n f */\n}\n';
    expect(read(text).comments.map(({ start, end }) => text.slice(start, end))).toEqual(['# a', '// b', '/* e\n f */']);
  });
});

describe('bad input', () => {
  it.each([
    ['nothing', ''],
    ['another language', 'const a = { b: () => 1 };\n<html>\n'],
    ['open brackets', 'x { a = [ { b = ( "c${ '],
    ['many blocks in blocks', 'a {'.repeat(20_000)],
    ['many brackets', `a = ${'['.repeat(20_000)}`],
    ['many braces', `a = ${'{ b = '.repeat(20_000)}`],
    ['many templates', `a = ${'"${'.repeat(20_000)}`],
    ['many negations', `a = ${'!'.repeat(50_000)}1`],
    ['many conditions', `a = ${'b ? '.repeat(20_000)}`],
    ['many documents', '<<A\n'.repeat(20_000)],
    ['many open comments', '/*'.repeat(50_000)],
    ['many quotes', '"'.repeat(50_000)],
    [
      'locals that double',
      `locals {\n${Array.from({ length: 300 }, (_, index) => `a${String(index + 1)} = "\${local.a${String(index)}}\${local.a${String(index)}}"`).join('\n')}\n}`,
    ],
  ])('%s is read to the end', (_, text) => {
    expect(read(text).texts.length).toBeGreaterThanOrEqual(0);
  });
});
