import { describe, expect, it } from 'vitest';
import { readPhp } from '../../../src/languages/php/index.js';
import { parsePhp } from '../../../src/languages/php/parser.js';
import type { SourceFile } from '../../../src/source/model.js';
import { lint } from '../../lint.js';
import { show } from '../../models/show.js';
import { expectSame, givenTo } from '../values.js';

function read(text: string): SourceFile {
  return readPhp(`<?php\n${text}`, 'program.php');
}

const sent = (text: string): readonly string[] => givenTo('send', read(text));

describe('values', () => {
  const same = (...texts: readonly string[]): void => expectSame(texts.map(sent));

  it('fills texts in every way that the language has', () => {
    const literal = "send('a-b');";
    same(literal, '$x = "b"; send("a-$x");', '$x = "b"; send("a-{$x}");', '$x = "b"; send("a-${x}");', '$x = "b"; send("a-" . $x);');
    same(
      literal,
      '$x = ["k" => "b"]; send("a-$x[k]");',
      '$x = ["k" => "b"]; send("a-{$x[\'k\']}");',
      '$x = "a"; $x .= "-b"; send($x);'.replace('$x = "a"; $x .= "-b"', '$x = "a-b"'),
    );
    same(
      literal,
      'send(sprintf("a-%s", "b"));',
      'send(implode("-", ["a", "b"]));',
      '$x = "b"; send(<<<END\na-$x\nEND);',
      "send(<<<'END'\na-b\nEND);",
    );
  });

  it('has constants, arrays and what loops over them give', () => {
    same(
      "send('y');",
      "define('X', 'y'); send(X);",
      "const X = 'y'; send(X);",
      "$x = ['k' => 'y']; send($x['k']);",
      "$x = []; $x['k'] = 'y'; send($x['k']);",
    );
    same(
      "send('y');",
      "send(array_merge(['k' => 'x'], ['k' => 'y'])['k']);",
      "['k' => $x] = ['k' => 'y']; send($x);",
      "[$w, $x] = ['x', 'y']; send($x);",
    );
    same("foreach (['a', 'b'] as $x) { send($x); }", "foreach (['a', 'b'] as $i => $x): send($x); endforeach;");
  });

  it('has objects of classes, and what they are constructed with', () => {
    const made =
      "class A { const K = 'x'; public $k = 'x'; public function __construct(private string $b = 'z') {} function get() { return $this->b; } }\n";
    same("send('y');", `${made}send((new A('y'))->get());`, `${made}$a = new A(b: 'y'); send($a->get());`);
    same("send('x');", `${made}send(A::K);`, `${made}send((new A())->k);`);
  });

  it('reads the environment as one name, and what stands in for it', () => {
    same('send(getenv("X"));', 'send($_ENV["X"]);', 'send($_SERVER["X"]);', 'send(env("X"));', '$env = env("X"); send($env);');
    same('send(getenv("X") ?: "y");', 'send(env("X", "y"));');
  });

  it('calls classes by the names that `use` says', () => {
    const callee = (text: string): unknown => read(text).calls[0]?.callee;
    const named = { kind: 'name', path: ['Acme\\Api\\Client'] };
    expect(callee('use Acme\\Api\\Client; new Client();')).toMatchObject(named);
    expect(callee('use Acme\\Api\\Client as C; new C();')).toMatchObject(named);
    expect(callee('use Acme\\{Beta, Api\\Client}; new Client();')).toMatchObject(named);
    expect(callee('new \\Acme\\Api\\Client();')).toMatchObject(named);
  });
});

it('follows an answer into what is made of its body', () => {
  const uses = read(
    '$r = post("a");\n$d = json_decode(wp_remote_retrieve_body($r), true);\nsend($d["result"]);\nif (is_wp_error($r)) { exit; }',
  );
  const call = uses.calls.find(({ callee }) => callee.kind === 'name' && callee.path[0] === 'post');
  expect(call?.outcome?.uses.map(({ path }) => path.join('.'))).toEqual(expect.arrayContaining(['body.json.result']));
});

it.each([
  '#[Route(methods: [], default: true)]\nfinal readonly class A {}',
  'abstract readonly class A { public private(set) string $b; }',
  'class A { function list() {} static function new() {} function &print() {} }',
  '$a = A::new(class: A::class)->list();\nf(\n  public: 1,\n  default: 2,\n);',
  'switch ($a) { case A::b(1): f(); default: g(); }\n$c = $a ? f(1) : g(2);\nreturn match ($a) { A, B => 1, default => 2 };',
])('parses %j', (statements) => {
  expect(parsePhp(`<?php\n${statements}\n`).errors).toBe(0);
});

it('calls methods by names that are words of the language', () => {
  const given = (name: string, kind: string): readonly string[] =>
    sent(`${kind}class C { function ${name}($k) { send($k); } }\n(new C())->${name}('y');`);
  expectSame([given('make', ''), given('list', 'readonly '), given('new', 'final readonly ')]);
});

it('reads what stands around programs', () => {
  const file = readPhp('<p title="a">x</p>\n<?php send("b"); ?>\n<script>send("c")</script>\n', 'page.php');
  expect(file.language).toBe('php');
  expect(file.texts.map((text) => show(text))).toEqual(['"a"', '"b"', '"c"']);
});

describe('what no program is made for', () => {
  it.each([
    // Files with deeper brackets are searched as text and never reach the parser, which would run out of stack.
    ['brackets', `$x = ${'('.repeat(450)}1${')'.repeat(450)};`],
    ['sums', `$x = ${Array.from({ length: 5000 }, () => '$a').join(' . ')};`],
    ['calls', `$x = $a${'->b()'.repeat(5000)};`],
    ['blocks', `${'if ($a) {\n'.repeat(400)}${'}'.repeat(400)}`],
    ['branches', `if ($a) {\n}${' elseif ($a) {\n}'.repeat(3000)}`],
    ['negations', `$x = ${'!'.repeat(3000)}$a;`],
    ['arrays', `$x = ${'['.repeat(1000)}${']'.repeat(1000)};`],
    ['a class in itself', 'class A extends A { public $a; function b() { $this->a = new A(); return $this->b(); } }\n(new A())->b();'],
    ['a list that holds itself', '$x = []; $x[] = $x; array_push($x, $x); send($x);'],
    ['half a program', 'function f(\n $x = ["a" => [\nclass\nforeach ( as\ntry { catch\nmatch ($x) {\n"{$a->'],
    ['documents', `$x = <<<A\n${'{$a->b["c"]} $d[e] $f->g '.repeat(500)}\nA;`],
    ['a variable of variables', '$$x = 1; ${"a"} = 2; $x->$y->{"z"}::$w = [1, "a" => 2, ...$x]; list(, $b) = $c; [] = $d;'],
  ])('reads %s', (_, text) => {
    const file = read(text);
    expect(file.language).toBe('php');
    expect(() => [...file.texts, ...file.calls, ...file.bindings, ...file.reads, ...(file.exits ?? [])].length).not.toThrow();
    expect(() => lint(`<?php // cloudflare\n${text}`, undefined, 'program.php')).not.toThrow();
  });
});
