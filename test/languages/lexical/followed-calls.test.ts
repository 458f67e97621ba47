import { describe, expect, it } from 'vitest';
import { readLexically } from '../../../src/languages/lexical/index.js';
import type { ProfileName } from '../../../src/languages/lexical/profiles/index.js';
import type { Call } from '../../../src/source/model.js';
import { show } from '../../models/show.js';

/** The calls inside the last call of a program that has any. */
function inside(language: ProfileName, text: string): readonly string[] {
  const followed = (calls: readonly Call[]): readonly Call[] => calls.findLast((call) => call.inside.length > 0)?.inside ?? [];
  return followed(readLexically(language, text, 'program').calls).map((call) => show(call));
}

describe('calls inside functions of the program', () => {
  it.each<readonly [ProfileName, string]>([
    ['ruby', "def f(a, b)\n  send('x', b)\nend\nf('y', ENV['A'])"],
    ['ruby', "class C\n  def self.f(b)\n    send('x', b)\n  end\nend\nC.f(ENV['A'])"],
    ['ruby', "def f(a, b:)\n  send('x', b)\nend\nf('y', b: ENV['A'])"],
    ['java', 'class C { static void f(String a, String b) { send("x", b); }\n void g() { f("y", System.getenv("A")); } }'],
    [
      'java',
      'class C { void f(String b) { send("x", b); }\n void f(String a, String b) { log(b); }\n void g() { this.f(System.getenv("A")); } }',
    ],
    ['kotlin', 'fun f(a: String, b: String) = send("x", b)\nf(b = System.getenv("A"), a = "y")'],
    ['csharp', 'static void F(string a, string? b) => send("x", b);\nF("y", Environment.GetEnvironmentVariable("A"));'],
    ['rust', 'fn f(a: &str, b: &str) { send("x", b); }\nfn main() { f("y", &std::env::var("A")); }'],
    ['swift', 'func f(_ a: String, with b: String) { send("x", b) }\nf("y", with: ProcessInfo.processInfo.environment["A"])'],
    ['dart', "void f(String a, String b) { send('x', b); }\nvoid main() { f('y', Platform.environment['A']); }"],
    ['groovy', 'def f(a, b) { send("x", b) }\nf("y", System.getenv("A"))'],
    ['lua', 'local function f(a, b)\n  send("x", b)\nend\nf("y", os.getenv("A"))'],
    ['elixir', 'defmodule M do\n  def f(a, b) do\n    send("x", b)\n  end\n  def g, do: f("y", System.get_env("A"))\nend'],
    ['powershell', "function Show-It([string] $A, [string] $B) {\n  send('x', $B)\n}\nShow-It 'y' $env:A"],
    ['powershell', "function Show-It {\n  param($A, $B)\n  send('x', $B)\n}\nShow-It -B $env:A -A 'y'"],
  ])('%s: %s', (language, text) => {
    expect(inside(language, text)).toContain('send("x", env.A)');
  });

  it.each<readonly [ProfileName, string, string]>([
    ['ruby', "def f(a)\n  a = mask(a)\n  send('x', a)\nend\nf(ENV['A'])", 'send("x", mask(env.A))'],
    ['rust', 'fn f(a: &str) {\n  let a = "y";\n  send("x", a);\n}\nfn main() { f(&std::env::var("A")); }', 'send("x", "y")'],
    ['powershell', "function Show-It($A) {\n  if ($Hidden) { $A = 'y' }\n  send('x', $A)\n}\nShow-It $env:A", 'send("x", "y")'],
    ['ruby', "def f(a)\n  send('x', a)\n  a = 1\nend\nf(ENV['A'])", 'send("x", env.A)'],
  ])('%s: %s, with what the function assigns to a parameter', (language, text, expected) => {
    expect(inside(language, text)).toContain(expected);
  });

  it('are followed through three functions', () => {
    const text = 'def a(v)\n  send(v)\nend\ndef b(v)\n  a(v)\nend\ndef c(v)\n  b(v)\nend\nc(ENV["A"])';
    const [c] = readLexically('ruby', text, 'program').calls.slice(-1);
    expect(c?.inside[0]?.inside[0]?.inside.map((call) => show(call))).toEqual(['send(env.A)']);
  });

  it.each<readonly [string, ProfileName, string]>([
    ['a method of something else', 'ruby', 'def f(a)\n  send(a)\nend\nclient.f(ENV["A"])'],
    ['one of several functions', 'ruby', 'def f(a)\n  send(a)\nend\ndef f(b)\n  b\nend\nf(ENV["A"])'],
    ['a parameter', 'lua', 'function f(a)\n  send(a)\nend\nfunction g(f)\n  f(os.getenv("A"))\nend'],
    ['arguments that are unknown themselves', 'ruby', 'def f(a)\n  send(a)\nend\ndef g(b)\n  f(b)\n  f(1)\nend'],
    ['a function of fewer parameters', 'rust', 'fn f() { send("x"); }\nfn g() { f(1); }'],
  ])('are unknown for %s', (_, language, text) => {
    expect(inside(language, text)).toEqual([]);
  });

  it('are finite for functions that call themselves', () => {
    const text = `def f(a)\n${'  f(a)\n'.repeat(50)}end\nf(ENV["A"])`;
    const count = (calls: readonly Call[], depth: number): number =>
      depth === 0 ? 0 : calls.reduce((sum, call) => sum + 1 + count(call.inside, depth - 1), 0);
    expect(count(readLexically('ruby', text, 'program').calls, 8)).toBeLessThan(3000);
  });
});
