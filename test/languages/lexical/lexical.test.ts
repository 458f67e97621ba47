import { describe, expect, it } from 'vitest';
import { readLexically } from '../../../src/languages/lexical/index.js';
import { type ProfileName, profiles } from '../../../src/languages/lexical/profiles/index.js';
import { lint, pointedAt } from '../../lint.js';
import { random, shapes } from '../../made-up/credentials.js';
import { show } from '../../models/show.js';
import { programs } from './programs.js';

const names = Object.keys(profiles) as ProfileName[];

describe.each(names)('%s', (language) => {
  const { path, statement, comment } = programs[language];
  const secret = shapes['legacy token']?.(random(11)) ?? '';

  it('has variables and what they are given', () => {
    const found = lint(`${comment('cloudflare')}\n${statement(secret)}\n`, undefined, path);
    expect(found.map((message) => [message.ruleId, message.line])).toEqual([['cloudflare-auth/no-hardcoded-credentials', 2]]);
    expect(found.map((message) => pointedAt(`\n${statement(secret)}`, message))).toEqual([secret]);
  });

  it('has comments', () => {
    const text = `${comment('it "does not end')}\n${statement('a')}\n`;
    const { comments } = readLexically(language, text, path);
    expect(comments.map(({ start, end }) => text.slice(start, end))).toEqual([comment('it "does not end')]);
  });

  it('says the same with lines as Windows ends them', () => {
    const text = `${comment('cloudflare')}\n${statement('a')}\n`;
    const said = (of: string): readonly string[] => readLexically(language, of, path).texts.map(show);
    expect(said(text.replaceAll('\n', '\r\n'))).toEqual(said(text));
  });
});

/** Bindings, calls and tables of a program, each as a line. */
function read(language: ProfileName, text: string): readonly string[] {
  const { bindings, calls } = readLexically(language, text, 'program');
  return [...bindings.map(({ names: path, value }) => `${path.join('.')} = ${show(value)}`), ...calls.map((call) => show(call))];
}

describe('values', () => {
  it.each<readonly [ProfileName, string, readonly string[]]>([
    ['python', 'a = "x"\nsend({"K": a}, b=f"{a}/y")', ['a = "x"', 'send({ K: "x" }, { b: "x/y" })']],
    ['python', 'import os\na = os.getenv("A") or "x"', ['a = env.A | "x"']],
    ['python', 'def f(a):\n  send(a)\na = "x"\nsend(a)', ['a = "x"', 'send(~a)', 'send("x")']],
    ['python', 'send("a" "b" + c)', ['send("ab{}")']],
    ['python', 'send("{}/%s".format(a, 1) % b)', ['send("{}/{}{}")']],
    ['python', 'class C:\n  def __init__(self, a):\n    self.a = a\n  def g(self):\n    send(self.a)', ['self.a = ~a', 'send(~a)']],
    ['go', 'a, err := f("x")\nreq.Header.Set("K", "Bearer "+a)', ['a = f("x")', 'err = ?', 'f("x")', 'req.Header.Set("K", "Bearer {}")']],
    ['go', 'func g(a string) {\n\tb := fmt.Sprintf("x/%s", a)\n\tsend(b)\n}', ['b = "x/{}"', 'send("x/{}")']],
    ['go', 'var c = T{A: os.Getenv("A"), B: []string{"x"}}\nsend(c.A)', ['c = { A: env.A, B: ["x"] }', 'send(env.A)']],
    ['php', "$a = ['K' => getenv('A') ?: 'x'];\necho 'v: ' . $a['K'];", ['a = { K: env.A | "x" }', 'echo("v: {}")']],
    ['php', '$h = ["K: $a", "L: {$this->b}"];', ['h = ["K: {}", "L: {}"]']],
    ['ruby', "A = ENV.fetch('A', 'x')\nputs \"#{A}/y\", b: 1", ['A = env.A | "x"', 'puts("{}/y", { b: 1 })']],
    ['ruby', "headers 'K' => a, 'L' => 'x'", ['headers({ K: a, L: "x" })']],
    ['ruby', "def f(a, b: 'x')\n  send(a, b)\nend", ['b = "x"', 'send(~a, ~b | "x")']],
    [
      'kotlin',
      'fun f(a: String, b: String = "x"): T =\n    client.get(a) { header("K", b) }',
      ['b = "x"', 'client.get(~a, function)', 'header("K", ~b | "x")'],
    ],
    ['csharp', 'Task<T> F(string a) => http.GetAsync(a, x => x.Go("y"));', ['http.GetAsync(~a, x.Go("y"))', 'x.Go("y")']],
    ['elixir', 'def f(a), do: send(a)', ['send(~a)']],
    ['powershell', 'function F {\n  param([string]$A = "x")\n  Get-It -H $A\n}', ['A = "x"', 'Get-It({ H: ~A | "x" })']],
    ['rust', 'let a = env::var("A").unwrap_or_else(|_| "x".to_string());', ['a = env.A | "x"']],
    ['groovy', 'def A_B = "x"\ng(A_B, C_D, C, "${C_D}")', ['A_B = "x"', 'g("x", env.C_D, C, env.C_D)']],
    ['ruby', 'a = <<~X\n  K=1\nX\nputs a', ['a = "  K=1"', 'puts("  K=1")']],
    [
      'powershell',
      '$h = @{\n  K = $env:A\n  L = "x $b"\n}\nGet-It -Uri "u" -H $h -Force',
      ['h = { K: env.A, L: "x {}" }', 'Get-It({ Uri: "u", H: { K: env.A, L: "x {}" }, Force: true })'],
    ],
    ['java', 'String a = "x";\nsend("u/" + a, System.getenv("A"));', ['a = "x"', 'send("u/x", env.A)']],
    ['kotlin', 'val a = System.getenv("A") ?: "x"\nsend("t $a")', ['a = env.A | "x"', 'send("t {}")']],
    ['csharp', 'var a = new C { K = "x", L = b };\nsend($"u/{a.K}");', ['a = { K: "x", L: b }', 'send("u/x")']],
    ['rust', 'struct T {\n  k: String,\n  l: Option<T>,\n}\nenum U { K { a: String } }\nlet t = T { k: "x" };', ['t = { k: "x" }']],
    ['rust', 'const A: &str = "x";\nsend(format!("u/{}", A)).k("l");', ['A = "x"', 'send("u/x")', '(send("u/x")).k("l")']],
    ['swift', 'let a = ["K": "x"]\nsend("u/\\(a)", k: 1)', ['a = { K: "x" }', 'send("u/{}", { k: 1 })']],
    ['lua', 'local a = { K = os.getenv("A") }\nsend(a.K .. "x")', ['a = { K: env.A }', 'send("{}x")']],
    ['elixir', 'config :app, k: "x"\nIO.puts("a" <> b)', ['config(app, { k: "x" })', 'IO.puts("a{}")']],
    ['dart', "final a = String.fromEnvironment('A', defaultValue: 'x');", ['a = env.A | "x"']],
    ['ruby', "a = ENV.fetch('A') { 'x' }\nb = list.map { 'y' }\nputs a.inspect", ['a = env.A | "x"', 'b = list.map', 'puts(env.A)']],
    // what annotations fill
    [
      'java',
      '@Value("${a.b:}")\n@Deprecated\nprivate String c;\nsend(c, this.c);',
      ['c = env.a.b', 'Value("${a.b:}")', 'send(env.a.b, env.a.b)'],
    ],
    ['java', 'A(@Value("#{a}") String b) { send(b); }', ['Value("#{a}")', 'send(~b)']],
    [
      'kotlin',
      'class A(@Value("\\${A_B}") private val c: String)\nfun d() { send(c) }',
      ['c = env.A_B', 'A(Value("${A_B}"))', 'Value("${A_B}")', 'send(env.A_B)'],
    ],
    [
      'rust',
      'struct S {\n  #[arg(env = "A")]\n  b: String,\n}\nfn c(d: S) { send(d.b, d.e) }',
      ['b = env.A', 'arg({ env: "A" })', 'send(env.A, ~d.e)'],
    ],
    ['nix', '{ a.b = "x"; c = "u/${d}"; }', []],
    ['perl', "my $a = $ENV{A} // 'x';", ['a = env.A | "x"']],
    ['java', 'String a = Optional.ofNullable(System.getenv("A")).orElse("x");', ['a = env.A | "x"', 'Optional.ofNullable(env.A)']],
    ['ruby', "a = ENV['A'].to_s\nputs \"x #{a}\" unless a == ''", ['a = env.A', 'puts("x {}")']],
    ['lua', 'local a = os.getenv("A")\nprint("n " .. #a)', ['a = env.A', 'print("n {}")']],
    ['r', 'send(`K` = a)', ['send({ K: a })']],
    ['vb', 'Const A As String = "x"\nSend("u/" & A)', ['A = "x"', 'Send("u/x")']],
    ['zig', 'const a: []const u8 = "x";\nsend(&.{.{ .name = "K", .value = a }});', ['a = "x"', 'send([{ name: "K", value: "x" }])']],
    ['nim', 'let a* = getEnv("A")\necho "x", a', ['a = env.A', 'echo("x", env.A)']],
    [
      'haskell',
      'main = do\n  a <- getEnv "A"\n  send "K" (f a) $ "x" ++ a',
      ['main = do', 'a = env.A', 'send("K", f(env.A), "x{}")', 'f(env.A)'],
    ],
    ['fsharp', 'let send a b =\n  header "K" b\nasync { let c = "x" }', ['send = header("K", b)', 'c = "x"', 'header("K", b)']],
    [
      'ocaml',
      'let a = Sys.getenv "A" in\nlet h = [ ("K", a); ("L", "x") ] in send h',
      ['a = env.A', 'h = [["K", env.A], ["L", "x"]]', 'send([["K", env.A], ["L", "x"]])'],
    ],
    [
      'erlang',
      'f(A) -> H = [{"K", A}, {k, "x"}], io:format("x", [H]).',
      ['H = [["K", A], [k, "x"]]', 'io.format("x", [[["K", A], [k, "x"]]])'],
    ],
    [
      'clojure',
      '(def a (or (System/getenv "A") "x"))\n(send {:k a "L" (str "y " a)})',
      ['a = env.A | "x"', 'send({ k: env.A | "x", L: "y {}" })'],
    ],
    ['clojure', '(defn f [b] (let [c "x"] (send b c)))', ['c = "x"', 'send(~b, "x")']],
    ['clojure', '(setq a "x")\n(setenv "A" a)', ['a = "x"', 'setenv("A", "x")']],
    ['perl', 'my %a = (K => $ENV{A}); print "x $b";', ['a = { K: env.A }', 'print("x {}")']],
  ])('%s: %s', (language, text, expected) => {
    expect(read(language, text)).toEqual(expected);
  });
});
