import { describe, expect, it } from 'vitest';
import { readGo } from '../../../src/languages/go/index.js';
import { parseGo } from '../../../src/languages/go/parser.js';
import type { SourceFile } from '../../../src/source/model.js';
import { lint } from '../../lint.js';
import { show } from '../../models/show.js';
import { expectSame, givenTo } from '../values.js';

const imports = ['encoding/json', 'fmt', 'io', 'net/http', 'os', 'strings'].map((path) => `import "${path}"`).join('\n');

function read(text: string): SourceFile {
  return readGo(`package main\n${imports}\n${text}`, 'program.go');
}

function inMain(statements: string): string {
  return `func main() {\n${statements}\n}`;
}

const printed = (text: string): readonly string[] => givenTo('println', read(text));

describe('values', () => {
  const same = (...texts: readonly string[]): void => expectSame(texts.map(printed));

  it('fills texts in every way that the language has', () => {
    const literal = inMain('println("a-b")');
    same(literal, inMain('x := "b"\nprintln("a-" + x)'), inMain('x := "b"\nprintln(fmt.Sprintf("a-%s", x))'));
    same(
      literal,
      inMain('println(strings.Join([]string{"a", "b"}, "-"))'),
      inMain('println(string([]byte("a-b")))'),
      inMain('println(`a-b`)'),
    );
  });

  it('takes operators to bind as tightly as Go does', () => {
    const config = 'type config struct{ b string }\n';
    same(`${config}${inMain('println("a-b")')}`, `${config}${inMain('c := config{b: "b"}\nprintln("a-" + c.b)')}`);
    same(inMain('println("a-" + os.Getenv("X") + "/c")'), inMain('x := os.Getenv("X")\nprintln("a-" + x + "/c")'));
    expect(read(inMain('if a == b.c && !d.e() || f[0] > g(h) { i() }')).calls).toHaveLength(3);
  });

  it('gives options their defaults, and takes an empty one for none', () => {
    same(inMain('println("a")'), `import "flag"\n${inMain('x := flag.String("x", "a", "what it is")\nprintln(*x)')}`);
    const [given] = read(`import "flag"\n${inMain('x := flag.String("x", "", "what it is")\nprintln(*x)')}`).calls.filter(
      ({ callee }) => callee.kind === 'name' && callee.path[0] === 'println',
    );
    expect(given?.arguments[0]?.kind).not.toBe('text');
  });

  it('has structs, with and without methods, and pointers to them', () => {
    const made = 'type config struct{ a, b string }\n';
    same(
      inMain('println("y")'),
      `${made}${inMain('println((&config{b: "y"}).b)')}`,
      `${made}${inMain('c := config{"x", "y"}\nprintln(c.b)')}`,
    );
    const method = 'func (c *config) get() string { return c.b }\nfunc newConfig(b string) *config { return &config{b: b} }\n';
    same(inMain('println("y")'), `${made}${method}${inMain('println(newConfig("y").get())')}`);
    same(inMain('println("y")'), `${made}${method}${inMain('var c config\nc.b = "y"\nprintln(c.get())')}`);
  });

  it('has maps and slices, and what loops over them give', () => {
    same(
      inMain('println("y")'),
      inMain('m := map[string]string{"x": "y"}\nprintln(m["x"])'),
      inMain('m := make(map[string]string)\nm["x"] = "y"\nprintln(m["x"])'),
    );
    same(
      inMain('for _, x := range []string{"a", "b"} { println(x) }'),
      inMain('for i, x := range []string{"a", "b"} { _ = i; println(x) }'),
    );
  });

  it('reads the environment as one name, whether it says that there is a variable or not', () => {
    same(
      inMain('println(os.Getenv("X"))'),
      inMain('x, ok := os.LookupEnv("X")\nif !ok { return }\nprintln(x)'),
      inMain('x := strings.TrimSpace(os.Getenv("X"))\nprintln(x)').replace('strings.TrimSpace(os.Getenv("X"))', 'os.Getenv("X")'),
    );
    const tagged = 'type config struct { Token string `env:"X"` }\n';
    same(inMain('println(os.Getenv("X"))'), `${tagged}${inMain('var c config\nprintln(c.Token)')}`);
  });

  it('keeps variables of blocks apart', () => {
    same(inMain('println("a")\nprintln("b")'), inMain('x := "a"\nprintln(x)\nif true { x := "b"; println(x) }'));
  });

  it('tells packages by their paths, whatever they call themselves, and leaves out versions', () => {
    const text =
      'package main\nimport (\n\tcf "example.com/acme/acme-go/v4"\n\t"example.com/go-beta/v2/api"\n\t"example.com/gamma-go"\n)\n';
    const calls = readGo(`${text}${inMain('cf.New()\napi.New()\ngamma.New()')}`, 'a.go').calls.map(({ callee }) => callee);
    expect(calls).toMatchObject([
      { module: 'go:example.com/acme/acme-go' },
      { module: 'go:example.com/go-beta/api' },
      { module: 'go:example.com/gamma-go' },
    ]);
  });
});

it.each([
  'x := true\n if y {\n }',
  'x = false // no\n y = 2',
  'x := true /* yes */; y := 3',
  'for range c {\n x = true\n}',
  'for range 3 {\n}\nreturn false',
  'x := map[string]bool{\n "a": true,\n}\ntrueX := 1\ny = trueX\nz = 2',
])('parses %j', (statements) => {
  expect(parseGo(`package a\n\n${inMain(statements)}\n`).errors).toBe(0);
});

describe('errors', () => {
  const handlers = (body: string): readonly unknown[] =>
    read(`func f() (string, error) {\n${body}\n}`).calls.flatMap(({ callee, outcome }) =>
      callee.kind === 'name' && callee.path[0] === 'g'
        ? [outcome?.handler && { usesError: outcome.handler.usesError, throws: outcome.handler.throws }]
        : [],
    );

  it('takes the `if` behind a call for what handles its error', () => {
    const handled = [{ usesError: true, throws: true }];
    expect(handlers('x, err := g()\nif err != nil { return "", err }\nreturn x, nil')).toEqual(handled);
    expect(handlers('if err := g(); err != nil { return "", err }\nreturn "", nil')).toEqual(handled);
    expect(handlers('x, err := g()\nif err != nil { return "", nil }\nreturn x, nil')).toEqual([{ usesError: false, throws: false }]);
    expect(handlers('x, _ := g()\nreturn x, nil')).toEqual([{ usesError: false, throws: false }]);
    expect(handlers('_ = g()\nreturn "", nil')).toEqual([{ usesError: false, throws: false }]);
    expect(handlers('return g()')).toEqual([undefined]);
    expect(handlers('x, err := g()\nreturn x, err')).toEqual([undefined]);
  });

  it('takes a bare `return` for the results that have names', () => {
    const exits = (body: string): unknown =>
      read(`func f() (text string, err error) {\n${body}\n}`).exits?.map(({ how, value }) => `${how} ${show(value)}`);
    expect(exits('text, err = g()\nif err != nil {\n return\n}\nreturn')).toEqual(['thrown ~err', 'returned g()']);
    expect(exits('text = "a"\nif text == "b" {\n return\n}\nreturn')).toEqual(['returned "a"', 'returned "a"']);
    expect(exits('if other := g(); other != nil {\n return\n}\nreturn')).toEqual(['returned ~text', 'returned ~text']);
  });

  it('follows an answer into what is made of its body', () => {
    const uses = (statements: string): unknown =>
      read(inMain(`resp, err := http.Get("a")\nif err != nil { panic(err) }\n${statements}`))
        .calls.find(({ callee }) => callee.kind === 'name' && callee.path[0] === 'Get')
        ?.outcome?.uses.map(({ path }) => path.join('.'));
    const decoded = ['Body.json.Result'];
    expect(uses('var out answer\njson.NewDecoder(resp.Body).Decode(&out)\nprintln(out.Result)')).toEqual(decoded);
    expect(uses('body, _ := io.ReadAll(resp.Body)\nvar out answer\n_ = json.Unmarshal(body, &out)\nprintln(out.Result)')).toEqual([
      'Body.json.Result',
    ]);
  });
});

describe('what no program is made for', () => {
  it.each([
    ['brackets', `var x = ${'('.repeat(3000)}1${')'.repeat(3000)}`],
    ['sums', `var x = ${Array.from({ length: 5000 }, () => 'a').join(' + ')}`],
    ['calls', `var x = a${'.b()'.repeat(5000)}`],
    ['blocks', inMain(`${'if a {\n'.repeat(400)}${'}'.repeat(400)}`)],
    ['branches', inMain(`if a {\n}${' else if a {\n}'.repeat(3000)}`)],
    ['negations', `var x = ${'!'.repeat(3000)}a`],
    ['literals', `var x = ${'[]a{'.repeat(1000)}${'}'.repeat(1000)}`],
    ['a struct in itself', 'type a struct { a }\nfunc (x a) b() { x.b() }\nvar c = a{a: c}'],
    ['a list that holds itself', inMain('x := []any{}\nx = append(x, x...)\nprintln(x)')],
    [
      'a list of a field that is spread into itself',
      'type a struct { b []string }\nfunc (x *a) c() { x.b = append(x.b, "d"); println(x.b) }\nfunc e() { var f []string\nf = append(f[:1], f...)\nvar g = append(g, g...)\nprintln(f, g) }',
    ],
    [
      'a command that is made of itself',
      'import "os/exec"\nvar a = exec.Command("b")\nfunc c() { var d = d()\nd = d()\nd().Run(); x := x.y(); x() }',
    ],
    ['half a program', 'func f(\n  x := map[string]{"a": [\ntype\nvar =\nfor range\nif ; {\nswitch x := {\ncase'],
    ['snippets', 'x, err := f()\nif err != nil { log.Fatal(err) }\n_ = x.(type)\nselect { case <-a: }'],
  ])('reads %s', (_, text) => {
    const file = read(text);
    expect(file.language).toBe('go');
    expect(() => [...file.texts, ...file.calls, ...file.bindings, ...file.reads, ...(file.exits ?? [])].length).not.toThrow();
    expect(() => lint(`// cloudflare\n${text}`, undefined, 'program.go')).not.toThrow();
  });
});
